import type { Histogram } from '@hooktap/protocol';
import { expect, test } from 'vitest';
import { arrivalsScale, countedBetween, nearestEdge } from './arrivals-scale.ts';

const start = Date.parse('2026-11-21T12:00:00.000Z');
const minute = 60_000;
const histogram: Histogram = {
  start: '2026-11-21T12:00:00.000Z',
  bucketMs: minute,
  counts: [3, 0, 5, 1],
  failed: [0, 0, 2, 1],
  total: 9,
  seq: 1,
};

test('it reaches to now, unless all of it is long ago', () => {
  expect(arrivalsScale(histogram, 'all', start + 5.5 * minute)).toMatchObject({
    from: start,
    to: start + 6 * minute,
    isUpToNow: true,
  });
  expect(arrivalsScale(histogram, 'all', start + 90 * minute)).toMatchObject({
    to: start + 4 * minute,
    isUpToNow: false,
  });
  expect(arrivalsScale({ ...histogram, start: null }, 'all', start)).toBeNull();
});

test('a span is as long as it says, however little was found', () => {
  expect(arrivalsScale(histogram, '15m', start + 4 * minute)).toMatchObject({
    from: start - 11 * minute,
    to: start + 4 * minute,
  });
});

test('edges and what lies between them', () => {
  const scale = arrivalsScale(histogram, 'all', start + 4 * minute);
  if (!scale) throw new Error('there is something to show');
  expect(nearestEdge(scale, start + 1.6 * minute)).toBe(start + 2 * minute);
  expect(nearestEdge(scale, start - minute)).toBe(start);
  expect(nearestEdge(scale, start + 99 * minute)).toBe(scale.to);
  expect(countedBetween(scale, start + minute, start + 3 * minute)).toEqual({ arrived: 5, failed: 2 });
});

test('what came at once stands among the seconds around it, as thin as any other', () => {
  const once: Histogram = {
    ...histogram,
    start: '2026-11-21T12:00:07.998Z',
    bucketMs: 1,
    counts: [1, 0, 0, 2],
    failed: [0, 0, 0, 1],
  };
  const buckets = [
    { at: start + 7000, arrived: 1, failed: 0 },
    { at: start + 8000, arrived: 2, failed: 1 },
  ];
  const fresh = arrivalsScale(once, 'all', start + 12_300);
  expect(fresh).toEqual({
    from: start + 13_000 - minute,
    to: start + 13_000,
    bucketMs: 1000,
    buckets,
    isUpToNow: true,
  });
  const old = arrivalsScale(once, 'all', start + 90 * minute);
  expect(old).toMatchObject({ from: start - 21_000, to: start + 39_000, buckets, isUpToNow: false });
});
