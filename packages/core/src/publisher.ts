import type { EventId, Seq, StreamChange } from '@hooktap/protocol';
import { RequestPulse, SpareTime } from './spare-time.ts';
import type { Store } from './store-port.ts';
import { type KeptNote, type Note, noteOf, subjectOf } from './stream-note.ts';

/** How many changes a client may have missed and still be told. */
const kept = 10_000;
/** A reply, an attempt and a reading of one event come within moments: one message tells all. */
const patienceMs = 40;
const share = 0.5;

/** What a client missed, or `resync` where that is no longer at hand. */
export type Missed =
  | { readonly kind: 'changes'; readonly changes: readonly StreamChange[] }
  | { readonly kind: 'resync' };

/** A change without its number. */
type Unnumbered<C> = C extends StreamChange ? Omit<C, 'seq'> : never;
export type Change = Unnumbered<StreamChange>;

/** A place in the stream, taken before it is known whether there will be anything to tell. */
export interface Place {
  readonly seq: Seq;
  /** Fills the place; what stands behind it waits for this, so that numbers only rise. */
  fill(change: Change): void;
  /** Nothing happened after all. */
  leave(): void;
}

/**
 * Tells every open inspector what happened, in order, and those that were away what they missed.
 * It keeps light notes, not messages: a message is made again from the store when someone asks.
 */
export class Publisher {
  readonly #store: Store;
  readonly #listeners = new Set<(change: StreamChange) => void>();
  readonly #places: TakenPlace[] = [];
  readonly #changed = new Set<EventId>();
  readonly #spare: SpareTime;
  #notes: Note[] = [];
  readonly #newest = new Map<string, KeptNote>();
  /** A client that saw this seq or a later one can be caught up. */
  #oldest: Seq;

  private constructor(store: Store, notes: Note[], pulse: RequestPulse) {
    this.#store = store;
    this.#spare = new SpareTime({ pulse, step: () => this.#tellNext(), patienceMs, share });
    this.#notes = notes;
    this.#oldest = notes[0] ? notes[0].seq - 1 : store.currentSeq();
  }

  /** Knows what records of earlier runs tell, so that clients resume across restarts. */
  static async open(store: Store, pulse = new RequestPulse()): Promise<Publisher> {
    return new Publisher(store, await store.recentChanges(kept), pulse);
  }

  get oldestSeq(): Seq {
    return this.#oldest;
  }

  subscribe(listener: (change: StreamChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The next number, to be filled or left soon: later changes wait for it. */
  place(): Place {
    const place = new TakenPlace(this.#store.nextSeq(), this.#tellSettled);
    this.#places.push(place);
    return place;
  }

  /** What is known at once. */
  publish(change: Change): void {
    this.place().fill(change);
  }

  /** Tells an event's state soon, once for all that becomes of it meanwhile. */
  eventChanged(id: EventId): void {
    this.#changed.add(id);
    this.#spare.wake();
  }

  /** Tells at once what was put off. */
  async flush(): Promise<void> {
    while (await this.#tellNext()) {}
  }

  /** False where there is nothing to tell any more. */
  async #tellNext(): Promise<boolean> {
    const [id] = this.#changed;
    if (id === undefined) return false;
    this.#changed.delete(id);
    const event = await this.#store.listItem(id).catch(() => null);
    if (event) this.publish({ type: 'event.updated', event });
    return this.#changed.size > 0;
  }

  readonly #tellSettled = (): void => {
    for (let first = this.#places[0]; first && first.state !== 'taken'; first = this.#places[0]) {
      this.#places.shift();
      if (first.state !== 'left') this.#tell(first.state);
    }
  };

  #tell(change: StreamChange): void {
    this.#notes.push(this.#note(change));
    if (this.#notes.length >= 2 * kept) {
      this.#notes = this.#notes.slice(-kept);
      this.#oldest = (this.#notes[0]?.seq ?? 1) - 1;
      for (const [subject, { seq }] of this.#newest) if (seq <= this.#oldest) this.#newest.delete(subject);
    }
    for (const listener of this.#listeners) listener(change);
  }

  #note(change: StreamChange): Note {
    const subject = subjectOf(change);
    if (subject === null) return noteOf(change);
    const note: KeptNote = { seq: change.seq, type: 'kept', change };
    const before = this.#newest.get(subject);
    if (before) before.change = null;
    this.#newest.set(subject, note);
    return note;
  }

  /** Everything after `after`, in its state of now. */
  async since(after: Seq): Promise<Missed> {
    if (after < this.#oldest || after > this.#store.currentSeq()) return { kind: 'resync' };
    const changes: StreamChange[] = [];
    const missed = this.#notes.filter(({ seq }) => seq > after);
    /** Were captured, or restored, and went again: nobody is told of either. */
    const unseen = new Set<EventId>();
    for (const note of missed) {
      const change = await this.#recall(note, unseen);
      if (change) changes.push(change);
    }
    return { kind: 'changes', changes };
  }

  /** Null where what it tells of is gone since, which `unseen` remembers until that is to be told. */
  async #recall(missed: Note, unseen: Set<EventId>): Promise<StreamChange | null> {
    switch (missed.type) {
      case 'kept':
        return missed.change;
      case 'event.captured':
      case 'event.updated': {
        const event = await this.#store.listItem(missed.eventId);
        if (!event && missed.type === 'event.captured') unseen.add(missed.eventId);
        return event && { type: missed.type, seq: missed.seq, event };
      }
      case 'event.restored': {
        const ids: EventId[] = [];
        for (const id of missed.ids) {
          if (await this.#store.listItem(id)) ids.push(id);
          else unseen.add(id);
        }
        return ids.length > 0 ? { type: missed.type, seq: missed.seq, ids } : null;
      }
      case 'event.deleted': {
        const ids = missed.ids.filter((id) => !unseen.delete(id));
        const isUnseen = missed.ids.length > 0 && ids.length === 0;
        return isUnseen ? null : { type: missed.type, seq: missed.seq, ids };
      }
      case 'delivery.updated': {
        const delivery = await this.#store.delivery(missed.deliveryId);
        if (!delivery) return null;
        const { attempts: _attempts, ...summary } = delivery;
        return { type: missed.type, seq: missed.seq, delivery: summary };
      }
      case 'attempt.settled': {
        const { eventId, deliveryId, number, seq, type } = missed;
        const attempt = (await this.#store.delivery(deliveryId))?.attempts.find(
          (one) => one.number === number,
        );
        return attempt ? { type, seq, eventId, deliveryId, attempt } : null;
      }
    }
  }
}

/** A class, not closures: every capture takes two. */
class TakenPlace implements Place {
  readonly seq: Seq;
  readonly #onSettled: () => void;
  state: 'taken' | 'left' | StreamChange = 'taken';

  constructor(seq: Seq, onSettled: () => void) {
    this.seq = seq;
    this.#onSettled = onSettled;
  }

  fill(change: Change): void {
    this.#settle({ ...change, seq: this.seq });
  }

  leave(): void {
    this.#settle('left');
  }

  #settle(state: 'left' | StreamChange): void {
    if (this.state !== 'taken') return;
    this.state = state;
    this.#onSettled();
  }
}
