import { expect, it } from 'vitest';
import { Openings } from './openings.ts';

const nonceOf = (path: string): string => path.slice('/open/'.length);

it('an opening is good once, and for a minute', () => {
  const openings = new Openings();
  const once = nonceOf(openings.issue(0));
  const late = nonceOf(openings.issue(0));
  expect(openings.redeem('', 0)).toBe(false);
  expect(openings.redeem(once, 59_999)).toBe(true);
  expect(openings.redeem(once, 59_999)).toBe(false);
  expect(openings.redeem(late, 60_000)).toBe(false);
});

it('remembers no more than a few', () => {
  const openings = new Openings();
  const first = nonceOf(openings.issue(0));
  for (let count = 0; count < 16; count += 1) openings.issue(0);
  expect(openings.redeem(first, 0)).toBe(false);
});
