import { headerValue } from '@hooktap/protocol';
import type { ForwardOutcome } from './forwarder-port.ts';

/** Which outcomes are worth another attempt. */
export interface RetryCondition {
  /** Unreachable, timed out, cut off. */
  readonly failures: boolean;
  readonly status: (code: number) => boolean;
}

/** When a failed delivery is tried again. Waits are in milliseconds, the nth before the nth retry. */
export type RetryPolicy =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'waits';
      readonly wait: (retry: number, random: () => number) => number | null;
      readonly when: RetryCondition;
      readonly heedRetryAfter: boolean;
    };

/** 5xx, and what a client may repeat: timeout (408), too early (425), too many (429). */
const usualStatus = (code: number): boolean => code >= 500 || code === 408 || code === 425 || code === 429;

export const usualCondition: RetryCondition = { failures: true, status: usualStatus };

/** A list of waits, one for each retry. */
export const waitList = (
  waits: readonly number[],
  when: RetryCondition = usualCondition,
  heedRetryAfter = true,
): RetryPolicy => ({ kind: 'waits', wait: (retry) => waits[retry] ?? null, when, heedRetryAfter });

/** Where the sender was told that its event is safe, and nobody else tries again. */
export const promisedRetry = waitList([1000, 5000, 30_000, 120_000, 600_000]);

/** No handler is trusted to put a retry off for longer. */
const longestRetryAfterMs = 24 * 3_600_000;
/** Whatever an endpoint says: times end somewhere, and a moment beyond them cannot be written down. */
const longestWaitMs = 365 * 24 * 3_600_000;

interface RetryMoment {
  /** Of wall time, in milliseconds since 1970. */
  readonly now: number;
  /** Waits pass so many times as fast. */
  readonly timeScale: number;
  readonly random: () => number;
}

interface Tried {
  /** Did not succeed. */
  readonly last: ForwardOutcome;
  /** So many attempts were retries by this policy. */
  readonly retried: number;
}

/** When to try again, in milliseconds since 1970; null: never. */
export function nextAttemptAt(
  policy: RetryPolicy,
  { last, retried }: Tried,
  { now, timeScale, random }: RetryMoment,
): number | null {
  if (policy.kind === 'none') return null;
  const { when, heedRetryAfter } = policy;
  const again = last.kind === 'failed' ? when.failures : when.status(last.response.statusCode);
  const wait = again ? policy.wait(retried, random) : null;
  if (wait === null) return null;
  const asked = heedRetryAfter && last.kind === 'responded' ? retryAfterMs(last.response.rawHeaders, now) : 0;
  return now + Math.min(Math.max(wait, asked) / timeScale, longestWaitMs);
}

/** Seconds or a date (RFC 9110 §10.2.3); 0 where there is none that can be read. */
function retryAfterMs(headers: Parameters<typeof headerValue>[0], now: number): number {
  const value = headerValue(headers, 'retry-after')?.trim();
  if (value === undefined) return 0;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(0, ms), longestRetryAfterMs) : 0;
}
