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

/** Hands back what was put off, each at its time. An item is put off once at a time. */
export class RetryClock<T> {
  readonly #clock: Clock;
  readonly #due: (item: T, overdue: boolean) => void;
  readonly #line = new OrderedLine<Appointment<T>>(({ at }) => at);
  readonly #appointments = new Map<T, Appointment<T>>();
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
    const appointment = { item, at };
    this.#appointments.set(item, appointment);
    this.#line.add(appointment);
    if (this.#line.first() === appointment) this.#set();
  }

  /** Null where it is not here. */
  timeOf(item: T): number | null {
    return this.#appointments.get(item)?.at ?? null;
  }

  /** False where it is not here. */
  remove(item: T): boolean {
    const appointment = this.#appointments.get(item);
    if (!appointment) return false;
    this.#appointments.delete(item);
    return this.#line.remove(appointment);
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
    for (let first = this.#line.first(); first && first.at <= now; first = this.#line.first()) {
      this.remove(first.item);
      this.#due(first.item, now - first.at > overdueMs);
    }
    this.#set();
  }
}
