import {
  type BodyAddress,
  type BodyBytes,
  type ChangeNote,
  type Clock,
  type Commit,
  type DeliveryLog,
  type DeliveryLogQuery,
  type DeliverySearch,
  type EventMatcher,
  noTotals,
  type OpenDelivery,
  type RequestOverride,
  type RetentionLimits,
  type RetentionRound,
  type Store,
  type StorePage,
  type StorePageQuery,
  type StoreRecord,
  toDeliveryListItem,
  toEvent,
  toListItem,
  type WriteResult,
  wordsMatcher,
} from '@hooktap/core';
import type {
  Delivery,
  DeliveryId,
  Event,
  EventId,
  EventListItem,
  RejectedRequest,
  Saying,
} from '@hooktap/protocol';
import { inlineBytes } from './body-bytes.ts';
import { inlineBody } from './body-intake.ts';
import { findBody, findOverride } from './body-lookup.ts';
import { changeNotes } from './change-notes.ts';
import { MemoryEvents } from './memory-events.ts';
import { noteOf } from './record-note.ts';
import { RejectedRing } from './rejected-ring.ts';
import { pushedOut } from './retention-choice.ts';
import { closedError } from './store-failure.ts';

async function* inTurn<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

const done: Promise<WriteResult> = Promise.resolve({ ok: true });

/** A store that forgets everything at the end of the process; for tests and trials. */
export const createMemoryStore = (_options: { clock: Clock }): Store => new MemoryStore();

class MemoryStore implements Store {
  readonly warnings: readonly Saying[] = [];
  readonly #events = new MemoryEvents();
  readonly #changes: ChangeNote[] = [];
  readonly #settings = new Map<string, string>();
  readonly #rejected = new RejectedRing();
  #seq = 0;
  #closed = false;

  nextSeq(): number {
    this.#seq += 1;
    return this.#seq;
  }
  currentSeq(): number {
    return this.#seq;
  }

  openBody() {
    const pieces: Buffer[] = [];
    let size = 0;
    return {
      write(chunk: Buffer): undefined {
        size += chunk.length;
        pieces.push(chunk);
      },
      finish: () => inlineBody(pieces, size),
      discard() {},
    };
  }

  append(record: StoreRecord): Commit {
    if (this.#closed) {
      const result = Promise.resolve<WriteResult>({ ok: false, error: closedError() });
      return { written: result, durable: result };
    }
    this.#events.add(record);
    this.#changes.push(...changeNotes(noteOf(record, 0, 0)));
    return { written: done, durable: done };
  }
  appendLater(record: StoreRecord): void {
    this.append(record);
  }

  async page({ words, matcher, before, after, limit }: StorePageQuery): Promise<StorePage> {
    const all = await this.#events.matching(matcher ?? wordsMatcher(words));
    const inside = all.filter(({ seq }) => seq < (before ?? Infinity) && seq > (after ?? -1));
    const newer = after !== undefined && before === undefined;
    const items = newer ? inside.slice(-limit) : inside.slice(0, limit);
    const [first, last] = [items[0], items.at(-1)];
    const newest = first?.seq ?? (newer ? (after ?? 0) : (before ?? 1) - 1);
    const oldest = last?.seq ?? (newer ? (after ?? 0) + 1 : (before ?? 0));
    return {
      items: items.map(({ state }) => toListItem(state)),
      hasNewer: all.some(({ seq }) => seq > newest),
      hasOlder: all.some(({ seq }) => seq < oldest),
      total: all.length,
      totalIsExact: true,
    };
  }

  async matching(words: readonly string[], matcher?: EventMatcher): Promise<EventId[]> {
    return (await this.#events.matching(matcher ?? wordsMatcher(words))).map(({ id }) => id);
  }
  async listItem(id: EventId): Promise<EventListItem | null> {
    const found = this.#events.get(id);
    return found ? toListItem(found.state) : null;
  }
  async event(id: EventId): Promise<Event | null> {
    const found = this.#events.get(id);
    return found ? toEvent(found.state) : null;
  }
  async delivery(id: DeliveryId): Promise<Delivery | null> {
    return this.#events.ofDelivery(id)?.state.deliveries.find((one) => one.id === id) ?? null;
  }
  async override(id: DeliveryId): Promise<RequestOverride | null> {
    const found = this.#events.ofDelivery(id);
    return found ? findOverride(found.records, id) : null;
  }
  async body(address: BodyAddress): Promise<BodyBytes | null> {
    const found =
      address.of === 'event'
        ? this.#events.get(address.eventId)
        : this.#events.ofDelivery(address.deliveryId);
    const body = found && findBody(found.records, address);
    return body?.content.kind === 'inline' ? inlineBytes(body.content.bytes) : null;
  }
  async hidden(ids: readonly EventId[] | 'all', matcher?: EventMatcher): Promise<EventId[]> {
    const { hidden } = this.#events;
    const found = ids === 'all' ? [...hidden.keys()] : ids.filter((id) => hidden.has(id));
    return matcher ? this.#events.matchingHidden(found, matcher) : found;
  }
  async deliveries({ matcher, status, before, limit }: DeliveryLogQuery): Promise<DeliveryLog> {
    const all = await this.#events.matchingDeliveries({ matcher });
    const totals = noTotals();
    for (const { delivery } of all) totals[delivery.status] += 1;
    const asked = all.filter(
      ({ delivery: { id, status: own } }) => (status ?? own) === own && (before === undefined || id < before),
    );
    const page = asked.slice(0, limit);
    return {
      items: page.map(({ event, delivery }) => toDeliveryListItem(event.state, delivery)),
      next: asked.length > limit ? (page.at(-1)?.delivery.id ?? null) : null,
      totals,
      totalIsExact: true,
    };
  }
  async matchingDeliveries(search: DeliverySearch): Promise<DeliveryId[]> {
    const found = await this.#events.matchingDeliveries(search);
    return found.map(({ delivery }) => delivery.id).reverse();
  }
  openDeliveries(): AsyncIterable<OpenDelivery> {
    return inTurn(this.#events.openDeliveries());
  }
  async recentChanges(limit: number): Promise<ChangeNote[]> {
    return this.#changes.toSorted((a, b) => a.seq - b.seq).slice(-limit);
  }

  noteRejected(request: RejectedRequest): void {
    this.#rejected.add(request);
  }
  rejected() {
    return { items: this.#rejected.items, total: this.#rejected.total };
  }
  counts() {
    return this.#events.counts();
  }

  async derivedBytes(): Promise<number> {
    return 0;
  }

  async retain(limits: RetentionLimits, round: RetentionRound): Promise<EventId[]> {
    const { now, hiddenBefore } = round;
    const expired = [...this.#events.hidden].flatMap(([id, since]) => (since < hiddenBefore ? [id] : []));
    for (const id of expired) this.#events.erase(id);
    const { events, storedBytes: bytes } = this.#events.counts();
    const candidates = this.#events.erasable();
    const gone = pushedOut(candidates, { events, bytes }, limits, now).map(({ id }) => id);
    const ids = [...expired, ...gone];
    if (ids.length === 0) return [];
    const seq = round.takeSeq?.() ?? this.nextSeq();
    for (const id of gone) this.#events.erase(id);
    if (gone.length > 0) this.#changes.push({ seq, type: 'event.deleted', ids: gone });
    round.onErased?.(gone);
    return ids;
  }

  setting(name: string): string | undefined {
    return this.#settings.get(name);
  }
  async setSetting(name: string, value: string): Promise<WriteResult> {
    this.#settings.set(name, value);
    return done;
  }
  async close(): Promise<void> {
    this.#closed = true;
  }
}
