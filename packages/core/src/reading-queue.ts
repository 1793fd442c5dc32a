import type { EventId } from '@hooktap/protocol';
import type { EndpointPolicy } from './endpoint-policy.ts';
import { reportBug } from './report-bug.ts';
import { type RequestPulse, SpareTime } from './spare-time.ts';
import type { CapturedEvent, Store, StoredBody } from './store-port.ts';

interface QueueContext {
  readonly store: Store;
  readonly pulse: RequestPulse;
  /** Reads one event; `body` is null where it lies in the store only. */
  readonly read: (
    event: CapturedEvent,
    body: StoredBody | null,
    policy: EndpointPolicy,
  ) => void | Promise<void>;
}

interface Waiting {
  readonly policy: EndpointPolicy;
  /** Null: it is taken from the store again when its turn comes. */
  readonly inMemory: { readonly event: CapturedEvent; readonly body: StoredBody } | null;
}

/** Of more than these only the id waits in memory. */
const keptInMemory = 1000;
/** A burst is captured first and read afterwards; one that does not end is read a little at a time. */
const patienceMs = 200;
const share = 0.25;
/** What is read about with its capture is cheaper to find: of a flood that does not end, no more than these wait for long. */
const mostBehind = 128;

/** Events that wait for a closer look, the oldest first, each looked at when no request has to wait for that. */
export class ReadingQueue {
  readonly #context: QueueContext;
  readonly #waiting = new Map<EventId, Waiting>();
  readonly #spare: SpareTime;
  #whenEmpty: (() => void)[] = [];

  constructor(context: QueueContext) {
    this.#context = context;
    this.#spare = new SpareTime({
      pulse: context.pulse,
      step: () => this.#step(),
      patienceMs,
      share,
      isPressing: () => this.#waiting.size > mostBehind,
    });
  }

  add(event: CapturedEvent, body: StoredBody, policy: EndpointPolicy): void {
    const inMemory = this.#waiting.size < keptInMemory ? { event, body } : null;
    this.#waiting.set(event.id, { policy, inMemory });
    this.#spare.wake();
  }

  /** The same for one that only the store has. */
  addStored(id: EventId, policy: EndpointPolicy): void {
    this.#waiting.set(id, { policy, inMemory: null });
    this.#spare.wake();
  }

  /** Settles when nothing waits any more. */
  empty(): Promise<void> {
    if (this.#waiting.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.#whenEmpty.push(resolve));
  }

  #step(): boolean | Promise<boolean> {
    const [next] = this.#waiting;
    if (!next) return this.#isEmpty();
    const [id, { policy, inMemory }] = next;
    try {
      const read = inMemory
        ? this.#context.read(inMemory.event, inMemory.body, policy)
        : this.#readStored(id, policy);
      if (read instanceof Promise) return read.catch(bug).then(() => this.#done(id));
    } catch (error) {
      bug(error);
    }
    return this.#done(id);
  }

  #done(id: EventId): boolean {
    this.#waiting.delete(id);
    return this.#waiting.size > 0 || this.#isEmpty();
  }

  #isEmpty(): false {
    for (const tell of this.#whenEmpty) tell();
    this.#whenEmpty = [];
    return false;
  }

  async #readStored(id: EventId, policy: EndpointPolicy): Promise<void> {
    const event = await this.#context.store.event(id);
    // It may have been erased meanwhile.
    if (event) await this.#context.read(event, null, policy);
  }
}

const bug = (error: unknown): void => reportBug('at reading an event', error);
