import type { EventId, EventSelection, EventSelectionResult, RestoreSelection } from '@hooktap/protocol';
import { type Clock, toInstant } from './clock.ts';
import type { EventMatcher } from './event-matcher.ts';
import { readEventQuery } from './event-query.ts';
import type { Outcome, QueryRefusal } from './inspection-port.ts';
import type { Publisher } from './publisher.ts';
import type { Store, StoreError } from './store-port.ts';

interface SelectionContext {
  readonly store: Store;
  readonly publisher: Publisher;
  readonly clock: Clock;
}

/** Hides the selected events at once; they are erased later. A pinned one only by its id or `includePinned`. */
export async function remove(
  { store, publisher, clock }: SelectionContext,
  selection: EventSelection,
): Promise<Outcome<EventSelectionResult, QueryRefusal | StoreError>> {
  const query = readEventQuery(selection.q ?? '', clock.now(), store);
  if (!query.ok) return query;
  const ids = await visible(store, selection, query.value.matcher);
  if (ids.length === 0) return { ok: true, value: { ids, seq: store.currentSeq() } };
  const place = publisher.place();
  const { seq } = place;
  const stored = await store.append({ type: 'deleted', seq, ids, at: toInstant(clock.now()) }).durable;
  if (!stored.ok) {
    place.leave();
    return stored;
  }
  place.fill({ type: 'event.deleted', ids });
  return { ok: true, value: { ids, seq } };
}

/** Brings back what is hidden and not erased yet. */
export async function restore(
  { store, publisher, clock }: SelectionContext,
  selection: RestoreSelection,
): Promise<Outcome<EventSelectionResult, QueryRefusal | StoreError>> {
  const query = readEventQuery(selection.q ?? '', clock.now(), store);
  if (!query.ok) return query;
  const ids = await store.hidden(selection.ids ?? 'all', query.value.matcher);
  if (ids.length === 0) return { ok: true, value: { ids, seq: store.currentSeq() } };
  const place = publisher.place();
  const { seq } = place;
  const stored = await store.append({ type: 'restored', seq, ids }).durable;
  if (!stored.ok) {
    place.leave();
    return stored;
  }
  place.fill({ type: 'event.restored', ids });
  return { ok: true, value: { ids, seq } };
}

async function visible(
  store: Store,
  { ids, includePinned }: EventSelection,
  matcher: EventMatcher | undefined,
): Promise<EventId[]> {
  const wanted = ids ?? (await store.matching([], matcher));
  const found: EventId[] = [];
  for (const id of wanted) {
    const item = await store.listItem(id);
    if (item && (ids || includePinned || !item.pinned)) found.push(id);
  }
  return found;
}
