import { createHash } from 'node:crypto';
import { Attempt, AttemptComparison, type AttemptOutcome, type RawHeaders } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { type ComparedAttempt, compareAttempts } from './comparison.ts';
import { ulidSource } from './ids.ts';

const ids = ulidSource();

const bodyOf = (text: string) => ({
  size: text.length,
  state: 'complete' as const,
  sha256: createHash('sha256').update(text).digest('hex'),
  href: '/body',
});

const responded = (statusCode: number, rawHeaders: RawHeaders, body: string) => ({
  kind: 'responded',
  statusCode,
  rawHeaders,
  body: bodyOf(body),
});

function attempt(outcome: object, { number = 1, totalMs = 5 } = {}): ComparedAttempt {
  return {
    deliveryId: ids.delivery(Date.now()),
    attempt: Attempt.parse({
      number,
      cause: 'first',
      startedAt: '2026-11-21T12:00:00.000Z',
      request: { method: 'POST', url: 'http://localhost:3000/', rawHeaders: [], body: bodyOf('{}') },
      timing: { queueMs: 0, connectMs: 0, sendMs: 0, waitMs: 0, receiveMs: 0, totalMs },
      outcome: outcome as AttemptOutcome,
    }),
  };
}

it('finds nothing changed but the time', () => {
  const headers: RawHeaders = [['Content-Type', 'text/plain']];
  const before = attempt(responded(200, headers, 'hello'), { totalMs: 40 });
  const after = attempt(responded(200, [['content-type', 'text/plain']], 'hello'), {
    number: 2,
    totalMs: 3.5,
  });
  const comparison = compareAttempts(before, after);
  expect(comparison).toEqual({
    before: { deliveryId: before.deliveryId, number: 1 },
    after: { deliveryId: after.deliveryId, number: 2 },
    status: { before: '200', after: '200' },
    tookMs: { before: 40, after: 3.5 },
    headers: [],
    body: 'same',
  });
  expect(AttemptComparison.parse(comparison)).toEqual(comparison);
});

it('names headers that changed, came, went, changed places or number', () => {
  const before: RawHeaders = [
    ['X-Same', '1'],
    ['Set-Cookie', 'a'],
    ['X-Gone', 'x'],
    ['set-cookie', 'b'],
    ['X-Twice', 'v'],
  ];
  const after: RawHeaders = [
    ['X-New', 'n'],
    ['SET-COOKIE', 'b'],
    ['SET-COOKIE', 'a'],
    ['x-same', '1'],
    ['x-twice', 'v'],
    ['X-Twice', 'v'],
  ];
  const { headers } = compareAttempts(
    attempt(responded(200, before, '')),
    attempt(responded(200, after, '')),
  );
  expect(headers).toEqual([
    { name: 'set-cookie', before: ['a', 'b'], after: ['b', 'a'] },
    { name: 'x-gone', before: ['x'], after: [] },
    { name: 'x-twice', before: ['v'], after: ['v', 'v'] },
    { name: 'x-new', before: [], after: ['n'] },
  ]);
});

it('tells bodies apart by their hash, whatever their size', () => {
  const [one, other] = [attempt(responded(200, [], 'abc')), attempt(responded(200, [], 'abd'))];
  expect(compareAttempts(one, other).body).toBe('different');
  expect(compareAttempts(other, other).body).toBe('same');
});

it('compares a failure by its kind and what had come in', () => {
  const refused = attempt({ kind: 'failed', failure: 'connection-refused', message: 'Nothing listens.' });
  const empty = attempt(responded(204, [], ''));
  expect(compareAttempts(refused, empty)).toMatchObject({
    status: { before: 'connection-refused', after: '204' },
    body: 'same',
  });
  const partial = { statusCode: 200, rawHeaders: [['X-A', '1']], body: bodyOf('half') };
  const cut = attempt({ kind: 'failed', failure: 'reset', message: 'Cut off.', partial });
  expect(compareAttempts(refused, cut)).toMatchObject({
    status: { before: 'connection-refused', after: 'reset' },
    headers: [{ name: 'x-a', before: [], after: ['1'] }],
    body: 'different',
  });
});

it('says that there is no earlier one', () => {
  const after = attempt(responded(200, [['X-A', '1']], 'hello'));
  const comparison = AttemptComparison.parse(compareAttempts(null, after));
  expect(comparison).toMatchObject({
    before: null,
    status: { before: 'none', after: '200' },
    tookMs: { before: 0, after: 5 },
    headers: [{ name: 'x-a', before: [], after: ['1'] }],
    body: 'different',
  });
});
