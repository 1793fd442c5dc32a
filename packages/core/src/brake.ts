import type { Clock } from './clock.ts';

const firstMs = 250;
const longestMs = 60_000;
/** So a handler that comes back is found out within half the time that it was away, at most. */
const growth = 1.5;

/**
 * Keeps a handler that is said to be up and still takes nothing, such as a proxy with nothing behind it, from being
 * tried without end: each gap is half as long again as the one before, up to a minute.
 */
export class Brake {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #onRelease: () => void;
  #nextMs = firstMs;
  #on: { readonly timer: NodeJS.Timeout; readonly until: number } | null = null;

  /** `onRelease` is called when the time is over. */
  constructor(clock: Pick<Clock, 'now'>, onRelease: () => void) {
    this.#clock = clock;
    this.#onRelease = onRelease;
  }

  get isOn(): boolean {
    return this.#on !== null;
  }

  /** When its time is over, in milliseconds since 1970; null while it is off. */
  get until(): number | null {
    return this.#on?.until ?? null;
  }

  apply(): void {
    if (this.#on) return;
    const ms = this.#nextMs;
    const timer = setTimeout(() => {
      this.#on = null;
      this.#onRelease();
    }, ms).unref();
    this.#on = { timer, until: this.#clock.now() + ms };
    this.#nextMs = Math.min(Math.round(ms * growth), longestMs);
  }

  /** At once, without a word, and the next time is a short one: something has changed. */
  release(): void {
    if (this.#on) clearTimeout(this.#on.timer);
    this.#on = null;
    this.reset();
  }

  /** The handler takes something again: the next time is a short one. */
  reset(): void {
    this.#nextMs = firstMs;
  }
}
