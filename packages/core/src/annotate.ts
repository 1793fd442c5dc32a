import type { Annotation, EventId, EventListItem } from '@hooktap/protocol';
import type { Outcome } from './inspection-port.ts';
import type { Publisher } from './publisher.ts';
import type { Store, StoreError } from './store-port.ts';

/** Puts a person's marks on an event; null where there is no such event. */
export async function annotate(
  { store, publisher }: { store: Store; publisher: Publisher },
  eventId: EventId,
  marks: Annotation,
): Promise<Outcome<EventListItem | null, StoreError>> {
  if (!(await store.listItem(eventId))) return { ok: true, value: null };
  const place = publisher.place();
  const stored = await store.append({ type: 'annotation', seq: place.seq, eventId, marks }).durable;
  const event = stored.ok ? await store.listItem(eventId) : null;
  if (event) place.fill({ type: 'event.updated', event });
  else place.leave();
  return stored.ok ? { ok: true, value: event } : stored;
}
