import { expect, it } from 'vitest';
import { parseQuery } from './parse.ts';
import { timeBounds } from './time-bounds.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const minutesAgo = (minutes: number) => now - minutes * 60_000;

it.each([
  ['zavu', Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  ['since:15m zavu', minutesAgo(15), Number.POSITIVE_INFINITY],
  ['since:15m before:5m since:10m', minutesAgo(10), minutesAgo(5)],
  ['since:15m OR since:30m', minutesAgo(30), Number.POSITIVE_INFINITY],
  ['since:15m OR zavu', Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  ['-since:15m', Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
])('%s', (text, from, to) => {
  const parsed = parseQuery(text, { now });
  expect(parsed.ok && timeBounds(parsed.query, now)).toEqual({ from, to });
});
