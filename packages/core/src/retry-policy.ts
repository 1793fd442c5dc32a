import { type Attempt, headerValue } from '@hooktap/protocol';

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

interface RetryMoment {
  /** Of wall time, in milliseconds since 1970. */
  readonly now: number;
  /** Waits pass so many times as fast. */
  readonly timeScale: number;
  readonly random: () => number;
}

/** When to try again after these attempts, the last of which did not succeed; null: never. */
export function nextAttemptAt(
  policy: RetryPolicy,
  attempts: readonly Attempt[],
  { now, timeScale, random }: RetryMoment,
): number | null {
  const last = attempts.at(-1)?.outcome;
  if (policy.kind === 'none' || !last) return null;
  const again = last.kind === 'failed' ? policy.when.failures : policy.when.status(last.statusCode);
  if (!again) return null;
  const wait = policy.wait(attempts.filter(({ cause }) => cause === 'scheduled').length, random);
  if (wait === null) return null;
  const asked = policy.heedRetryAfter && last.kind === 'responded' ? retryAfterMs(last.rawHeaders, now) : 0;
  return now + Math.max(wait, asked) / timeScale;
}

/** Seconds or a date (RFC 9110 §10.2.3); 0 where there is none that can be read. */
function retryAfterMs(headers: Parameters<typeof headerValue>[0], now: number): number {
  const value = headerValue(headers, 'retry-after')?.trim();
  if (value === undefined) return 0;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(0, ms), longestRetryAfterMs) : 0;
}
