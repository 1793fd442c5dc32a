import { reportBug } from './report-bug.ts';

/** What says how busy this process is: every request beats once when it comes and once when it has its answer. */
export class RequestPulse {
  beats = 0;

  beat(): void {
    this.beats += 1;
  }
}

interface SpareTimeOptions {
  readonly pulse: RequestPulse;
  /** Does one piece of the work; false where there is none left. What it throws is reported, and the next is done. */
  readonly step: () => boolean | Promise<boolean>;
  /** For how long requests go first, in milliseconds. */
  readonly patienceMs: number;
  /** The part of the time that the work has after that, while requests go on coming. */
  readonly share: number;
  /** Whether so much waits that requests and the work take turns. */
  readonly isPressing?: () => boolean;
}

/** Without a beat for so long nobody is kept waiting, in milliseconds. */
const quietMs = 2;
/** After so long others have their turn, in milliseconds. */
const sliceMs = 3;

/**
 * Does work that no sender waits for while no request is there to be served. Requests that keep coming have the
 * precedence for a while, and most of the time afterwards: the work falls behind, but it never stands still, and no
 * further than is said to be pressing.
 */
export class SpareTime {
  readonly #options: SpareTimeOptions;
  /** Since when there has always been something to do; null: there is nothing. */
  #behindSince: number | null = null;
  #seen = 0;

  constructor(options: SpareTimeOptions) {
    this.#options = options;
  }

  /** There is something to do. */
  wake(): void {
    if (this.#behindSince !== null) return;
    this.#behindSince = performance.now();
    this.#lookAgain(quietMs);
  }

  #lookAgain(inMs: number): void {
    this.#seen = this.#options.pulse.beats;
    setTimeout(() => void this.#look(), inMs);
  }

  async #look(): Promise<void> {
    const { patienceMs, share } = this.#options;
    const isQuiet = this.#isQuiet();
    const isOverdue = performance.now() - (this.#behindSince ?? 0) >= patienceMs;
    if (!isQuiet && !isOverdue && !this.#isPressing()) {
      this.#lookAgain(quietMs);
      return;
    }
    const began = performance.now();
    if (!(await this.#work(began + sliceMs))) {
      this.#behindSince = null;
      return;
    }
    const took = performance.now() - began;
    // Quiet or not: whatever came in meanwhile is served before the next slice.
    if (this.#isQuiet() || this.#isPressing()) setImmediate(() => void this.#look());
    else this.#lookAgain(Math.max(quietMs, took / share - took));
  }

  /** False where nothing is left to do. */
  async #work(until: number): Promise<boolean> {
    do {
      try {
        const more = this.#options.step();
        if (!(typeof more === 'boolean' ? more : await more)) return false;
      } catch (bug) {
        reportBug('in spare time', bug);
      }
    } while (performance.now() < until);
    return true;
  }

  #isPressing(): boolean {
    return this.#options.isPressing?.() ?? false;
  }

  #isQuiet(): boolean {
    return this.#options.pulse.beats === this.#seen;
  }
}
