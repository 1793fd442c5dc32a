import type { SeqRange } from '@hooktap/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWithin, joinedRanges } from './opened-events.ts';

const range = fc.tuple(fc.nat(60), fc.nat(6)).map(([from, length]): SeqRange => [from, from + length]);

test('joined ranges hold the same numbers, rise, and do not touch', () => {
  fc.assert(
    fc.property(fc.array(range), (ranges) => {
      const joined = joinedRanges(ranges);
      for (let seq = 0; seq < 70; seq++) {
        const isIn = ranges.some(([from, to]) => from <= seq && seq <= to);
        expect(isWithin(joined, seq)).toBe(isIn);
      }
      for (const [index, [from]] of joined.entries()) {
        expect(from).toBeGreaterThan((joined[index - 1]?.[1] ?? -2) + 1);
      }
    }),
  );
});

test('beyond the most that are kept, what lies between the oldest counts too', () => {
  const kept = joinedRanges(
    [
      [1, 1],
      [5, 6],
      [9, 9],
      [20, 20],
    ],
    2,
  );
  expect(kept).toEqual([
    [1, 9],
    [20, 20],
  ]);
});
