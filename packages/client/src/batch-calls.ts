import { Batch, Batches, type BatchId, type BatchRequest } from '@hooktap/protocol';
import type { Requests } from './requests.ts';

type Signal = AbortSignal | undefined;

/** What has a default may be left out. */
export type BatchRequestInput = Partial<BatchRequest>;

/** Many replays at once. How they go is told by `batch` and on the stream. */
export interface BatchCalls {
  startBatch(request: BatchRequestInput, signal?: Signal): Promise<Batch>;
  /** Those of this run, newest first. */
  batches(signal?: Signal): Promise<Batches>;
  batch(id: BatchId, signal?: Signal): Promise<Batch>;
  /** What is under way ends as usual; nothing more begins. */
  cancelBatch(id: BatchId, signal?: Signal): Promise<Batch>;
  /** Goes on where it was cancelled or stopped. */
  resumeBatch(id: BatchId, signal?: Signal): Promise<Batch>;
}

export const batchCalls = (requests: Requests): BatchCalls => ({
  startBatch: (request, signal) =>
    requests.json(Batch, '/api/replays', { method: 'POST', body: request, signal }),
  batches: (signal) => requests.json(Batches, '/api/replays', { signal }),
  batch: (id, signal) => requests.json(Batch, `/api/replays/${id}`, { signal }),
  cancelBatch: (id, signal) => requests.json(Batch, `/api/replays/${id}`, { method: 'DELETE', signal }),
  resumeBatch: (id, signal) => requests.json(Batch, `/api/replays/${id}/resume`, { method: 'POST', signal }),
});
