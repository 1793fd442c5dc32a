import type { Timing } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { handlerMs } from './handler-time.ts';
import { phaseSpans, timingScale } from './timing-phases.ts';

const quick: Timing = { queueMs: 10, connectMs: 0.7, sendMs: 0.3, waitMs: 70, receiveMs: 1, totalMs: 82 };
const held: Timing = { ...quick, queueMs: 600_000, waitMs: 30, totalMs: 600_032 };

const drawnOf = (timing: Timing, scale = timingScale([timing])) => {
  const [queue, ...others] = phaseSpans(timing, scale);
  return { queue, handler: others.reduce((sum, { ms }) => sum + ms, 0) };
};

it('a queue stands before what the handler took, on the same scale', () => {
  const { queue, handler } = drawnOf(quick);
  expect(queue).toEqual({ phase: 'queue', startMs: 0, ms: 10, isCut: false });
  expect(handler).toBeCloseTo(handlerMs(quick));
  expect(timingScale([quick]).widthMs).toBeCloseTo(82);
  expect(phaseSpans(quick, timingScale([quick])).map(({ startMs }) => startMs)).toEqual([
    0, 10, 10.7, 11, 81,
  ]);
});

it('hours of being held leave the handler its room, and are drawn as cut', () => {
  const scale = timingScale([quick, held]);
  expect(scale).toEqual({ widthMs: 82, queueAtMostMs: 36 });
  const { queue, handler } = drawnOf(held, scale);
  expect(queue).toEqual({ phase: 'queue', startMs: 0, ms: 36, isCut: true });
  expect(handler).toBeCloseTo(handlerMs(held));
  expect(drawnOf(quick, scale).queue).toMatchObject({ ms: 10, isCut: false });
});

it('where the handler took no time at all the queue is all there is', () => {
  const refused = { ...quick, connectMs: 0, sendMs: 0, waitMs: 0, receiveMs: 0, totalMs: 10 };
  expect(timingScale([refused]).widthMs).toBe(10);
  expect(drawnOf(refused).queue).toMatchObject({ ms: 10, isCut: false });
});
