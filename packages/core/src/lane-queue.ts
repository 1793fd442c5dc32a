import type { EndpointQueue } from '@hooktap/protocol';

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
