import type { Sleep } from './batch-wait.ts';
import type { Clock } from './clock.ts';

const everyMs = 250;

/** Tells of progress at most every 250 ms, the last of it always, and of what matters at once. */
export class BatchProgress {
  readonly #clock: Clock;
  readonly #sleep: Sleep;
  readonly #tell: () => void;
  #toldAt = Number.NEGATIVE_INFINITY;
  #pending: AbortController | null = null;

  constructor({ clock, sleep, tell }: { clock: Clock; sleep: Sleep; tell: () => void }) {
    this.#clock = clock;
    this.#sleep = sleep;
    this.#tell = tell;
  }

  now(): void {
    this.#pending?.abort();
    this.#pending = null;
    this.#toldAt = this.#clock.monotonic();
    this.#tell();
  }

  soon(): void {
    if (this.#pending) return;
    const leftMs = this.#toldAt + everyMs - this.#clock.monotonic();
    if (leftMs <= 0) {
      this.now();
      return;
    }
    const pending = new AbortController();
    this.#pending = pending;
    void this.#sleep(leftMs, pending.signal).then(() => {
      if (!pending.signal.aborted) this.now();
    });
  }
}
