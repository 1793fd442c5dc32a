import type { Clock } from './clock.ts';

/** How long one at a time has to make headway, in milliseconds. */
const patienceMs = 10_000;

/**
 * How many of what was kept back may be under way at once: one, so that the handler sees them in order, and more only
 * where the line does not grow shorter that way, since then it would never end.
 */
export class CatchingUp {
  readonly #clock: Pick<Clock, 'monotonic'>;
  #atOnce = 1;
  #from: { readonly at: number; readonly held: number } | null = null;

  constructor(clock: Pick<Clock, 'monotonic'>) {
    this.#clock = clock;
  }

  get atOnce(): number {
    return this.#atOnce;
  }

  /** One has ended, and so many are still kept back. */
  ended(held: number): void {
    if (held === 0) {
      this.startAgain();
      return;
    }
    const at = this.#clock.monotonic();
    if (this.#from && at - this.#from.at < patienceMs) return;
    if (this.#from && held >= this.#from.held) this.#atOnce *= 2;
    this.#from = { at, held };
  }

  /** The line is empty, or its handler is down. */
  startAgain(): void {
    this.#atOnce = 1;
    this.#from = null;
  }
}
