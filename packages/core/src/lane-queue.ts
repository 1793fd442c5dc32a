import type { EndpointQueue } from '@hooktap/protocol';
import { toInstant } from './clock.ts';
import type { LaneFlights } from './lane-flights.ts';
import type { LanePlaces } from './lane-places.ts';

/** What lies before one handler. */
export function queueOf({ held, counts }: LanePlaces, { size: underWay }: LaneFlights): EndpointQueue {
  const { line, asked, until, next } = counts;
  return {
    waiting: line - held + asked,
    held,
    retrying: until,
    underWay,
    ...(next !== null && { nextAttemptAt: toInstant(next) }),
  };
}

/** What lies before all the handlers of one endpoint. */
export function totalQueue(queues: readonly EndpointQueue[]): EndpointQueue {
  const sum = (count: (queue: EndpointQueue) => number) =>
    queues.reduce((total, queue) => total + count(queue), 0);
  const [next] = queues.flatMap(({ nextAttemptAt }) => nextAttemptAt ?? []).toSorted();
  return {
    waiting: sum(({ waiting }) => waiting),
    held: sum(({ held }) => held),
    retrying: sum(({ retrying }) => retrying),
    underWay: sum(({ underWay }) => underWay),
    ...(next !== undefined && { nextAttemptAt: next }),
  };
}
