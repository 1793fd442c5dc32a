import type { Writable } from 'node:stream';

/** Nobody reads faster, and a hundred lines in one write cost hardly more than one. */
const gatherMs = 20;

/**
 * A line that comes after a pause goes out at once; of a burst, what comes within a moment goes out in one write.
 * A burst of events is thereby not a burst of system calls.
 */
export class GatheredLines {
  readonly #out: Writable;
  #waiting = '';
  #lastAt = Number.NEGATIVE_INFINITY;

  constructor(out: Writable) {
    this.#out = out;
  }

  add(line: string): void {
    if (this.#waiting === '') this.#flushSoon();
    this.#waiting += line;
  }

  #flushSoon(): void {
    const pause = performance.now() - this.#lastAt;
    if (pause >= gatherMs) setImmediate(() => this.#flush());
    else setTimeout(() => this.#flush(), gatherMs - pause);
  }

  #flush(): void {
    const text = this.#waiting;
    this.#waiting = '';
    this.#lastAt = performance.now();
    this.#out.write(text);
  }
}
