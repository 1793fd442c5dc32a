import { setTimeout as pause } from 'node:timers/promises';
import type { Delivery, DeliverySummary, EventId, RawHeaders, ReplayRequest } from '@hooktap/protocol';
import type { EventDesk } from '../desk/event-desk.ts';
import { withDesk } from '../desk/find-desk.ts';
import { eventIdOf } from '../event-id.ts';
import { eventLine, replayFacts } from '../event-line.ts';
import { type ExitCode, exitCode, Failure } from '../failure.ts';
import type { Output } from '../output.ts';

export interface ReplayFlags {
  /** True without a number: the last one. */
  readonly last?: number | true;
  readonly q?: string;
  readonly to?: string;
  readonly set?: readonly (readonly [string, unknown])[];
  readonly header?: RawHeaders;
  readonly json?: boolean;
}

const everything = 100_000;
const settledStatuses = new Set(['succeeded', 'failed', 'cancelled']);

/** Replays one after the other, oldest first, and says how each went. */
export async function replay(
  dataDir: string,
  ids: readonly string[],
  flags: ReplayFlags,
  output: Output,
): Promise<ExitCode> {
  const named = ids.map(eventIdOf);
  if (named.length > 0 === (flags.last !== undefined || flags.q !== undefined)) {
    throw new Failure('Name events, or choose them with --last or --q.', exitCode.usage);
  }
  const request = requestOf(flags);
  return withDesk(dataDir, async (desk) => {
    const chosen = named.length > 0 ? named : await choose(desk, flags);
    if (chosen.length === 0) throw new Failure('There is no event to replay: none matches.');
    let failed = 0;
    for (const id of chosen) {
      const delivery = await settled(desk, id, await desk.replay(id, request));
      if (delivery.status !== 'succeeded') failed += 1;
      await report(desk, id, delivery, flags, output);
    }
    if (failed === 0) return exitCode.done;
    output.aside(`${failed} of ${chosen.length} replays did not succeed; hooktap show <event> says why.`);
    return exitCode.failed;
  });
}

async function choose(desk: EventDesk, { last, q = '' }: ReplayFlags): Promise<EventId[]> {
  const limit = last === undefined ? everything : last === true ? 1 : last;
  const { items } = await desk.list(q, limit);
  return items.map(({ id }) => id).reverse();
}

function requestOf({ to, set, header }: ReplayFlags): ReplayRequest {
  const edit = {
    ...(set && { set: set.map(([path, value]): [string, never] => [path, value as never]) }),
    ...(header && { setHeaders: header.map(([name, value]): [string, string] => [name, value]) }),
  };
  return {
    ...(to !== undefined && { target: to }),
    ...(Object.keys(edit).length > 0 && { edit }),
  };
}

/** The delivery once it is over; the handler's own time limit ends the wait. */
async function settled(desk: EventDesk, id: EventId, begun: DeliverySummary): Promise<Delivery> {
  for (let waitMs = 10; ; waitMs = Math.min(waitMs * 1.5, 500)) {
    const delivery = (await desk.event(id))?.deliveries.find((one) => one.id === begun.id);
    if (!delivery) throw new Failure(`The event ${id} was erased while it was replayed.`);
    if (settledStatuses.has(delivery.status)) return delivery;
    await pause(waitMs);
  }
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
  output.result(eventLine(replayFacts(event, delivery, delivery.attempts.at(-1)), output.paint));
}
