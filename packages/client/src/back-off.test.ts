import { expect, it } from 'vitest';
import { backOff } from './back-off.ts';

it('doubles from a quarter of a second to five, the upper half by chance', () => {
  expect([0, 1, 2, 3, 4, 5, 60].map((tries) => backOff(tries, 250, 5000, 1))).toEqual([
    250, 500, 1000, 2000, 4000, 5000, 5000,
  ]);
  expect(backOff(5, 250, 5000, 0)).toBe(2500);
});
