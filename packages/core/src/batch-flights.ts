import type { Clock } from './clock.ts';

/** The replays of a batch that are under way. */
export class Flights {
  readonly #clock: Clock;
  readonly #waiting = new Set<() => void>();
  #count = 0;
  #tookMs = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get count(): number {
    return this.#count;
  }

  /** What all that landed took together. */
  get tookMs(): number {
    return this.#tookMs;
  }

  /** `flight` must not reject. */
  launch(flight: Promise<void>): void {
    const since = this.#clock.monotonic();
    this.#count += 1;
    void flight.then(() => {
      this.#count -= 1;
      this.#tookMs += this.#clock.monotonic() - since;
      for (const wake of this.#waiting) wake();
      this.#waiting.clear();
    });
  }

  /** Settles once fewer than `limit` are under way. */
  async fewerThan(limit: number): Promise<void> {
    while (this.#count >= limit) await new Promise<void>((wake) => this.#waiting.add(wake));
  }
}
