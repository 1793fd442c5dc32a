import { reportBug } from './report-bug.ts';

/** The wait before the first further try; it doubles. */
const firstRetryMs = 5000;
const longestRetryMs = 5 * 60_000;

/** Work that is done at once and again, ever more slowly, until it says that it is done. */
export class RetriedWork {
  readonly #what: string;
  readonly #work: () => Promise<boolean>;
  #timer: NodeJS.Timeout | null = null;

  /** `what` stands in the report of a bug, such as `at following the public URL`. */
  constructor(what: string, work: () => Promise<boolean>) {
    this.#what = what;
    this.#work = work;
  }

  begin(): void {
    this.#try(firstRetryMs);
  }

  /** No further try; what is under way goes on. */
  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #try(retryMs: number): void {
    this.stop();
    const retry = (isDone: boolean) => {
      if (isDone) return;
      this.stop();
      this.#timer = setTimeout(() => this.#try(Math.min(2 * retryMs, longestRetryMs)), retryMs).unref();
    };
    this.#work().then(retry, (bug: unknown) => reportBug(this.#what, bug));
  }
}
