import type { RunRepeats } from '@hooktap/protocol';
import type { Clock } from './clock.ts';

/** So many changes in a row that come equally long after a run are no person's. */
const inARow = 8;
/** By how much a timer on a busy machine differs, each way, however long it was set for; a hand does not keep to it. */
const playMs = 150;
/** What comes later was hardly set off by a replay. */
const longestWaitMs = 60_000;
const mostFiles = 5;

/**
 * Notices runs that follow each other as an echo does: each begins with a change that comes as long after the end of an
 * earlier one as all the others did. A handler that writes after it has answered makes such a loop, slowly enough for no
 * limit, and several may run beside each other. Whether it is the handler cannot be known, so it is told of and ends
 * nothing.
 */
export class RunEcho {
  readonly #clock: Pick<Clock, 'monotonic'>;
  #ends: number[] = [];
  #changes: number[] = [];
  #files: readonly string[] = [];

  constructor(clock: Pick<Clock, 'monotonic'>) {
    this.#clock = clock;
  }

  /** The last answer of a run is there. One that has sent nothing sets nothing off. */
  ended(hasSent: boolean): void {
    const now = this.#clock.monotonic();
    if (!hasSent) this.clear();
    else this.#ends = [...this.#ends.filter((at) => now - at < 2 * longestWaitMs), now];
  }

  /** A run begins with changes of these files, the first of them at `at`, by the clock. */
  begins(at: number, files: readonly string[]): void {
    this.#changes = [...this.#changes, at].slice(-inARow);
    this.#files = files.slice(0, mostFiles);
  }

  /** A person asked for a run, or another folder is watched. */
  clear(): void {
    this.#ends = [];
    this.#changes = [];
  }

  repeats(): RunRepeats | null {
    const last = this.#changes.at(-1);
    if (last === undefined || this.#changes.length < inARow) return null;
    for (const end of this.#ends.toReversed()) {
      const wait = last - end;
      if (wait < 0 || wait > longestWaitMs || !this.#isKeptTo(wait)) continue;
      return { runs: inARow, afterMs: Math.round(wait), files: [...this.#files] };
    }
    return null;
  }

  #isKeptTo(wait: number): boolean {
    return this.#changes.every((at) => this.#ends.some((end) => Math.abs(at - end - wait) <= playMs));
  }
}
