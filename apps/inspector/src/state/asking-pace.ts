/** After the first of several changes; and at least so long between two questions. */
const SOON_MS = 250;
const APART_MS = 800;
/** In the long run a tenth of the time goes into questions, at most. */
const SHARE = 10;
/** So much of that time is at hand for whoever does one thing after the other and watches what becomes of it. */
const AT_HAND_MS = 2000;

/** How soon what only the server can count is asked for again; all times in milliseconds of one clock. */
export class AskingPace {
  #spent = 0;
  #at = Number.NEGATIVE_INFINITY;

  /** A question was answered, or given up. */
  asked(now: number, took: number): void {
    this.#spent = this.#spentBy(now) + took;
    this.#at = now;
  }

  /** From now until the next question. */
  wait(now: number): number {
    const saved = (this.#spentBy(now) - AT_HAND_MS) * SHARE;
    return Math.max(SOON_MS, this.#at + APART_MS - now, saved);
  }

  #spentBy(now: number): number {
    return this.#spent === 0 ? 0 : Math.max(0, this.#spent - (now - this.#at) / SHARE);
  }
}
