import type {
  BatchRequest,
  Chaos,
  Delivery,
  EventId,
  Pace,
  RawHeaders,
  ReplayRequest,
  SignatureBreak,
} from '@hooktap/protocol';
import { batchIdOf } from '../delivery-id.ts';
import type { EventDesk } from '../desk/event-desk.ts';
import { withDesk } from '../desk/find-desk.ts';
import { settledDelivery } from '../desk/settled-delivery.ts';
import { eventIdOf } from '../event-id.ts';
import { eventLine, settledFacts } from '../event-line.ts';
import { type ExitCode, exitCode, Failure } from '../failure.ts';
import type { Output } from '../output.ts';
import { followBatch } from './replay-batch.ts';

export interface ReplayFlags {
  /** True without a number: the last one. */
  readonly last?: number | true;
  readonly q?: string;
  readonly to?: string;
  readonly set?: readonly (readonly [string, unknown])[];
  readonly header?: RawHeaders;
  /** Signed anew with the endpoint's secret. */
  readonly resign?: boolean;
  /** Signed anew and spoilt. */
  readonly break?: SignatureBreak;
  readonly rate?: number;
  readonly speed?: number;
  readonly order?: BatchRequest['order'];
  readonly stopOnFailure?: boolean;
  readonly chaos?: Chaos;
  readonly seed?: number;
  /** A batch to go on with. */
  readonly resume?: string;
  readonly json?: boolean;
}

const everything = 100_000;

/** Replays one event, or many as a batch, in the order of their arrival; says how it went. */
export async function replay(
  dataDir: string,
  ids: readonly string[],
  flags: ReplayFlags,
  output: Output,
): Promise<ExitCode> {
  checkUsage(ids, flags);
  const named = ids.map(eventIdOf);
  const request = requestOf(flags);
  return withDesk(dataDir, output, async (desk) => {
    const { batches } = desk;
    if (flags.resume !== undefined) {
      const resumed = await batches.resume(batchIdOf(flags.resume));
      return followBatch(batches, resumed, flags.json === true, output);
    }
    const batch = wantsBatch(flags);
    if (request.edit === undefined && (batch || named.length !== 1)) {
      const selection = named.length > 0 ? { ids: named } : await selectionOf(desk, flags, batch);
      if (selection) {
        const begun = await batches.start({ ...selection, ...waysOf(flags) });
        return followBatch(batches, begun, flags.json === true, output);
      }
    }
    const chosen = named.length > 0 ? named : await choose(desk, flags);
    return oneByOne(desk, chosen, request, flags, output);
  });
}

/** What a batch is made of; null where it is a single event, which needs none. */
async function selectionOf(
  desk: EventDesk,
  { last, q }: ReplayFlags,
  always: boolean,
): Promise<Pick<BatchRequest, 'ids' | 'q' | 'last'> | null> {
  const most = last === true ? 1 : last;
  const { items } = await desk.list(q ?? '', Math.min(most ?? 2, 2));
  if (items.length === 0) throw nothingMatches();
  if (items.length === 1 && !always) return null;
  if (q === undefined) return { last: most ?? 1 };
  return most === undefined ? { q } : { ids: await choose(desk, { last: most, q }) };
}

const nothingMatches = (): Failure => new Failure('There is no event to replay: none matches.');

function checkUsage(ids: readonly string[], flags: ReplayFlags): void {
  const wrong = (message: string) => {
    throw new Failure(message, exitCode.usage);
  };
  const ways = [
    ids.length > 0,
    flags.last !== undefined || flags.q !== undefined,
    flags.resume !== undefined,
  ];
  if (ways.filter(Boolean).length !== 1) {
    wrong('Name events, choose them with --last or --q, or go on with a batch with --resume.');
  }
  if (flags.rate !== undefined && flags.speed !== undefined) wrong('Give --rate or --speed, not both.');
  if (flags.seed !== undefined && !flags.chaos) wrong('--seed is that of --chaos: give both.');
  if ((flags.set || flags.header) && wantsBatch(flags)) {
    wrong('--set and --header edit single replays: leave them out, or the flags of a batch.');
  }
}

/** Whether a flag asks for what only a batch can do. */
const wantsBatch = ({ rate, speed, order, stopOnFailure, chaos }: ReplayFlags): boolean =>
  [rate, speed, order, stopOnFailure, chaos].some((flag) => flag !== undefined);

/** Oldest first. */
async function choose(desk: EventDesk, { last, q = '' }: ReplayFlags): Promise<EventId[]> {
  const limit = last === undefined ? everything : last === true ? 1 : last;
  const { items } = await desk.list(q, limit);
  if (items.length === 0) throw nothingMatches();
  return items.map(({ id }) => id).reverse();
}

/** How a batch goes about it. */
function waysOf(flags: ReplayFlags): Omit<BatchRequest, 'ids' | 'q' | 'last'> {
  const { to, order, stopOnFailure, resign, break: broken, chaos, seed } = flags;
  return {
    pace: paceOf(flags),
    order: order ?? 'original',
    stopOnFailure: stopOnFailure === true,
    ...(to !== undefined && { target: to }),
    ...(resign && { resign: true }),
    ...(broken && { break: broken }),
    ...(chaos && { chaos: { ...chaos, ...(seed !== undefined && { seed }) } }),
  };
}

function paceOf({ rate, speed }: ReplayFlags): Pace {
  if (rate !== undefined) return { rate };
  return speed === undefined ? 'handler' : { speed };
}

/** Each when the one before is over. */
async function oneByOne(
  desk: EventDesk,
  chosen: readonly EventId[],
  request: ReplayRequest,
  flags: ReplayFlags,
  output: Output,
): Promise<ExitCode> {
  let failed = 0;
  for (const id of chosen) {
    let isWell = true;
    for (const begun of await desk.replay(id, request)) {
      const delivery = await settledDelivery(desk, begun.id, Date.parse(begun.createdAt));
      if (!delivery) throw new Failure(`The event ${id} was erased while it was replayed.`);
      isWell &&= delivery.status === 'succeeded';
      await report(desk, id, delivery, flags, output);
    }
    if (!isWell) failed += 1;
  }
  if (failed === 0) return exitCode.done;
  output.aside(`${failed} of ${chosen.length} replays did not succeed; hooktap show <event> says why.`);
  return exitCode.failed;
}

function requestOf({ to, set, header, resign, break: broken }: ReplayFlags): ReplayRequest {
  const edit = {
    ...(set && { set: set.map(([path, value]): [string, never] => [path, value as never]) }),
    ...(header && { setHeaders: header.map(([name, value]): [string, string] => [name, value]) }),
  };
  return {
    ...(to !== undefined && { target: to }),
    ...(Object.keys(edit).length > 0 && { edit }),
    ...(resign && { resign: true }),
    ...(broken && { break: broken }),
  };
}

async function report(
  desk: EventDesk,
  id: EventId,
  delivery: Delivery,
  flags: ReplayFlags,
  output: Output,
): Promise<void> {
  if (flags.json) return output.json(delivery);
  const event = await desk.event(id);
  if (!event) return;
  const facts = settledFacts(event, delivery, delivery.attempts.at(-1), 'replay');
  output.result(eventLine(facts, output.paint, output.columns()));
}
