import { BeginOrder } from './begin-order.ts';
import type { Clock } from './clock.ts';
import type { Deliver } from './deliver.ts';
import type { DeliveryRecords } from './delivery-records.ts';
import type { Duty, Settled, Turn } from './duty.ts';
import type { EndpointBook } from './endpoint-book.ts';
import type { Store } from './store-port.ts';
import { attemptStored } from './stored-attempt.ts';

export interface TurnsContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly book: EndpointBook;
  readonly deliver: Deliver;
  readonly records: DeliveryRecords;
  /** The waits before retries pass so many times as fast. */
  readonly timeScale: number;
  readonly random: () => number;
}

/** Makes the attempts whose turn has come: for the sender that still waits, else from what the store has. */
export class Turns {
  readonly #context: TurnsContext;
  readonly #running = new Set<Promise<unknown>>();
  readonly #order = new BeginOrder();

  constructor(context: TurnsContext) {
    this.#context = context;
  }

  run(duty: Duty, to: Omit<Turn, 'queuedMs'>): Promise<Settled> {
    const { clock, book } = this.#context;
    const turn = { ...to, queuedMs: clock.monotonic() - duty.since };
    const order = this.#order;
    const context = { ...this.#context, now: () => clock.now(), holds: book.holds.bind(book), order };
    const attempt = () => duty.waiter?.run(turn) ?? attemptStored(context, duty, turn);
    const running = duty.waiter && duty.noting ? duty.noting.then(attempt) : attempt();
    this.#running.add(running);
    return running.finally(() => this.#running.delete(running));
  }

  /** Settles when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
  }
}
