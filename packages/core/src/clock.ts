import type { Instant } from '@hooktap/protocol';

/** The port to time: wall clock for records, monotonic for durations. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds of a clock that never steps back. */
  monotonic(): number;
}

export const systemClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };

/** Epoch milliseconds as the protocol writes times. */
export const toInstant = (epochMs: number): Instant => new Date(epochMs).toISOString();
