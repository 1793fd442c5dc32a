import type { Clock } from './clock.ts';

/** More than a person saves, and fewer than a loop makes. */
export const mostRuns = 30;
const withinMs = 60_000;

/** Tells a loop, in which replays change what is watched, from a person who saves. */
export class RunRate {
  readonly #clock: Pick<Clock, 'monotonic'>;
  #begun: number[] = [];

  constructor(clock: Pick<Clock, 'monotonic'>) {
    this.#clock = clock;
  }

  /** Counts a run that begins; false where there were too many within the last minute. */
  begins(): boolean {
    const now = this.#clock.monotonic();
    this.#begun = [...this.#begun.filter((at) => now - at < withinMs), now];
    return this.#begun.length <= mostRuns;
  }

  clear(): void {
    this.#begun = [];
  }
}
