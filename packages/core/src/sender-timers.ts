import { longestTimerMs } from './clock.ts';

/** How long a sender waits for what. */
export class SenderTimers {
  readonly #timers: NodeJS.Timeout[] = [];

  /** None of them keeps the process alive. */
  after(ms: number, call: () => void): void {
    this.#timers.push(setTimeout(call, Math.min(ms, longestTimerMs)).unref());
  }

  clear(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }
}
