import { randomInt } from 'node:crypto';
import type { Chaos, ChaosCounts } from '@hooktap/protocol';
import { type ChaosStep, chaosPlan } from './chaos-plan.ts';
import { seededRandom } from './chaos-random.ts';

/** Its plan can be made again. */
export type SeededChaos = Chaos & { readonly seed: number };

/** With its own seed, else with `seed`, else with one that is drawn. */
export const seeded = (chaos: Chaos, seed?: number): SeededChaos => ({
  ...chaos,
  seed: chaos.seed ?? seed ?? randomInt(2 ** 32),
});

/** What is sent, in order. */
export interface Steps {
  readonly count: number;
  /** Only with chaos. */
  readonly chaos?: ChaosCounts;
  at(place: number): ChaosStep;
}

/** The sendings of `count` events: without chaos each once, in its order. */
export function stepsOf(count: number, chaos: SeededChaos | undefined): Steps {
  if (!chaos) return { count, at: (index) => ({ index, delayMs: 0, atOnce: false }) };
  const steps = chaosPlan(count, chaos, seededRandom(chaos.seed));
  return {
    count: steps.length,
    chaos: chaosCounts(count, steps),
    at: (place) => {
      const step = steps[place];
      if (!step) throw new RangeError(`A plan of ${steps.length} steps has none at ${place}.`);
      return step;
    },
  };
}

/** What the steps make of so many events. */
export function chaosCounts(events: number, steps: readonly ChaosStep[]): ChaosCounts {
  const sent = new Set<number>();
  let delayed = 0;
  for (const { index, delayMs } of steps) {
    sent.add(index);
    if (delayMs > 0) delayed += 1;
  }
  const inOrder = steps.map(({ index }) => index).sort((a, b) => a - b);
  return {
    events,
    sendings: steps.length,
    dropped: events - sent.size,
    doubled: steps.length - sent.size,
    delayed,
    moved: steps.filter(({ index }, place) => index !== inOrder[place]).length,
  };
}
