import { expect, it } from 'vitest';
import { moreLine } from './found.ts';

const found = (length: number, total: number, totalIsExact: boolean) => ({
  items: Array(length).fill(null),
  total,
  totalIsExact,
});

it.each([
  [found(20, 300, true), '20 of 300; --limit shows more.'],
  [found(20, 20, true), null],
  [found(0, 0, true), null],
  [found(20, 300, false), '20 of at least 300; --limit shows more.'],
  // Of many pages the last one may have counted little.
  [found(20, 7, false), '20 of at least 20; --limit shows more.'],
  [found(19, 7, false), null],
])('says how many more there are, and never more than is known (%#)', (one, says) => {
  expect(moreLine(one, 20)).toBe(says);
});
