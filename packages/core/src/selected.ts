import type { DeliveryId, DeliverySelection, EventId } from '@hooktap/protocol';
import { readEventQuery } from './event-query.ts';
import type { BatchRefusal, DeliveryRefusal, Outcome } from './inspection-port.ts';
import type { Store } from './store-port.ts';

/** Ids of the events that a query finds, newest first. */
export async function selectEvents(
  store: Store,
  q: string,
  { now, limit }: { readonly now: number; readonly limit?: number | undefined },
): Promise<Outcome<EventId[], BatchRefusal>> {
  const query = readEventQuery(q, now);
  if (!query.ok) return query;
  const found = await store.matching([], query.value.matcher);
  return { ok: true, value: limit === undefined ? found : found.slice(0, limit) };
}

/** Ids of the deliveries that are asked for, oldest first. */
export async function selectDeliveries(
  _store: Store,
  { ids }: DeliverySelection,
): Promise<Outcome<DeliveryId[], DeliveryRefusal>> {
  return { ok: true, value: ids ?? [] };
}
