import type { EndpointQueue } from '@hooktap/protocol';
import type { Brake } from './brake.ts';
import { toInstant } from './clock.ts';
import type { LaneFlights } from './lane-flights.ts';
import type { LanePlaces } from './lane-places.ts';

/** What lies before one handler. */
export function queueOf(
  { held, counts }: LanePlaces,
  { size: underWay }: LaneFlights,
  { until: heldUntil }: Brake,
): EndpointQueue {
  const { line, asked, until, next } = counts;
  return {
    waiting: line - held + asked,
    held,
    retrying: until,
    underWay,
    ...(next !== null && { nextAttemptAt: toInstant(next) }),
    ...(held > 0 && heldUntil !== null && { heldUntil: toInstant(heldUntil) }),
  };
}

/** What lies before all the handlers of one endpoint. */
export function totalQueue(queues: readonly EndpointQueue[]): EndpointQueue {
  const sum = (count: (queue: EndpointQueue) => number) =>
    queues.reduce((total, queue) => total + count(queue), 0);
  const [next] = queues.flatMap(({ nextAttemptAt }) => nextAttemptAt ?? []).toSorted();
  const [heldUntil] = queues.flatMap((queue) => queue.heldUntil ?? []).toSorted();
  return {
    waiting: sum(({ waiting }) => waiting),
    held: sum(({ held }) => held),
    retrying: sum(({ retrying }) => retrying),
    underWay: sum(({ underWay }) => underWay),
    ...(next !== undefined && { nextAttemptAt: next }),
    ...(heldUntil !== undefined && { heldUntil }),
  };
}
