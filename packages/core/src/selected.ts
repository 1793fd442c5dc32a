import type { DeliveryId, DeliverySelection, EventId } from '@hooktap/protocol';
import { parseWords } from '@hooktap/query';
import type { BatchRefusal, DeliveryRefusal, Outcome } from './inspection-port.ts';
import type { Store } from './store-port.ts';

/** Ids of the events that a query finds, newest first. */
export async function selectEvents(
  store: Store,
  q: string,
  limit?: number,
): Promise<Outcome<EventId[], BatchRefusal>> {
  const found = await store.matching(parseWords(q));
  return { ok: true, value: limit === undefined ? found : found.slice(0, limit) };
}

/** Ids of the deliveries that are asked for, oldest first. */
export async function selectDeliveries(
  _store: Store,
  { ids }: DeliverySelection,
): Promise<Outcome<DeliveryId[], DeliveryRefusal>> {
  return { ok: true, value: ids ?? [] };
}
