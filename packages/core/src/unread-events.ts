import { setTimeout as sleep } from 'node:timers/promises';
import type { EventId, Seq } from '@hooktap/protocol';
import type { EndpointBook } from './endpoint-book.ts';
import type { EventReadings } from './event-readings.ts';
import { policyOf } from './event-verification.ts';
import { reportBug } from './report-bug.ts';
import type { Store } from './store-port.ts';

interface UnreadContext {
  readonly store: Pick<Store, 'page' | 'event' | 'currentSeq'>;
  readonly book: EndpointBook;
  readonly readings: Pick<EventReadings, 'afterwards'>;
  /** Settles once the packs are there; null: there are none. */
  readonly catalog: Promise<unknown> | null;
}

/** The reason that an event bears from its arrival until it is read. */
const notYet = 'Not checked yet.';
/** A stop leaves a handful; only a run in which the packs never came leaves more. */
const mostLookedAt = 2000;
const pageSize = 200;
/** Between two, so that what arrives meanwhile goes first. */
const pauseMs = 5;

/** Events of earlier runs that ended before their packs had read them: they are read now, oldest first. */
export class UnreadEvents {
  readonly #context: UnreadContext;
  /** Those of this run are on their way to being read by themselves. */
  readonly #before: Seq;
  readonly #stopped = new AbortController();

  constructor(context: UnreadContext) {
    this.#context = context;
    this.#before = context.store.currentSeq() + 1;
  }

  /** In the background; nothing waits for it. */
  start(): void {
    this.#readAll().catch((error: unknown) => {
      if (!this.#stopped.signal.aborted) reportBug('at reading what an earlier run left unread', error);
    });
  }

  stop(): void {
    this.#stopped.abort();
  }

  async #readAll(): Promise<void> {
    const { catalog, store, book, readings } = this.#context;
    if (!catalog) return;
    await catalog;
    for (const id of (await this.#unread()).reverse()) {
      await sleep(pauseMs, undefined, { ref: false, signal: this.#stopped.signal });
      const event = await store.event(id);
      if (event?.verification.reason !== notYet) continue;
      const { size, sha256 } = event.body;
      readings.afterwards(event, { size, sha256, content: { kind: 'blob' } }, policyOf(book, event));
    }
  }

  /** Newest first. */
  async #unread(): Promise<EventId[]> {
    const { store } = this.#context;
    const unread: EventId[] = [];
    let before = this.#before;
    for (let looked = 0; looked < mostLookedAt; looked += pageSize) {
      if (this.#stopped.signal.aborted) return [];
      const { items, hasOlder } = await store.page({ words: [], before, limit: pageSize });
      unread.push(...items.filter(isUnread).map(({ id }) => id));
      before = items.at(-1)?.seq ?? 0;
      if (!hasOlder) break;
    }
    return unread;
  }
}

const isUnread = ({ verification }: { readonly verification: { readonly reason?: string | undefined } }) =>
  verification.reason === notYet;
