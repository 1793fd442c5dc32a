import type { Clock } from './clock.ts';

/** After the last answer a handler may still write. */
const afterwardsMs = 1000;
/** So many runs in a row, each with a change of the file, make it the handler's. */
const strikes = 4;
const most = 100;

/**
 * Files that the handler itself writes when it is asked: without this each run would be the cause of the next. A file
 * that changes while events are replayed, or within a second of it, in four runs in a row, counts no more; a change at
 * any other time makes it count again.
 */
export class HandlerWrites {
  readonly #clock: Pick<Clock, 'monotonic'>;
  readonly #struck = new Map<string, number>();
  readonly #inThisRun = new Set<string>();
  #isReplaying: () => boolean = () => false;
  #endedAt = Number.NEGATIVE_INFINITY;

  constructor(clock: Pick<Clock, 'monotonic'>) {
    this.#clock = clock;
  }

  /** Notes a change; true where it is the handler's own. */
  changed(path: string): boolean {
    if (!this.#isReplaying() && this.#clock.monotonic() - this.#endedAt > afterwardsMs) {
      this.#struck.delete(path);
      return false;
    }
    const before = this.#struck.get(path) ?? 0;
    if (this.#inThisRun.has(path)) return before >= strikes;
    this.#inThisRun.add(path);
    if (this.#struck.size < most || before > 0) this.#struck.set(path, before + 1);
    return before + 1 >= strikes;
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
    this.ends();
    this.#endedAt = Number.NEGATIVE_INFINITY;
  }

  files(): string[] {
    return [...this.#struck].filter(([, count]) => count >= strikes).map(([path]) => path);
  }
}
