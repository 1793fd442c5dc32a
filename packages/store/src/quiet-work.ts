/** How long it must have been quiet, in milliseconds, and how many appends that may be. */
const quietMs = 50;
const quietAppends = 25;
/** More than one segment's does not wait: each that does keeps its records in memory. */
const longestQueue = 3;

/**
 * Work for moments in which little is added, so that a burst of captures does not pay for it: one piece after the
 * other, in order. Where much waits, it is done all the same.
 */
export class QuietWork {
  readonly #waiting: (() => Promise<void>)[] = [];
  /** Nobody waits for these, and a stop forgets them. */
  readonly #optional: (() => Promise<void>)[] = [];
  #running: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #appends = 0;

  /** It fails on its own account. */
  later(work: () => Promise<void>): void {
    this.#waiting.push(work);
    if (this.#waiting.length > longestQueue) this.#next();
    this.#wait();
  }

  /** The same for what only makes things faster. */
  whenever(work: () => Promise<void>): void {
    this.#optional.push(work);
    this.#wait();
  }

  noteAppend(): void {
    this.#appends += 1;
  }

  /** Does all that waits, but for what is optional. */
  async done(): Promise<void> {
    while (this.#waiting.length > 0) this.#next();
    await this.#running;
  }

  #next(queue = this.#waiting): void {
    const work = queue.shift();
    if (work) this.#running = this.#running.then(work).catch(() => {});
  }

  #wait(): void {
    if (this.#timer || this.#waiting.length + this.#optional.length === 0) return;
    this.#appends = 0;
    this.#timer = setTimeout(async () => {
      if (this.#appends <= quietAppends)
        this.#next(this.#waiting.length > 0 ? this.#waiting : this.#optional);
      await this.#running;
      this.#timer = undefined;
      this.#wait();
    }, quietMs).unref();
  }
}
