import { expect, it } from 'vitest';
import { BatchEstimate } from './batch-estimate.ts';

it('says nothing before anything was done', () => {
  const estimate = new BatchEstimate();
  estimate.begin({ ranMs: 0, done: 0 });
  expect(estimate.remaining({ ranMs: 900, done: 0 }, 100)).toBeUndefined();
  expect(estimate.remaining({ ranMs: 1_000, done: 10 }, 100)).toBe(9_000);
});

it('goes by the pace of now', () => {
  const estimate = new BatchEstimate();
  estimate.begin({ ranMs: 0, done: 0 });
  // A slow minute, then a quick one.
  for (let second = 1; second <= 60; second += 1) estimate.saw({ ranMs: second * 1_000, done: second });
  expect(estimate.remaining({ ranMs: 60_000, done: 60 }, 1_000)).toBe(940_000);
  for (let second = 61; second <= 80; second += 1) {
    estimate.saw({ ranMs: second * 1_000, done: 60 + (second - 60) * 10 });
  }
  expect(estimate.remaining({ ranMs: 80_000, done: 260 }, 1_260)).toBe(100_000);
});

it('forgets the pace of before where it was resumed', () => {
  const estimate = new BatchEstimate();
  estimate.begin({ ranMs: 0, done: 0 });
  estimate.saw({ ranMs: 10_000, done: 10 });
  estimate.begin({ ranMs: 10_000, done: 10 });
  expect(estimate.remaining({ ranMs: 11_000, done: 20 }, 120)).toBe(10_000);
});
