import type { DeliveryId, EventId } from '@hooktap/protocol';
import { monotonicFactory } from 'ulid';

/** The port to fresh ids, rising within a millisecond. */
export interface IdSource {
  event(now: number): EventId;
  delivery(now: number): DeliveryId;
}

/** ULIDs with the prefix of their noun, lower case. */
export function ulidSource(): IdSource {
  const next = monotonicFactory();
  return {
    event: (now) => `evt_${next(now).toLowerCase()}` as EventId,
    delivery: (now) => `dlv_${next(now).toLowerCase()}` as DeliveryId,
  };
}
