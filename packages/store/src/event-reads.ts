import {
  type BodyAddress,
  type BodyBytes,
  type DeliveryLog,
  type DeliveryLogQuery,
  type DeliverySearch,
  type EventMatcher,
  type OpenDelivery,
  type RequestOverride,
  type StorePage,
  type StorePageQuery,
  toEvent,
  toListItem,
  wordsMatcher,
} from '@hooktap/core';
import type { Delivery, DeliveryId, Event, EventId, EventListItem } from '@hooktap/protocol';
import type { BlobStore } from './blob-store.ts';
import { bodyBytes } from './body-bytes.ts';
import { findBody, findOverride } from './body-lookup.ts';
import { DeliveryReads } from './delivery-reads.ts';
import type { DeliveryTables } from './delivery-tables.ts';
import { listEvents, listPage } from './event-list.ts';
import { readEvent, readEvents, readFoundEvents } from './event-reader.ts';
import { EventSearch } from './event-search.ts';
import type { FactTables } from './fact-tables.ts';
import type { QuietWork } from './quiet-work.ts';
import { isOpen } from './record-note.ts';
import { searchPage } from './search-page.ts';
import type { SegmentCatalog } from './segment-catalog.ts';
import type { SegmentTexts } from './segment-texts.ts';

interface ReadParts {
  readonly catalog: SegmentCatalog;
  readonly blobs: BlobStore;
  readonly texts: SegmentTexts;
  readonly facts: FactTables;
  readonly tables: DeliveryTables;
  readonly quiet: QuietWork;
}

/** The reading half of the lowdb store. */
export class EventReads {
  readonly #catalog: SegmentCatalog;
  readonly #blobs: BlobStore;
  readonly #facts: FactTables;
  readonly #quiet: QuietWork;
  readonly #search: EventSearch;
  readonly #deliveries: DeliveryReads;

  constructor({ catalog, blobs, texts, facts, tables, quiet }: ReadParts) {
    this.#catalog = catalog;
    this.#blobs = blobs;
    this.#facts = facts;
    this.#quiet = quiet;
    this.#search = new EventSearch(catalog, blobs, texts, { facts, tables });
    this.#deliveries = new DeliveryReads(catalog, tables, this.#search);
  }

  async page({ words, matcher, ...bounds }: StorePageQuery): Promise<StorePage> {
    if (!isEverything(words, matcher)) await this.#quiet.done();
    const { matches, ...around } = isEverything(words, matcher)
      ? await listPage(this.#catalog, bounds)
      : await searchPage(this.#search, matcher ?? wordsMatcher(words), bounds);
    const events = await readFoundEvents(
      this.#catalog,
      this.#facts,
      matches.map(({ id }) => id),
    );
    const items = matches.flatMap(({ id }) => {
      const event = events.get(id);
      return event ? [toListItem(event.state)] : [];
    });
    return { items, ...around };
  }

  async matching(words: readonly string[], matcher?: EventMatcher, signal?: AbortSignal): Promise<EventId[]> {
    if (!isEverything(words, matcher)) await this.#quiet.done();
    const found: EventId[] = [];
    if (isEverything(words, matcher)) {
      for await (const events of listEvents(this.#catalog, {})) for (const { id } of events) found.push(id);
      return found;
    }
    const step = () => {
      signal?.throwIfAborted();
      return 'search' as const;
    };
    const search = this.#search.matches(matcher ?? wordsMatcher(words), step);
    for await (const { matches } of search) for (const { id } of matches) found.push(id);
    return found;
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

  async deliveries(query: DeliveryLogQuery): Promise<DeliveryLog> {
    await this.#quiet.done();
    return this.#deliveries.page(query);
  }
  async matchingDeliveries(search: DeliverySearch): Promise<DeliveryId[]> {
    await this.#quiet.done();
    return this.#deliveries.matching(search);
  }

  openDeliveries(): AsyncIterable<OpenDelivery> {
    return readOpen(this.#catalog, [...this.#catalog.ledger.open]);
  }

  async #eventOf(id: DeliveryId) {
    const eventId = this.#catalog.eventOf(id);
    return eventId && readEvent(this.#catalog, eventId);
  }
}

/** Events that are in memory at a time. */
const pieceSize = 200;

/** Ids rise with time. */
async function* readOpen(
  catalog: SegmentCatalog,
  open: [DeliveryId, EventId][],
): AsyncGenerator<OpenDelivery> {
  open.sort(([a], [b]) => (a < b ? -1 : 1));
  for (let start = 0; start < open.length; start += pieceSize) {
    const piece = open.slice(start, start + pieceSize);
    const events = await readEvents(catalog, [...new Set(piece.map(([, eventId]) => eventId))]);
    for (const [id, eventId] of piece) {
      const state = events.get(eventId)?.state;
      const delivery = state?.deliveries.find((one) => one.id === id);
      if (state && delivery && isOpen(delivery.status)) yield { delivery, event: toListItem(state) };
    }
  }
}

const isEverything = (words: readonly string[], matcher: EventMatcher | undefined): boolean =>
  matcher === undefined && words.every((word) => word === '');
