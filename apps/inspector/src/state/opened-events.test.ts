import type { SeqRange } from '@hooktap/protocol';
import { expect, test } from 'vitest';
import { isOpened } from './opened-events.ts';

const ranges: readonly SeqRange[] = [
  [0, 10],
  [14, 14],
  [20, 30],
];

test.each([
  [0, true],
  [10, true],
  [11, false],
  [14, true],
  [15, false],
  [30, true],
  [31, false],
])('number %d', (seq, expected) => {
  expect(isOpened(ranges, seq)).toBe(expected);
});

test('where nothing was opened all is unread', () => {
  expect(isOpened([], 1)).toBe(false);
});
