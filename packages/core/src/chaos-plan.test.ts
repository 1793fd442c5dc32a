import type { Chaos } from '@hooktap/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ChaosStep, chaosPlan } from './chaos-plan.ts';
import { seededRandom } from './chaos-random.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const counts = fc.integer({ min: 0, max: 300 });
const seeds = fc.nat({ max: Number.MAX_SAFE_INTEGER });

const plan = (count: number, chaos: Chaos, seed: number) => chaosPlan(count, chaos, seededRandom(seed));
const indexes = (steps: readonly ChaosStep[]) => steps.map(({ index }) => index);

it('draws the numbers of mulberry32', () => {
  const random = seededRandom(1);
  // The first three of the reference implementation for seed 1.
  expect([random(), random(), random()].map((value) => value * 2 ** 32)).toEqual([
    2693262067, 11749833, 2265367787,
  ]);
});

it('sends every event once where nothing is asked for', () => {
  fc.assert(
    fc.property(counts, seeds, (count, seed) => {
      const steps = plan(count, {}, seed);
      expect(steps).toEqual(
        Array.from({ length: count }, (_, index) => ({ index, delayMs: 0, atOnce: false })),
      );
    }),
  );
});

it('sends each event never, once or twice, as drop and duplicate say', () => {
  fc.assert(
    fc.property(counts, share, share, fc.nat({ max: 50 }), seeds, (count, drop, duplicate, reorder, seed) => {
      const times = Array.from({ length: count }, () => 0);
      for (const { index } of plan(count, { drop, duplicate, reorder }, seed)) {
        times[index] = (times[index] ?? 0) + 1;
      }
      expect(times.every((sent) => sent <= 2)).toBe(true);
      if (drop === 0) expect(times.includes(0)).toBe(false);
      if (duplicate === 0) expect(times.includes(2)).toBe(false);
      if (drop === 1) expect(times.every((sent) => sent === 0)).toBe(true);
      if (drop === 0 && duplicate === 1) expect(times.every((sent) => sent === 2)).toBe(true);
    }),
  );
});

it('keeps to the shares', () => {
  const steps = plan(20_000, { drop: 0.25, duplicate: 0.5 }, 7);
  const sent = new Set(indexes(steps)).size;
  expect(sent).toBeGreaterThan(14_600);
  expect(sent).toBeLessThan(15_400);
  expect(steps.length - sent).toBeGreaterThan(sent * 0.47);
  expect(steps.length - sent).toBeLessThan(sent * 0.53);
});

it('moves nobody further than the window', () => {
  fc.assert(
    fc.property(
      counts,
      share,
      share,
      fc.nat({ max: 400 }),
      seeds,
      (count, drop, duplicate, reorder, seed) => {
        const inOrder = indexes(plan(count, { drop, duplicate }, seed));
        const moved = indexes(plan(count, { drop, duplicate, reorder }, seed));
        expect(moved.toSorted((a, b) => a - b)).toEqual(inOrder);
        // A pair of copies lies on neighbouring places: either may be this one.
        const distances = moved.map((index, place) =>
          Math.min(Math.abs(place - inOrder.indexOf(index)), Math.abs(place - inOrder.lastIndexOf(index))),
        );
        expect(distances.every((distance) => distance <= reorder)).toBe(true);
      },
    ),
  );
});

it('uses the whole window', () => {
  const moved = indexes(plan(5_000, { reorder: 10 }, 3)).map((index, place) => place - index);
  expect(Math.max(...moved)).toBeGreaterThan(6);
  expect(Math.min(...moved)).toBeLessThan(-6);
});

it('makes the same plan for the same seed, another for another', () => {
  const chaos = { duplicate: 0.3, drop: 0.1, reorder: 20, delay: '2s', burst: 5 };
  fc.assert(
    fc.property(counts, seeds, (count, seed) => {
      expect(plan(count, chaos, seed)).toEqual(plan(count, chaos, seed));
    }),
  );
  expect(plan(100, chaos, 1)).not.toEqual(plan(100, chaos, 2));
  expect(plan(100, chaos, 2 ** 40 + 1)).not.toEqual(plan(100, chaos, 1));
});

it('drops and doubles the same events whatever else is asked for', () => {
  fc.assert(
    fc.property(counts, seeds, (count, seed) => {
      const alone = indexes(plan(count, { drop: 0.2, duplicate: 0.3 }, seed));
      const more = indexes(
        plan(count, { drop: 0.2, duplicate: 0.3, reorder: 9, delay: 500, burst: 4 }, seed),
      );
      expect(more.toSorted((a, b) => a - b)).toEqual(alone);
    }),
  );
});

it('delays by whole milliseconds up to the longest, and not within a burst', () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 2, max: 40 }), seeds, (count, burst, seed) => {
      const steps = plan(count, { delay: '1s', burst }, seed);
      expect(steps.every(({ atOnce }, place) => atOnce === (place % burst !== 0))).toBe(true);
      expect(steps.every(({ delayMs }) => Number.isInteger(delayMs))).toBe(true);
      expect(steps.every(({ delayMs, atOnce }) => delayMs <= (atOnce ? 0 : 1_000))).toBe(true);
    }),
  );
  expect(plan(50, { delay: '1s' }, 1).some(({ delayMs }) => delayMs > 500)).toBe(true);
});
