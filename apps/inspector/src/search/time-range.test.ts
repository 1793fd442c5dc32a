import { parseQuery } from '@hooktap/query';
import { expect, test } from 'vitest';
import { allTime, timesOf, withoutTimes, withTimes, withTimesOf, writtenMoment } from './time-range.ts';

const now = Date.parse('2026-11-21T12:00:00.000Z');

test('times are read from what stands side by side, and the nearer ones count', () => {
  expect(timesOf('status:failed since:15m', now)).toEqual({ from: now - 900_000, to: null });
  expect(timesOf('since:2h before:1h since:90m', now)).toEqual({
    from: now - 5_400_000,
    to: now - 3_600_000,
  });
  expect(timesOf('since:1h OR order', now)).toEqual(allTime);
  expect(timesOf('-since:1h', now)).toEqual(allTime);
  expect(timesOf('since:', now)).toEqual(allTime);
});

test('times are taken away and nothing else', () => {
  expect(withoutTimes('since:15m "before:all (that" x', now)).toBe('"before:all (that" x');
  expect(withoutTimes('(a OR since:1h) before:today b', now)).toBe('(a OR since:1h) b');
  expect(withoutTimes('((a since:1h) OR b) since:2h c', now)).toBe('((a since:1h) OR b) c');
  expect(withoutTimes('a OR since:1h', now)).toBe('a OR since:1h');
  expect(withoutTimes('a  b', now)).toBe('a  b');
});

test('a time takes the place of the one before, and alternatives are held together', () => {
  const range = { from: now - 60_000, to: now };
  const once = withTimes('status:failed since:1d', range, now);
  expect(once).toBe(`status:failed since:${writtenMoment(range.from)} before:${writtenMoment(range.to)}`);
  expect(timesOf(once, now)).toEqual(range);
  expect(timesOf(withTimes('a OR b', range, now), now)).toEqual(range);
  expect(withoutTimes(withTimes('a OR b', range, now), now)).toBe('(a OR b)');
  expect(withTimes(once, allTime, now)).toBe('status:failed');
});

test('another search is made within the same times, unless it has its own', () => {
  expect(withTimesOf('status:failed', 'x since:15m', now)).toBe('status:failed since:15m');
  expect(withTimesOf('', 'x since:15m', now)).toBe('since:15m');
  expect(withTimesOf('a OR b', 'since:15m', now)).toBe('(a OR b) since:15m');
  expect(withTimesOf('a since:1h', 'since:15m', now)).toBe('a since:1h');
  expect(withTimesOf('a', 'x', now)).toBe('a');
});

test('what is written is read as the same moment, to the millisecond', () => {
  for (const ms of [now, now + 1, now + 61_000, now + 3_661_007]) {
    const parsed = parseQuery(`since:${writtenMoment(ms)}`, { now });
    expect(parsed).toMatchObject({ ok: true, query: { at: { kind: 'absolute', ms } } });
  }
});
