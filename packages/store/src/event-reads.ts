import {
  type BodyAddress,
  type BodyBytes,
  type OpenDelivery,
  type RequestOverride,
  type StorePage,
  type StorePageQuery,
  toEvent,
  toListItem,
} from '@hooktap/core';
import type { Delivery, DeliveryId, Event, EventId, EventListItem } from '@hooktap/protocol';
import type { BlobStore } from './blob-store.ts';
import { bodyBytes } from './body-bytes.ts';
import { findBody, findOverride } from './body-lookup.ts';
import { readEvent, readEvents } from './event-reader.ts';
import { EventSearch, type WalkQuery } from './event-search.ts';
import { searchWords } from './search-words.ts';
import type { SegmentCatalog } from './segment-catalog.ts';

/** How long a page may take to count all that match. */
const countingMs = 200;

/** The reading half of the lowdb store. */
export class EventReads {
  readonly #catalog: SegmentCatalog;
  readonly #blobs: BlobStore;
  readonly #search: EventSearch;

  constructor(catalog: SegmentCatalog, blobs: BlobStore) {
    this.#catalog = catalog;
    this.#blobs = blobs;
    this.#search = new EventSearch(catalog, blobs);
  }

  async page({ words: given, before, after, limit }: StorePageQuery): Promise<StorePage> {
    const words = searchWords(given);
    const newer = after !== undefined && before === undefined;
    const bounds = { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
    const found = await this.#first({ words, direction: newer ? 'newer' : 'older', ...bounds }, limit + 1);
    const more = found.length > limit;
    const ids = found.slice(0, limit);
    if (newer) ids.reverse();
    const events = await readEvents(this.#catalog, ids);
    const items = ids.flatMap((id) => {
      const event = events.get(id);
      return event ? [toListItem(event.state)] : [];
    });
    const other = await this.#beyond(
      words,
      newer ? { before: after + 1 } : { after: (before ?? Infinity) - 1 },
    );
    const whole = !more && before === undefined && after === undefined;
    const total = whole ? { total: ids.length, totalIsExact: true } : await this.#total(words);
    return { items, hasOlder: newer ? other : more, hasNewer: newer ? more : other, ...total };
  }

  async matching(words: readonly string[]): Promise<EventId[]> {
    return this.#first({ words: searchWords(words), direction: 'older' }, Number.POSITIVE_INFINITY);
  }

  async listItem(id: EventId): Promise<EventListItem | null> {
    const event = await readEvent(this.#catalog, id);
    return event ? toListItem(event.state) : null;
  }

  async event(id: EventId): Promise<Event | null> {
    const event = await readEvent(this.#catalog, id);
    return event ? toEvent(event.state) : null;
  }

  async delivery(id: DeliveryId): Promise<Delivery | null> {
    const event = await this.#eventOf(id);
    return event?.state.deliveries.find((delivery) => delivery.id === id) ?? null;
  }

  async override(id: DeliveryId): Promise<RequestOverride | null> {
    const event = await this.#eventOf(id);
    return event ? findOverride(event.records, id) : null;
  }

  async body(address: BodyAddress): Promise<BodyBytes | null> {
    const event =
      address.of === 'event'
        ? await readEvent(this.#catalog, address.eventId)
        : await this.#eventOf(address.deliveryId);
    const body = event && findBody(event.records, address);
    return body ? bodyBytes(this.#blobs, body) : null;
  }

  async openDeliveries(): Promise<OpenDelivery[]> {
    const events = await readEvents(this.#catalog, [...new Set(this.#catalog.ledger.open.values())]);
    const found = [...this.#catalog.ledger.open].flatMap(([id, eventId]) => {
      const state = events.get(eventId)?.state;
      const delivery = state?.deliveries.find((one) => one.id === id);
      return state && delivery ? [{ delivery, event: toListItem(state) }] : [];
    });
    return found.sort((a, b) => (a.delivery.createdAt < b.delivery.createdAt ? -1 : 1));
  }

  async #eventOf(id: DeliveryId) {
    const eventId = this.#catalog.eventOf(id);
    return eventId && readEvent(this.#catalog, eventId);
  }

  async #first(query: WalkQuery, count: number): Promise<EventId[]> {
    const found: EventId[] = [];
    for await (const ids of this.#search.walk(query)) {
      for (const id of ids) found.push(id);
      if (found.length >= count) break;
    }
    return found.length > count ? found.slice(0, count) : found;
  }

  /** Whether there is any match on the other side of the page's bound. */
  async #beyond(words: readonly string[], bound: { before: number } | { after: number }): Promise<boolean> {
    if ('after' in bound && bound.after === Infinity) return false;
    const direction = 'before' in bound ? 'older' : 'newer';
    return (await this.#first({ words, direction, ...bound }, 1)).length > 0;
  }

  async #total(words: readonly string[]): Promise<{ total: number; totalIsExact: boolean }> {
    if (words.length === 0) return { total: this.#catalog.ledger.events, totalIsExact: true };
    const deadline = performance.now() + countingMs;
    let total = 0;
    for await (const ids of this.#search.walk({ words, direction: 'older' })) {
      total += ids.length;
      if (performance.now() > deadline) return { total, totalIsExact: false };
    }
    return { total, totalIsExact: true };
  }
}
