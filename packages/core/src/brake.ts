const firstMs = 250;
const longestMs = 5000;

/** Keeps a handler that is said to be up and still takes nothing from being tried in a tight loop. */
export class Brake {
  readonly #onRelease: () => void;
  #nextMs = firstMs;
  #timer: NodeJS.Timeout | undefined;

  /** `onRelease` is called when the time is over. */
  constructor(onRelease: () => void) {
    this.#onRelease = onRelease;
  }

  get isOn(): boolean {
    return this.#timer !== undefined;
  }

  /** For twice as long as the last time. */
  apply(): void {
    if (this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#onRelease();
    }, this.#nextMs);
    this.#timer.unref();
    this.#nextMs = Math.min(this.#nextMs * 2, longestMs);
  }

  /** At once, and without a word. */
  release(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** The handler takes something again: the next time is a short one. */
  reset(): void {
    this.#nextMs = firstMs;
  }
}
