import type { EndpointConfig, RetryConfig, RetryOn } from '@hooktap/protocol';
import { durationMs } from './duration.ts';
import type { ReplyPolicy } from './endpoint-policy.ts';
import type { Fault } from './field-fault.ts';
import {
  promisedRetry,
  type RetryCondition,
  type RetryPolicy,
  usualCondition,
  waitList,
} from './retry-policy.ts';
import { refusals } from './say.ts';

/** The waits before a provider's own retries, in milliseconds; null where nothing is known of it. */
export type RetrySchedules = (provider: string) => readonly number[] | null;

/** When this endpoint's failed deliveries are tried again. */
export function compileRetry(
  { retry, provider }: EndpointConfig,
  reply: ReplyPolicy,
  schedules: RetrySchedules,
  fault: Fault,
): RetryPolicy {
  // With the handler's own answer the provider tries again by itself.
  if (retry === undefined) return reply.kind === 'handler' ? { kind: 'none' } : promisedRetry;
  if (retry === 'none') return { kind: 'none' };
  if (typeof retry === 'string') {
    const name = retry === 'provider' ? provider : retry;
    const waits = name === undefined ? null : schedules(name);
    if (waits) return waitList(waits);
    fault(
      'retry',
      name === undefined
        ? refusals.sentence('retry-providerless')
        : refusals.say(refusals.part('retry-unknown', { name }), refusals.part('retry-write')),
    );
    return { kind: 'none' };
  }
  const when = compileCondition(retry.on);
  const heedRetryAfter = retry.retryAfter ?? true;
  if ('schedule' in retry) return waitList(retry.schedule.map(durationMs), when, heedRetryAfter);
  return { kind: 'waits', wait: exponential(retry), when, heedRetryAfter };
}

function compileCondition(on: RetryOn | undefined): RetryCondition {
  const { statuses } = on ?? {};
  return {
    failures: on?.failures ?? true,
    status: statuses
      ? (code) =>
          statuses.some((one) => (typeof one === 'number' ? one === code : one[0] === String(code)[0]))
      : usualCondition.status,
  };
}

function exponential({
  exponential: { initial, factor = 2, max = '1h', attempts, jitter = 0.2 },
}: Extract<RetryConfig, { exponential: object }>): (retry: number, random: () => number) => number | null {
  return (retry, random) => {
    if (retry >= attempts) return null;
    const whole = Math.min(durationMs(initial) * factor ** retry, durationMs(max));
    return whole * (1 - jitter * random());
  };
}
