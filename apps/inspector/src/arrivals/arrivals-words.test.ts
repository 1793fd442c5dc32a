import { expect, test } from 'vitest';
import { english } from '../messages/translate.ts';
import { axisTimes } from './arrivals-axis.ts';
import { momentInWords } from './arrivals-words.ts';

const from = new Date(2026, 10, 21, 12, 0, 7, 300).getTime();

test.each([
  [1, '12:00:07.300', '12:00:07.340'],
  [20, '12:00:07.30', '12:00:08.10'],
  [100, '12:00:07.3', '12:00:11.3'],
  [1000, '12:00:07', '12:00:47'],
  [60_000, '12:00', '12:40'],
])('the ends of a strip with bars of %d ms have names of their own', (bucketMs, first, last) => {
  const scale = { from, to: from + 40 * bucketMs, bucketMs, isUpToNow: false };
  expect(momentInWords(scale.from, scale, english)).toBe(first);
  expect(momentInWords(scale.to, scale, english)).toBe(last);
});

test('a strip of less than a second has times on its axis too, each once', () => {
  const scale = { from, to: from + 800, bucketMs: 20, isUpToNow: false };
  const names = axisTimes(scale, 5).map((at) => momentInWords(at, scale, english));
  expect(names).toEqual(['12:00:07.40', '12:00:07.60', '12:00:07.80', '12:00:08.00']);
});
