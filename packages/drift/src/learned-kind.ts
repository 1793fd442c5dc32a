import type { Store } from '@hooktap/core';
import type { EventId, EventListItem } from '@hooktap/protocol';
import { bodyText, type SkippedBody } from './body-text.ts';
import { driftRule } from './drift-flags.ts';
import { type EventKind, ofKind } from './event-kind.ts';
import { GivingWay } from './giving-way.ts';
import { TypeHistory } from './type-history.ts';

/** Of one type; then older events are left out. */
const mostBytes = 8 * 1024 * 1024;
const pageSize = 250;
/** When there are more than are looked at, so many of the oldest go at once: what comes next is then told quickly. */
const pushedAtOnce = 100;

type Looked = 'json' | SkippedBody;

/**
 * What is known of one event type: learnt from the newest stored events when it is first asked for, then from those
 * that come. Nothing is kept on disk.
 */
export class LearnedKind {
  readonly kind: EventKind;
  readonly #store: Store;
  #history = new TypeHistory();
  readonly #looked = new Map<EventId, { readonly seq: number; readonly as: Looked }>();
  /** Came since, or are not what they were taken for at first. */
  readonly #waiting = new Map<EventId, EventListItem>();
  #hasOlder = false;
  /** Events that newer ones have pushed out since all was learnt. */
  #pushedOut = 0;
  #isLearnt = false;
  #work: Promise<void> | undefined;

  constructor(store: Store, kind: EventKind) {
    this.#store = store;
    this.kind = kind;
  }

  get history(): TypeHistory {
    return this.#history;
  }
  get hasOlder(): boolean {
    return this.#hasOlder;
  }
  get looked(): number {
    return this.#looked.size;
  }
  skipped(as: SkippedBody): number {
    let count = 0;
    for (const one of this.#looked.values()) if (one.as === as) count += 1;
    return count;
  }
  has(id: EventId): boolean {
    return this.#looked.has(id) || this.#waiting.has(id);
  }

  /** An event of this type that was captured or read just now. */
  add(event: EventListItem): void {
    if (this.#looked.has(event.id)) return;
    this.#waiting.set(event.id, event);
    if (this.#waiting.size > driftRule.mostEvents) this.#startAgain();
  }

  /** It is gone, or of another type after all: nothing of it may stay. */
  remove(id: EventId): void {
    this.#waiting.delete(id);
    if (this.#looked.has(id)) this.#startAgain();
  }

  /** Settles once everything that was there at the call is learnt. */
  upToDate(): Promise<void> {
    this.#work ??= this.#catchUp().finally(() => {
      this.#work = undefined;
    });
    return this.#work;
  }

  #startAgain(): void {
    this.#isLearnt = false;
    this.#waiting.clear();
  }

  async #catchUp(): Promise<void> {
    const way = new GivingWay();
    if (!this.#isLearnt || this.#pushedOut > driftRule.mostEvents) await this.#learn(way);
    const waiting = [...this.#waiting.values()].sort((a, b) => a.seq - b.seq);
    for (const event of waiting) {
      if (this.#waiting.delete(event.id)) await this.#look(event);
      await way.pause();
    }
    this.#pushOut();
    await this.#history.makeRecords(way);
  }

  async #learn(way: GivingWay): Promise<void> {
    this.#history = new TypeHistory();
    this.#looked.clear();
    this.#waiting.clear();
    this.#pushedOut = 0;
    // What changes from here on is waiting, or asks for a new start.
    this.#isLearnt = true;
    let before: number | undefined;
    let bytes = 0;
    do {
      const page = await this.#page(before);
      for (const event of page.items) {
        bytes += await this.#look(event);
        before = event.seq;
        await way.pause();
        if (bytes > mostBytes || this.#looked.size >= driftRule.mostEvents) break;
      }
      this.#hasOlder = page.hasOlder || page.items.at(-1)?.seq !== before;
      if (page.items.length === 0) break;
    } while (this.#hasOlder && bytes <= mostBytes && this.#looked.size < driftRule.mostEvents);
  }

  #page(before: number | undefined) {
    const from = before === undefined ? {} : { before };
    return this.#store.page({ words: [], matcher: ofKind(this.kind), limit: pageSize, ...from });
  }

  /** How many bytes were read for it. */
  async #look(event: EventListItem): Promise<number> {
    if (this.#looked.has(event.id)) return 0;
    const { id, seq, receivedAt } = event;
    const body = await bodyText(this.#store, event);
    if (!body) return 0;
    if (body.kind !== 'text') {
      this.#looked.set(id, { seq, as: body.kind });
      return 0;
    }
    const isJson = this.#history.see({ id, seq, at: Date.parse(receivedAt) }, body.text);
    this.#looked.set(id, { seq, as: isJson ? 'json' : 'not-json' });
    return body.bytes;
  }

  #pushOut(): void {
    if (this.#looked.size <= driftRule.mostEvents) return;
    const over = this.#looked.size - driftRule.mostEvents + pushedAtOnce;
    const oldest = [...this.#looked].sort(([, a], [, b]) => a.seq - b.seq).slice(0, over);
    const ids = new Set(oldest.map(([id]) => id));
    for (const id of ids) this.#looked.delete(id);
    this.#history.drop(ids);
    this.#pushedOut += over;
    this.#hasOlder = true;
  }
}
