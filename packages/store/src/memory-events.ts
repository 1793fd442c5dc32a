import {
  applyRecord,
  type DeliverySearch,
  deliveryDigest,
  type EventCandidate,
  type EventMatcher,
  type EventState,
  initialState,
  type OpenDelivery,
  type StoreRecord,
  toEvent,
  toListItem,
} from '@hooktap/core';
import type { Delivery, DeliveryId, EventId, Instant } from '@hooktap/protocol';
import { isOpen } from './record-note.ts';
import type { RetentionCandidate } from './retention-choice.ts';
import { searchText } from './search-text.ts';

/** An event in memory with the records that made it. */
export interface MemoryEvent {
  readonly id: EventId;
  readonly seq: number;
  readonly body: Buffer;
  state: EventState;
  readonly records: StoreRecord[];
}

/** A delivery in memory with its event. */
export interface MemoryDelivery {
  readonly event: MemoryEvent;
  readonly delivery: Delivery;
}

const candidateOf = ({ state, body }: MemoryEvent): EventCandidate => ({
  event: toEvent(state),
  body: async () => body,
  text: async () => searchText(state, body),
});

/** The events of the memory store. */
export class MemoryEvents {
  readonly #events = new Map<EventId, MemoryEvent>();
  readonly hidden = new Map<EventId, Instant>();

  add(record: StoreRecord): void {
    if (record.type === 'deleted') {
      for (const id of record.ids) if (this.get(id)) this.hidden.set(id, record.at);
    } else if (record.type === 'restored') {
      for (const id of record.ids) this.hidden.delete(id);
    } else if (record.type === 'event') {
      const { event, body, seq } = record;
      const bytes = body.content.kind === 'inline' ? body.content.bytes : Buffer.alloc(0);
      this.#events.set(event.id, {
        id: event.id,
        seq,
        body: bytes,
        state: initialState(event),
        records: [record],
      });
    } else this.#update(record.type === 'delivery' ? record.delivery.eventId : record.eventId, record);
  }

  #update(id: EventId, record: StoreRecord): void {
    const event = this.#events.get(id);
    if (!event) return;
    event.state = applyRecord(event.state, record);
    event.records.push(record);
  }

  erase(id: EventId): void {
    this.#events.delete(id);
    this.hidden.delete(id);
  }

  /** Not a hidden one. */
  get(id: EventId): MemoryEvent | undefined {
    return this.hidden.has(id) ? undefined : this.#events.get(id);
  }

  /** Newest first. */
  visible(): MemoryEvent[] {
    return [...this.#events.values()].filter(({ id }) => !this.hidden.has(id)).sort((a, b) => b.seq - a.seq);
  }

  /** Newest first; each is looked at closely. */
  async matching(matcher: EventMatcher): Promise<MemoryEvent[]> {
    const found: MemoryEvent[] = [];
    for (const one of this.visible()) {
      if (await matcher.matches(candidateOf(one))) found.push(one);
    }
    return found;
  }

  /** Those of these hidden events that match. */
  async matchingHidden(ids: readonly EventId[], matcher: EventMatcher): Promise<EventId[]> {
    const found: EventId[] = [];
    for (const id of ids) {
      const event = this.#events.get(id);
      if (event && (await matcher.matches(candidateOf(event)))) found.push(id);
    }
    return found;
  }

  /** Those of visible events that match, newest first; each event is looked at closely. */
  async matchingDeliveries({ matcher, status }: DeliverySearch): Promise<MemoryDelivery[]> {
    const found: MemoryDelivery[] = [];
    for (const event of this.visible()) {
      const fitting = await Promise.all(
        (matcher?.events ?? []).map((one) => one.matches(candidateOf(event))),
      );
      for (const delivery of event.state.deliveries) {
        const head = { delivery, digest: deliveryDigest(delivery) };
        const verdict = matcher?.judge(head, (index) => (fitting[index] ? 'yes' : 'no')) ?? 'yes';
        if (verdict === 'yes' && (status ?? delivery.status) === delivery.status)
          found.push({ event, delivery });
      }
    }
    return found.sort((a, b) => (a.delivery.id < b.delivery.id ? 1 : -1));
  }

  ofDelivery(id: DeliveryId): MemoryEvent | undefined {
    return this.visible().find(({ state }) => state.deliveries.some((delivery) => delivery.id === id));
  }

  openDeliveries(): OpenDelivery[] {
    return this.visible()
      .flatMap(({ state }) =>
        state.deliveries
          .filter(({ status }) => isOpen(status))
          .map((delivery) => ({ delivery, event: toListItem(state) })),
      )
      .sort((a, b) => (a.delivery.id < b.delivery.id ? -1 : 1));
  }

  counts() {
    const events = this.visible();
    return {
      events: events.length,
      pinned: events.filter(({ state }) => state.marks.pinned).length,
      openDeliveries: this.openDeliveries().length,
      storedBytes: events.reduce((sum, event) => sum + sizeOf(event), 0),
    };
  }

  /** Oldest first, without pinned ones and those with an open delivery. */
  erasable(): RetentionCandidate[] {
    return this.visible()
      .reverse()
      .filter(({ state }) => !state.marks.pinned && !state.deliveries.some(({ status }) => isOpen(status)))
      .map((event) => ({
        id: event.id,
        at: Date.parse(event.state.captured.receivedAt),
        bytes: sizeOf(event),
        flawed: event.state.captured.body.state !== 'complete' || event.state.reply?.source === 'blocked',
      }));
  }
}

/** About what a line on disk would take. */
const sizeOf = ({ body, records }: MemoryEvent): number => body.length + 500 * records.length;
