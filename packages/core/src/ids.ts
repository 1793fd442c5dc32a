import { randomFillSync } from 'node:crypto';
import type { BatchId, DeliveryId, EventId, SavedRequestId } from '@hooktap/protocol';
import { monotonicFactory, ulid } from 'ulid';

/** The port to fresh ids, rising within a millisecond. */
export interface IdSource {
  event(now: number): EventId;
  /** Of an event of another time, which leaves the order of the others alone. */
  eventOf(receivedAt: number): EventId;
  delivery(now: number): DeliveryId;
  batch(now: number): BatchId;
  savedRequest(now: number): SavedRequestId;
}

/** A random number from 0 to 1 for each call; the system is asked for many bytes at a time, since asking is dear. */
function pooledRandom(): () => number {
  const pool = new Uint32Array(1024);
  let next = pool.length;
  return () => {
    if (next === pool.length) {
      randomFillSync(pool);
      next = 0;
    }
    return (pool[next++] ?? 0) / 2 ** 32;
  };
}

/** ULIDs with the prefix of their noun, lower case. */
export function ulidSource(): IdSource {
  const random = pooledRandom();
  const next = monotonicFactory(random);
  return {
    eventOf: (receivedAt) => `evt_${ulid(receivedAt, random).toLowerCase()}` as EventId,
    event: (now) => `evt_${next(now).toLowerCase()}` as EventId,
    delivery: (now) => `dlv_${next(now).toLowerCase()}` as DeliveryId,
    batch: (now) => `bat_${next(now).toLowerCase()}` as BatchId,
    savedRequest: (now) => `req_${next(now).toLowerCase()}` as SavedRequestId,
  };
}
