import type { Clock } from './clock.ts';
import { OrderedLine } from './ordered-line.ts';

/** The wall clock is looked at this often, since a sleeping machine stops timers and clocks can be set. */
const longestWaitMs = 15_000;
/** Later than this is overdue: the machine slept, or Hooktap was not running. */
const overdueMs = 5000;

interface Appointment<T> {
  readonly item: T;
  readonly at: number;
}

/** Hands back what was put off, each at its time. */
export class RetryClock<T> {
  readonly #clock: Clock;
  readonly #due: (item: T, overdue: boolean) => void;
  readonly #line = new OrderedLine<Appointment<T>>(({ at }) => at);
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(clock: Clock, due: (item: T, overdue: boolean) => void) {
    this.#clock = clock;
    this.#due = due;
  }

  get length(): number {
    return this.#line.length;
  }

  /** Milliseconds since 1970; null where nothing is put off. */
  get next(): number | null {
    return this.#line.first()?.at ?? null;
  }

  /** Hands `item` back at `at`, in milliseconds since 1970. */
  put(item: T, at: number): void {
    this.#line.add({ item, at });
    this.#set();
  }

  take(fits: (item: T) => boolean): T | undefined {
    return this.#line.take(({ item }) => fits(item))?.item;
  }

  *items(): Iterable<T> {
    for (const { item } of this.#line) yield item;
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #set(): void {
    clearTimeout(this.#timer);
    const { next } = this;
    if (next === null || this.#stopped) return;
    const wait = Math.min(Math.max(0, next - this.#clock.now()), longestWaitMs);
    this.#timer = setTimeout(() => this.#look(), wait);
    this.#timer.unref();
  }

  #look(): void {
    const now = this.#clock.now();
    for (;;) {
      const appointment = this.#line.take(({ at }) => at <= now);
      if (!appointment) break;
      this.#due(appointment.item, now - appointment.at > overdueMs);
    }
    this.#set();
  }
}
