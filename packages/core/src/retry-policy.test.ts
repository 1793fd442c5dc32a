import { expect, it } from 'vitest';
import type { ForwardOutcome } from './forwarder-port.ts';
import { nextAttemptAt, waitList } from './retry-policy.ts';
import { endpointPolicy } from './testing-endpoints.ts';

const now = Date.parse('2026-11-21T12:00:00.000Z');
const moment = { now, timeScale: 1, random: () => 0.5 };
const body = { size: 0, sha256: '', content: { kind: 'blob' } } as const;
const answered = (statusCode: number, rawHeaders: [string, string][] = []): ForwardOutcome => ({
  kind: 'responded',
  response: { statusCode, rawHeaders, body, bodyState: 'complete' },
});
const refused: ForwardOutcome = { kind: 'failed', failure: 'connection-refused', message: '' };
const wait = (policy: Parameters<typeof nextAttemptAt>[0], last: ForwardOutcome, retried = 0) => {
  const at = nextAttemptAt(policy, { last, retried }, moment);
  return at === null ? null : at - now;
};

it('takes the waits one after the other, and then none', () => {
  const policy = waitList([1, 20, 300]);
  expect([0, 1, 2, 3].map((retried) => wait(policy, refused, retried))).toEqual([1, 20, 300, null]);
});

it('knows what is final and what is not', () => {
  const policy = waitList([5]);
  expect([400, 403, 404, 409, 422].map((code) => wait(policy, answered(code)))).toEqual(Array(5).fill(null));
  expect([408, 425, 429, 500, 599].map((code) => wait(policy, answered(code)))).toEqual(Array(5).fill(5));
});

it('lets an endpoint say otherwise', () => {
  const { retry } = endpointPolicy({
    retry: { schedule: ['2s'], on: { failures: false, statuses: [404, '5xx'] }, retryAfter: false },
  });
  expect(wait(retry, answered(404))).toBe(2000);
  expect(wait(retry, answered(503, [['Retry-After', '60']]))).toBe(2000);
  expect([wait(retry, answered(429)), wait(retry, refused)]).toEqual([null, null]);
});

it.each([
  ['120', 120_000],
  ['Sat, 21 Nov 2026 12:10:00 GMT', 600_000],
  ['Sat, 21 Nov 2026 11:00:00 GMT', 1000],
  ['-5', 1000],
  ['soon', 1000],
  ['99999999999999', 86_400_000],
])('reads Retry-After: %s', (value, expected) => {
  expect(wait(waitList([1000]), answered(503, [['retry-after', value]]))).toBe(expected);
});

it('puts nothing off for longer than a year, whatever is written and however slowly time is to pass', () => {
  const year = 365 * 86_400_000;
  const { retry } = endpointPolicy({ retry: { schedule: ['9999999999d', '1s'] } });
  expect(wait(retry, refused)).toBe(year);
  expect(nextAttemptAt(retry, { last: refused, retried: 1 }, { ...moment, timeScale: 1e-15 })).toBe(
    now + year,
  );
});

it('waits ever longer, less a share left to chance, and never beyond the longest', () => {
  const { retry } = endpointPolicy({
    retry: { exponential: { initial: '1s', factor: 10, max: '30s', attempts: 3, jitter: 0.2 } },
  });
  expect([0, 1, 2, 3].map((retried) => wait(retry, refused, retried))).toEqual([900, 9000, 27_000, null]);
});
