import type { Chaos, Triggered, TriggeredCallback, TriggerRequest } from '@hooktap/protocol';
import { chaosLine } from '../chaos-report.ts';
import type { EventDesk } from '../desk/event-desk.ts';
import { duration } from '../event-line.ts';
import { type ExitCode, exitCode, Failure } from '../failure.ts';
import type { Output } from '../output.ts';
import { prepareDataDir } from '../prepare-data-dir.ts';
import { clipped, printable } from '../printable.ts';
import { openStoreAside } from '../project-store.ts';
import { runningInstance } from '../running-instance.ts';
import { knownProvider } from './providers.ts';
import { listSamples } from './trigger-list.ts';

export interface TriggerFlags {
  readonly list?: boolean;
  readonly to?: string;
  readonly set?: readonly (readonly [path: string, text: string])[];
  /** The environment variable that holds the secret. */
  readonly secretEnv?: string;
  readonly scheme?: readonly string[];
  readonly seed?: number;
  readonly count?: number;
  readonly rate?: number;
  readonly speed?: number;
  readonly chaos?: Chaos;
  /** Only of the trouble; `seed` is of the ids too. */
  readonly chaosSeed?: number;
  readonly json?: boolean;
}

/** Sends samples of a provider, or plays one of its scenarios; says how each was answered. */
export async function trigger(
  dataDir: string,
  { provider, what }: { readonly provider: string | undefined; readonly what: string | undefined },
  flags: TriggerFlags,
  output: Output,
): Promise<ExitCode> {
  if (flags.list) return listSamples(provider, flags.json === true, output);
  if (provider === undefined || what === undefined) {
    throw new Failure(
      'Name a provider and one of its event types; hooktap trigger --list has them.',
      exitCode.usage,
    );
  }
  const { scenarios } = await knownProvider(provider);
  const play = scenarios.find(({ name }) => name === what);
  if (play && !flags.json) {
    output.aside(`Playing ${what}, ${play.steps.length} callbacks: ${play.says}.`);
  }
  const request: TriggerRequest = {
    provider,
    ...(play ? { scenario: what } : { eventType: what }),
    ...requestOf(flags),
  };
  const triggered = await withTriggerDesk(dataDir, flags.to, output, (desk) => desk.trigger(request));
  const { items } = triggered;
  report(items, flags.json === true, output);
  reportChaos(triggered, flags, output);
  return items.every(succeeded) ? exitCode.done : exitCode.failed;
}

function requestOf({
  to,
  set,
  secretEnv,
  scheme,
  seed,
  count,
  rate,
  speed,
  chaos,
  chaosSeed,
}: TriggerFlags): Partial<TriggerRequest> {
  if (chaosSeed !== undefined && !chaos) {
    throw new Failure('--chaos-seed is that of --chaos: give both.', exitCode.usage);
  }
  const secret = secretEnv === undefined ? undefined : process.env[secretEnv];
  if (secretEnv !== undefined && !secret) {
    throw new Failure(`The environment variable ${secretEnv} is not set (--secret-env).`, exitCode.usage);
  }
  return {
    ...(to !== undefined && { to }),
    ...(set && { set: set.map(([path, text]): [string, never] => [path, text as never]) }),
    ...(secret && { secret }),
    ...(scheme && { schemes: [...scheme] }),
    ...(seed !== undefined && { seed }),
    ...(count !== undefined && { count }),
    ...(rate !== undefined && { rate }),
    ...(speed !== undefined && { speed }),
    ...(chaos && { chaos: { ...chaos, ...(chaosSeed !== undefined && { seed: chaosSeed }) } }),
  };
}

/** Through the running instance; without one only to a URL. */
async function withTriggerDesk(
  dataDir: string,
  to: string | undefined,
  output: Output,
  work: (desk: Pick<EventDesk, 'trigger'>) => Promise<Triggered>,
): Promise<Triggered> {
  const running = await runningInstance(dataDir);
  if (running) {
    const { runningDesk } = await import('../desk/running-desk.ts');
    return work(runningDesk(running.client));
  }
  if (to === undefined || to.startsWith('/')) {
    throw new Failure(
      'No Hooktap runs for this project. Start one (hooktap <port>), or name a URL with --to.',
    );
  }
  prepareDataDir(dataDir);
  const { stoppedDesk } = await import('../desk/stopped-desk.ts');
  const desk = stoppedDesk(await openStoreAside(dataDir, output), dataDir);
  try {
    return await work(desk);
  } finally {
    await desk.close();
  }
}

const succeeded = ({ outcome }: TriggeredCallback): boolean =>
  outcome.kind === 'responded' && outcome.statusCode < 400;

function report(items: readonly TriggeredCallback[], json: boolean, output: Output): void {
  if (json) {
    for (const item of items) output.json(item);
    return;
  }
  const width = Math.max(...items.map(({ name }) => name.length));
  const seen = new Set<number>();
  for (const item of items) {
    output.result(callbackLine(item, width, output) + placeOf(item, seen));
  }
  for (const [code, reason] of reasonsOf(items)) {
    output.result(`${output.paint('red', code)}  ${clipped(printable(reason), 600)}`);
  }
  const unsigned = items.find((item) => item.unsigned !== undefined)?.unsigned;
  if (unsigned !== undefined) output.aside(`Sent without a signature. ${unsigned}`);
}

/** `  no. 3`, `  no. 3 again` */
function placeOf({ index }: TriggeredCallback, seen: Set<number>): string {
  if (index === undefined) return '';
  const isAgain = seen.has(index);
  seen.add(index);
  return `  no. ${index + 1}${isAgain ? ' again' : ''}`;
}

/** What the chaos did, and how to have it again; beside the lines of `--json`, which are callbacks alone. */
function reportChaos({ items, seed, chaos }: Triggered, flags: TriggerFlags, output: Output): void {
  if (!chaos || seed === undefined) return;
  const good = items.filter(succeeded).length;
  const say = flags.json ? output.aside : output.result;
  say(`${chaosLine(chaos)}  ${good} succeeded, ${items.length - good} failed  seed ${seed}`);
  if (flags.seed === undefined && flags.chaosSeed === undefined) {
    output.aside(`The same trouble again, with new ids: --chaos-seed ${seed}`);
  }
}

/** Why callbacks were answered with an error: each reason once, with where the rest of the first is to be read. */
function reasonsOf(items: readonly TriggeredCallback[]): [code: string, reason: string][] {
  const told = new Map<string, [string, string]>();
  for (const { outcome, eventId } of items) {
    if (outcome.kind !== 'responded' || outcome.reason === undefined) continue;
    const code = String(outcome.statusCode);
    const key = `${code} ${outcome.reason}`;
    const command = code === '401' || code === '403' ? 'verify' : 'show';
    const rest = eventId === null ? '' : ` (hooktap ${command} ${eventId})`;
    if (!told.has(key)) told.set(key, [code, `${outcome.reason}${rest}`]);
  }
  return [...told.values()].slice(0, mostReasons);
}

const mostReasons = 10;

/** `message.inbound  200  12 ms  zavu-v2  evt_…  http://…` */
function callbackLine(
  { name, outcome, tookMs, scheme, eventId, url }: TriggeredCallback,
  width: number,
  { paint }: Output,
): string {
  const responded = outcome.kind === 'responded';
  const code = responded ? String(outcome.statusCode) : '---';
  return [
    printable(name).padEnd(width),
    paint(responded && outcome.statusCode < 400 ? 'green' : 'red', code),
    paint('dim', duration(tookMs).padStart(8)),
    (scheme ?? 'unsigned').padEnd(9),
    eventId ?? clipped(printable(url), 120),
    ...(responded ? [] : [paint('red', printable(outcome.message))]),
  ].join('  ');
}
