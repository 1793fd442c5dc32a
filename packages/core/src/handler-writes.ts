import type { Clock } from './clock.ts';

/** After the last answer a handler may still write. */
const afterwardsMs = 1000;
/** So many runs in a row, each with a change of the file, make it the handler's. */
const strikes = 4;
/** So many runs in a row without a change from elsewhere; what changes in them, new each time or not, is the handler's. */
const mostInARow = 8;
const most = 100;

/**
 * Files that the handler itself writes when it is asked: without this each run would be the cause of the next. A file
 * that changes while events are replayed, or within a second of it, in four runs in a row, counts no more; a change at
 * any other time makes it count again. A handler may also write another file each time, as for each upload: after eight
 * runs in a row that nothing else was the cause of, none of what changes then counts.
 */
export class HandlerWrites {
  readonly #clock: Pick<Clock, 'monotonic'>;
  readonly #struck = new Map<string, number>();
  readonly #inThisRun = new Set<string>();
  /** Runs with a change in them, since the last change at any other time. */
  #inARow = 0;
  #isReplaying: () => boolean = () => false;
  #endedAt = Number.NEGATIVE_INFINITY;

  constructor(clock: Pick<Clock, 'monotonic'>) {
    this.#clock = clock;
  }

  /** Notes a change; true where it is the handler's own. */
  changed(path: string): boolean {
    if (!this.#isReplaying() && this.#clock.monotonic() - this.#endedAt > afterwardsMs) {
      this.#struck.delete(path);
      this.#inARow = 0;
      return false;
    }
    if (this.#inThisRun.size === 0) this.#inARow += 1;
    if (this.#inARow > mostInARow) {
      this.#strikeOut(path);
      return true;
    }
    const before = this.#struck.get(path) ?? 0;
    if (this.#inThisRun.has(path)) return before >= strikes;
    this.#inThisRun.add(path);
    if (this.#struck.size < most || before > 0) this.#struck.set(path, before + 1);
    return before + 1 >= strikes;
  }

  /** It is the handler's; the names of the newest are kept. */
  #strikeOut(path: string): void {
    this.#inThisRun.add(path);
    this.#struck.delete(path);
    const [oldest] = this.#struck.keys();
    if (this.#struck.size >= most && oldest !== undefined) this.#struck.delete(oldest);
    this.#struck.set(path, strikes);
  }

  begins(isReplaying: () => boolean): void {
    this.#isReplaying = isReplaying;
    this.#inThisRun.clear();
  }

  ends(): void {
    this.#isReplaying = () => false;
    this.#endedAt = this.#clock.monotonic();
  }

  clear(): void {
    this.#struck.clear();
    this.#inThisRun.clear();
    this.#inARow = 0;
    this.ends();
    this.#endedAt = Number.NEGATIVE_INFINITY;
  }

  files(): string[] {
    return [...this.#struck].filter(([, count]) => count >= strikes).map(([path]) => path);
  }
}
