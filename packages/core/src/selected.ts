import type { DeliveryId, DeliverySelection, EventId } from '@hooktap/protocol';
import { readDeliveryQuery } from './delivery-query.ts';
import { readEventQuery } from './event-query.ts';
import type { DeliveryRefusal, Outcome, QueryRefusal } from './inspection-port.ts';
import type { Store } from './store-port.ts';

/** Ids of the events that a query finds, newest first. */
export async function selectEvents(
  store: Store,
  q: string,
  { now, limit }: { readonly now: number; readonly limit?: number | undefined },
): Promise<Outcome<EventId[], QueryRefusal>> {
  const query = readEventQuery(q, now, store);
  if (!query.ok) return query;
  const found = await store.matching([], query.value.matcher);
  return { ok: true, value: limit === undefined ? found : found.slice(0, limit) };
}

/** Ids of the deliveries that are asked for, oldest first; by id in the order given. */
export async function selectDeliveries(
  store: Store,
  { ids, q = '', status }: DeliverySelection,
  now: number,
): Promise<Outcome<DeliveryId[], DeliveryRefusal>> {
  if (ids) return { ok: true, value: ids };
  const query = readDeliveryQuery(q, now);
  if (!query.ok) return query;
  return { ok: true, value: await store.matchingDeliveries({ matcher: query.value.matcher, status }) };
}
