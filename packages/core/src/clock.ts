import type { Instant } from '@hooktap/protocol';

/** The port to time: wall clock for records, monotonic for durations. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds of a clock that never steps back. */
  monotonic(): number;
}

export const systemClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };

/** Timers that are set for longer end at once. */
export const longestTimerMs = 2 ** 31 - 1;

let latest: { readonly epochMs: number; readonly instant: Instant } = {
  epochMs: 0,
  instant: new Date(0).toISOString(),
};

/** Epoch milliseconds as the protocol writes times. The last one is kept: under load many ask for the same. */
export function toInstant(epochMs: number): Instant {
  if (epochMs !== latest.epochMs) latest = { epochMs, instant: new Date(epochMs).toISOString() };
  return latest.instant;
}
