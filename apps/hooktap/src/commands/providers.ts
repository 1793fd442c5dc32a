import { providerSummary } from '@hooktap/core';
import type { ProviderDetail, ProviderFacts, ProviderSummary } from '@hooktap/protocol';
import { surroundings } from '../data-dir.ts';
import { type ExitCode, exitCode, Failure } from '../failure.ts';
import type { Output } from '../output.ts';
import { projectCatalog } from '../provider-catalog.ts';
import { runningInstance } from '../running-instance.ts';

/** What is known of the providers, or all of one. The endpoints that name it are those of the running instance. */
export async function showProviders(
  dataDir: string,
  name: string | undefined,
  json: boolean,
  output: Output,
): Promise<ExitCode> {
  const running = await runningInstance(dataDir);
  if (name === undefined) {
    const items = running ? (await running.client.providers()).items : await knownSummaries();
    if (!json) list(items, output);
    else for (const item of items) output.json(item);
    return exitCode.done;
  }
  const detail = running
    ? await running.client.provider(name).catch(async (error: unknown) => {
        // Without an instance it would be no better known: the near names help.
        await knownProvider(name);
        throw error;
      })
    : { ...(await knownProvider(name)), endpoints: [] };
  if (json) output.json(detail);
  else describe(detail, output);
  return exitCode.done;
}

export async function knownProviders(): Promise<readonly ProviderFacts[]> {
  return (await projectCatalog(surroundings())).list();
}

export async function knownProvider(name: string): Promise<ProviderFacts> {
  const catalog = await projectCatalog(surroundings());
  const facts = catalog.list().find((one) => one.name === name);
  if (facts) return facts;
  throw new Failure(`${catalog.unknown(name).message} hooktap providers lists them.`, exitCode.usage);
}

const knownSummaries = async (): Promise<ProviderSummary[]> =>
  (await knownProviders()).map((facts) => providerSummary(facts, []));

function list(items: readonly ProviderSummary[], { result, paint }: Output): void {
  for (const { name, title, eventTypes, samples, schemes, scenarios, registers, endpoints } of items) {
    const more = [
      ...scenarios.map((scenario) => `plays ${scenario}`),
      ...(endpoints.length > 0 ? [`endpoint ${endpoints.join(', ')}`] : []),
    ];
    const columns = [
      paint('bold', name.padEnd(18)),
      title.padEnd(38),
      counted(eventTypes, 'type').padEnd(9),
      counted(samples, 'sample').padEnd(11),
      (schemes.length > 0 ? schemes.join(', ') : 'no signature documented').padEnd(44),
      (registers ? 'registers' : '').padEnd(9),
      more.join('; '),
    ];
    result(columns.join(' ').trimEnd());
  }
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

function describe(detail: ProviderDetail, { result, paint }: Output): void {
  const heading = (text: string) => result(`\n${paint('bold', text)}`);
  const width = Math.max(28, ...detail.eventTypes.map(({ name }) => name.length));
  const row = (name: string, says: string) => result(`  ${name.padEnd(width)} ${says}`.trimEnd());
  result(`${paint('bold', detail.title)} (${detail.name})`);
  for (const { title, url, language } of detail.docs) row(language ? `${title} (${language})` : title, url);
  heading('Signatures');
  if (detail.unsigned !== null) row('', detail.unsigned);
  for (const scheme of detail.schemes) {
    row(scheme.name, schemeText(scheme));
    row('', scheme.docs);
  }
  heading('Event types');
  for (const { name, says, certainty = 'verified', samples } of detail.eventTypes) {
    const how = certainty === 'verified' ? '' : ` (${certainty})`;
    row(name, `${says}${how}${samples.length === 0 ? ' No sample.' : ''}`);
  }
  if (detail.scenarios.length > 0) heading('Scenarios');
  for (const { name, says, steps } of detail.scenarios) row(name, `${says}: ${steps.join(' → ')}`);
  heading('Known');
  row('retries', retryText(detail));
  for (const { about, certainty, says } of detail.facts) row(about, `${says} (${certainty})`);
  if (detail.endpoints.length > 0) result(`\nNamed by the endpoint ${detail.endpoints.join(', ')}.`);
}

function schemeText({
  algorithm,
  headers,
  tolerance,
  signsTime,
  signsBody,
  signsUrl,
}: ProviderFacts['schemes'][number]): string {
  const parts = [signsTime && 'the time', signsUrl && 'the URL', signsBody && 'the body'].filter(Boolean);
  const over = parts.length > 0 ? ` over ${parts.join(', ')}` : '';
  const ahead = tolerance?.futureSeconds == null ? '' : `, ${tolerance.futureSeconds} s ahead`;
  const clock = tolerance ? `; at most ${tolerance.pastSeconds} s old${ahead}` : '';
  return `${algorithm}${over}${clock}; in ${headers.join(', ')}`;
}

function waitText(ms: number): string {
  if (ms < 60_000) return `${ms / 1000} s`;
  return ms % 3_600_000 === 0 ? `${ms / 3_600_000} h` : `${Math.round(ms / 60_000)} min`;
}

function retryText({ retry }: ProviderFacts): string {
  if (!retry) return 'no schedule is known';
  const { scheduleMs, deadlineMs, note, certainty } = retry;
  const after = scheduleMs?.map(waitText);
  return [
    after === undefined ? 'unknown.' : after.length === 0 ? 'none.' : `after ${after.join(', ')}.`,
    ...(deadlineMs === undefined ? [] : [`It waits ${deadlineMs / 1000} s for an answer.`]),
    ...(note === undefined ? [] : [note]),
    `(${certainty})`,
  ].join(' ');
}
