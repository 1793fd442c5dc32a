import type { Endpoint } from '@hooktap/protocol';
import { expect, test } from 'vitest';
import { english } from '../messages/translate.ts';
import {
  deadlineWords,
  heldWords,
  orderWords,
  queueParts,
  replyWords,
  retryWords,
  sourceWords,
} from './endpoint-words.ts';
import { endpointsWithChange } from './endpoints-with-change.ts';

const endpoint = (name: string, change: Partial<Endpoint> = {}): Endpoint => ({
  name,
  config: { name, path: '/' },
  source: { kind: 'api' },
  mode: 'deliver',
  hold: false,
  queue: { waiting: 0, held: 0, retrying: 0, underWay: 0 },
  targets: [
    {
      endpoint: name,
      url: 'http://localhost:3000',
      health: 'up',
      since: '2026-11-21T14:00:00.000Z',
      reason: 'It answered.',
    },
  ],
  ...change,
});

test.each([
  [undefined, '200 at once, delivered afterwards'],
  ['handler' as const, "The handler's own answer"],
  ['ack' as const, '200 at once, delivered afterwards'],
  [{ status: 503, delay: '2s' }, 'Always 503 after 2 s'],
  [{ sequence: [500, { status: 500, delay: 250 }, 200] }, '500, 500 after 250 ms, then 200'],
  [{ sequence: [204] }, 'Always 204'],
])('reply %j', (reply, words) => {
  const { config } = endpoint('a');
  expect(replyWords(reply === undefined ? config : { ...config, reply }, english)).toBe(words);
});

test.each<[NonNullable<Endpoint['deadline']>, string]>([
  [{ kind: 'set', ms: 250 }, '504 after 250 ms'],
  [{ kind: 'provider', provider: 'slack', ms: 3000 }, '504 after 3 s, as long as slack waits'],
  [{ kind: 'recognised' }, '504 after as long as the recognised provider waits'],
])('deadline %j', (deadline, words) => {
  expect(deadlineWords(deadline, english)).toBe(words);
});

test.each([
  ['none', 'None'],
  ['provider', 'As its provider retries'],
  ['zavu', 'As zavu retries'],
  [{ schedule: ['1m', '5m', '4h'] }, 'After 1 min, 5 min, 4 h'],
  [
    { exponential: { initial: '1s', attempts: 6, max: '1h' } },
    '6 times, after 1 s, each 2 times as long, at most 1 h',
  ],
])('retry %j', (retry, words) => {
  expect(retryWords({ ...endpoint('a').config, retry }, english)).toBe(words);
});

test('without retries of its own it is as its reply has it', () => {
  const { config } = endpoint('a');
  expect(retryWords({ ...config, target: 'http://localhost:3000' }, english)).toBe(
    'None: its sender tries again',
  );
  expect(retryWords({ ...config, reply: 'ack' }, english)).toBe('After 1 s, 5 s, 30 s, 2 min, 10 min');
});

test('order says how many and within what', () => {
  const { config } = endpoint('a');
  expect(orderWords(config, english)).toBe('64 at a time, in any order');
  expect(orderWords({ ...config, order: 'fifo' }, english)).toBe('One after the other');
  expect(orderWords({ ...config, order: { key: 'body.chat.id' }, concurrency: 2 }, english)).toBe(
    '2 at a time, one after the other within body.chat.id',
  );
});

test('the source names file and line', () => {
  expect(sourceWords({ kind: 'config', file: '/home/me/app/hooktap.config.ts', line: 12 }, english)).toBe(
    'hooktap.config.ts:12',
  );
});

test('a queue names what there is', () => {
  const now = Date.parse('2026-11-21T14:00:00.000Z');
  const queue = { waiting: 0, held: 12, retrying: 1, underWay: 0, nextAttemptAt: '2026-11-21T14:13:00.000Z' };
  const parts = queueParts(queue, now, english);
  expect(parts.map(({ name }) => name)).toEqual(['held', 'retrying']);
  expect(parts[1]?.words).toMatch(/^1 retrying, the next in 13 min, at /);
  expect(queueParts(endpoint('a').queue, now, english)).toEqual([]);
});

test('the strip speaks of what keeps deliveries back', () => {
  const queue = { waiting: 0, held: 1200, retrying: 0, underWay: 0 };
  expect(heldWords([endpoint('a'), endpoint('b', { queue })], english)).toBe('1,200 held');
  expect(heldWords([endpoint('a', { mode: 'paused' })], english)).toBe('paused');
  expect(heldWords([endpoint('a')], english)).toBeNull();
});

test('a message of the stream changes the endpoint it names, and none other', () => {
  const all = [endpoint('a'), endpoint('b')];
  const paused = endpoint('b', { mode: 'paused' });
  expect(endpointsWithChange(all, { type: 'endpoint.removed', seq: 1, name: all[0]?.name ?? '' })).toEqual(
    all.slice(1),
  );
  expect(endpointsWithChange(all, { type: 'endpoint.changed', seq: 1, endpoint: paused })).toEqual([
    all[0],
    paused,
  ]);
  const [, target] = all.flatMap(({ targets }) => targets);
  if (!target) throw new Error('no target');
  const down = { ...target, health: 'down' as const };
  const [first, second] = endpointsWithChange(all, { type: 'target.changed', seq: 2, target: down });
  expect(first).toBe(all[0]);
  expect(second?.targets).toEqual([down]);
  const elsewhere = { ...target, endpoint: 'c' };
  expect(endpointsWithChange(all, { type: 'target.changed', seq: 3, target: elsewhere })).toBe(all);
});

test('what is held says when its handler is tried next, where that drops connections', () => {
  const queue = { waiting: 0, held: 3, retrying: 0, underWay: 0, heldUntil: '2026-11-21T14:00:40.000Z' };
  const [held] = queueParts(queue, Date.parse('2026-11-21T14:00:00.000Z'), english);
  expect(held?.words).toMatch(/^3 held; the handler drops connections, the next try in 40 s, at /);
});
