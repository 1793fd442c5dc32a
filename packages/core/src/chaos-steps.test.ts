import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chaosCounts, seeded, stepsOf } from './chaos-steps.ts';

const step = (index: number, delayMs = 0) => ({ index, delayMs, atOnce: false });

it('counts what is dropped, doubled, delayed and moved', () => {
  // Of five, the first is dropped, the third doubled, and the fourth overtook the second copy.
  const steps = [step(1), step(2, 30), step(3), step(2, 10), step(4)];
  expect(chaosCounts(5, steps)).toEqual({
    events: 5,
    sendings: 5,
    dropped: 1,
    doubled: 1,
    delayed: 2,
    moved: 2,
  });
});

it('accounts for every sending of every plan', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      fc.nat({ max: 200 }),
      share,
      share,
      fc.nat({ max: 20 }),
      (count, drop, duplicate, reorder) => {
        const { chaos } = stepsOf(count, { drop, duplicate, reorder, seed: 7 });
        if (!chaos) throw new Error('Its chaos is not counted.');
        expect(chaos.sendings).toBe(chaos.events - chaos.dropped + chaos.doubled);
        expect(chaos.delayed).toBe(0);
        if (reorder === 0) expect(chaos.moved).toBe(0);
      },
    ),
  );
});

it('has nothing to count without chaos', () => {
  expect(stepsOf(3, undefined)).toMatchObject({ count: 3, at: expect.any(Function) });
  expect(stepsOf(3, undefined).chaos).toBeUndefined();
});

it('takes its own seed, else the one offered, else draws one', () => {
  expect(seeded({ seed: 1 }, 2).seed).toBe(1);
  expect(seeded({}, 2).seed).toBe(2);
  const drawn = new Set(Array.from({ length: 20 }, () => seeded({}).seed));
  expect(drawn.size).toBeGreaterThan(1);
});
