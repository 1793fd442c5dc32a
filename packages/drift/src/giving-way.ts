import { setImmediate as nextTurn } from 'node:timers/promises';

/** In milliseconds: so long at most does the process do nothing else. */
const longestStretch = 5;

/** For long work on the main thread: between two steps others get their turn once it has taken a while. */
export class GivingWay {
  #since = performance.now();

  async pause(): Promise<void> {
    if (performance.now() - this.#since < longestStretch) return;
    await nextTurn();
    this.#since = performance.now();
  }
}
