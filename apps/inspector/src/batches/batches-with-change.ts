import type { Batch, StreamChange } from '@hooktap/protocol';

/** The batches, newest first, after one message of the stream. */
export function batchesWithChange(batches: readonly Batch[], change: StreamChange): readonly Batch[] {
  if (change.type !== 'batch.progress') return batches;
  const { batch } = change;
  const isKnown = batches.some(({ id }) => id === batch.id);
  if (!isKnown) return [batch, ...batches];
  return batches.map((other) => (other.id === batch.id ? batch : other));
}
