import { setTimeout as timer } from 'node:timers/promises';
import type { Clock } from './clock.ts';

/** The port to waiting. Settles after so many milliseconds or once the signal is raised, and never rejects. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

export const systemSleep: Sleep = (ms, signal) =>
  timer(ms, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });

/** Timers stand still while a laptop sleeps, so a long wait looks at the clock again this often. */
const longestSleepMs = 15_000;

/** The time that a wait is measured by: of the two clocks whichever went further, since one stops in a sleep. */
export class Stopwatch {
  readonly #clock: Clock;
  readonly #wall: number;
  readonly #monotonic: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#wall = clock.now();
    this.#monotonic = clock.monotonic();
  }

  get elapsedMs(): number {
    return Math.max(this.#clock.now() - this.#wall, this.#clock.monotonic() - this.#monotonic);
  }
}

/** Waits, the sleep of the machine included; ends early when the signal is raised. */
export async function wait(
  ms: number,
  { clock, sleep }: { readonly clock: Clock; readonly sleep: Sleep },
  signal: AbortSignal,
): Promise<void> {
  const watch = new Stopwatch(clock);
  for (let left = ms; left > 0 && !signal.aborted; left = ms - watch.elapsedMs) {
    await sleep(Math.min(left, longestSleepMs), signal);
  }
}
