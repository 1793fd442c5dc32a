import { outcomeWords, type RegistrationFacts } from '@hooktap/core';
import type { Registration, RegistrationChange, RegistrationRequest } from '@hooktap/protocol';
import { surroundings } from '../data-dir.ts';
import { type ExitCode, exitCode, Failure } from '../failure.ts';
import type { Output } from '../output.ts';
import { printable } from '../printable.ts';
import { projectCatalog } from '../provider-catalog.ts';
import type { RegisterFlags } from '../register-flags.ts';
import { credentials } from '../registrar/credentials.ts';
import { withRegistrations } from '../registrar/find-registrations.ts';
import { loadRegistrar } from '../registrar/load-registrar.ts';
import { runningInstance } from '../running-instance.ts';
import { ask, canAsk } from '../terminal-question.ts';

/** Says what it would change at the provider, asks, and has the running instance change it. */
export async function register(
  dataDir: string,
  provider: string | undefined,
  flags: RegisterFlags,
  output: Output,
): Promise<ExitCode> {
  if (provider === undefined) return listRegistrations(dataDir, flags.json === true, output);
  const facts = await factsOf(provider);
  const chosen = chosenBy(flags, facts);
  const running = await runningInstance(dataDir);
  if (!running) {
    throw new Failure(
      `No Hooktap runs for this project (${dataDir}), so there is no public URL that ${facts.title} could call. ` +
        'Start one with: hooktap <port>',
    );
  }
  const interactive = canAsk() && !flags.json;
  if (!flags.plan && !flags.yes && !interactive) {
    throw new Failure(
      'Nobody can be asked here: add --yes, or --plan to see only what would change.',
      exitCode.usage,
    );
  }
  const given = await credentials(facts.title, facts.asks, facts.known, flags.credentialsFile);
  const request: RegistrationRequest = {
    provider,
    answers: { ...given, ...chosen },
    baseUrl: flags.baseUrl ?? facts.baseUrl,
    ...(flags.path !== undefined && { path: flags.path }),
  };
  if (flags.plan || interactive) {
    const plan = await running.client.register({ ...request, plan: true });
    report(plan, flags, output);
    for (const warning of plan.warnings) output.aside(`Note: ${warning}`);
    if (flags.plan || failed(plan)) return failed(plan) ? exitCode.failed : exitCode.done;
    if (!flags.yes && !/^y(es)?$/i.test(await ask(`Change this at ${plan.baseUrl}? [y/N] `))) {
      output.aside('Nothing was changed.');
      return exitCode.failed;
    }
  }
  const change = await running.client.register(request);
  report(change, flags, output);
  if (failed(change)) for (const warning of change.warnings) output.aside(`Note: ${warning}`);
  else if (!flags.json) {
    output.aside(
      `It follows the public URL, and is put back when Hooktap stops or at: hooktap unregister ${provider}`,
    );
  }
  return failed(change) ? exitCode.failed : exitCode.done;
}

/** All that can be known without a call. */
export async function factsOf(provider: string): Promise<RegistrationFacts> {
  const catalog = await projectCatalog(surroundings());
  if (!catalog.pack(provider)) {
    throw new Failure(`${catalog.unknown(provider).message} hooktap providers lists them.`, exitCode.usage);
  }
  const all = (await loadRegistrar(catalog)).facts();
  const facts = all.find((one) => one.provider === provider);
  if (facts) return facts;
  const names = all.map((one) => one.provider).join(', ');
  throw new Failure(`'${provider}' cannot be registered; these can: ${names}.`, exitCode.usage);
}

/** The flags that say which webhook; those of another provider are a slip. */
function chosenBy(flags: RegisterFlags, { title, asks }: RegistrationFacts): Record<string, string> {
  const { path, plan, yes, baseUrl, credentialsFile, json, ...rest } = flags;
  const open = asks.filter(({ secret }) => !secret).map(({ name }) => name);
  const chosen: Record<string, string> = {};
  for (const [name, value] of Object.entries(rest)) {
    if (name === 'dataDir') continue;
    if (!open.includes(name)) {
      const flagNames = open.map((one) => `--${one}`).join(', ');
      throw new Failure(`--${name} is not for ${title}, which takes ${flagNames || 'none'}.`, exitCode.usage);
    }
    chosen[name] = value === true ? 'yes' : String(value);
  }
  return chosen;
}

const failed = ({ items }: RegistrationChange): boolean =>
  items.some(({ kind }) => kind === 'failed' || kind === 'not-ours');

/** Results on standard output; a secret that the provider made is shown here and nowhere else. */
export function report(
  change: RegistrationChange,
  { json }: { readonly json?: boolean },
  output: Output,
): void {
  if (json) {
    output.json(change);
    return;
  }
  const { title, items } = change;
  for (const item of items) {
    output.result(printable(outcomeWords(title, item)));
    if (item.kind === 'pointed' && item.secret !== undefined) {
      output.result(`Its signing secret, shown only this once: ${printable(item.secret)}`);
    }
  }
}

async function listRegistrations(dataDir: string, json: boolean, output: Output): Promise<ExitCode> {
  const { items } = await withRegistrations(dataDir, output, (commands) => commands.list());
  if (json) for (const item of items) output.json(item);
  else if (items.length === 0) output.aside('Nothing is registered.');
  else for (const item of items) for (const line of linesOf(item)) output.result(printable(line));
  return exitCode.done;
}

const linesOf = ({ id, state, places }: Registration): string[] =>
  places.map(({ says, url, before, problem }) => {
    const then = `${state === 'left' ? 'left by an earlier run; ' : ''}before: ${before ?? 'nothing'}`;
    return `${id}  ${says}: ${url} (${then})${problem === undefined ? '' : ` – ${problem}`}`;
  });
