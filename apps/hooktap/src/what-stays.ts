import type { Batch, EndpointQueue } from '@hooktap/protocol';

interface Left {
  readonly queues: readonly EndpointQueue[];
  readonly batches: readonly Batch[];
}

/** What goes on at the next start, a sentence each; nothing where nothing is left. */
export function whatStays({ queues, batches }: Left): string[] {
  const held = sum(queues, ({ held }) => held);
  const retrying = sum(queues, ({ retrying }) => retrying);
  const waiting = [
    ...(held > 0 ? [`${held} held`] : []),
    ...(retrying > 0 ? [`${retrying} that ${retrying === 1 ? 'is' : 'are'} tried again`] : []),
  ];
  const one = held + retrying === 1;
  return [
    ...(waiting.length > 0
      ? [
          `${waiting.join(' and ')}: ${one ? 'this delivery stays and goes' : 'these deliveries stay and go'} on at the next start.`,
        ]
      : []),
    ...batches
      .filter(({ state }) => state === 'running')
      .map(
        ({ id, done, total }) => `${done} of ${total} replayed. Go on with: hooktap replay --resume ${id}`,
      ),
  ];
}

const sum = (queues: readonly EndpointQueue[], count: (queue: EndpointQueue) => number): number =>
  queues.reduce((total, queue) => total + count(queue), 0);
