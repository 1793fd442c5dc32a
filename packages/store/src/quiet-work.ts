/** How long it must have been quiet, in milliseconds, and how many appends that may be. */
const quietMs = 50;
const quietAppends = 100;
/** Each piece that waits keeps a segment's records in memory. */
const longestQueue = 1;

interface Piece {
  /** Done with what is in memory. */
  readonly fresh: () => Promise<void>;
  /** The same from the disk, which takes longer. */
  readonly cold: () => Promise<void>;
}

/**
 * Work for moments in which little is added, so that a burst of captures does not pay for it: one piece after the
 * other, in order. Where more than a little waits, memory is let go and the disk is read again when there is time.
 */
export class QuietWork {
  readonly #waiting: Piece[] = [];
  /** Nobody waits for these, and a stop forgets them. */
  readonly #optional: (() => Promise<void>)[] = [];
  #running: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #appends = 0;
  #stopped = false;

  /** It fails on its own account. */
  later(piece: Piece): void {
    this.#waiting.push(piece);
    while (this.#waiting.length > longestQueue) {
      const oldest = this.#waiting.shift();
      if (oldest) this.#optional.push(oldest.cold);
    }
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

  /** Does all that waits, and nothing any more after that. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#optional.length = 0;
    await this.done();
  }

  /** Does all that waits, but for what is optional. */
  async done(): Promise<void> {
    while (this.#waiting.length > 0) this.#next(this.#waiting.shift()?.fresh);
    await this.#running;
  }

  #next(work: (() => Promise<void>) | undefined): void {
    if (work) this.#running = this.#running.then(work).catch(() => {});
  }

  #wait(): void {
    if (this.#stopped || this.#timer || this.#waiting.length + this.#optional.length === 0) return;
    this.#appends = 0;
    this.#timer = setTimeout(async () => {
      if (this.#appends <= quietAppends) this.#next(this.#waiting.shift()?.fresh ?? this.#optional.shift());
      await this.#running;
      this.#timer = undefined;
      this.#wait();
    }, quietMs).unref();
  }
}
