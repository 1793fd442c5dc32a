import type { Chaos } from '@hooktap/protocol';
import { durationMs } from './duration.ts';

/** One sending of the event at `index`. */
export interface ChaosStep {
  readonly index: number;
  /** To be waited before it, in whole milliseconds. */
  readonly delayMs: number;
  /** Begins together with the step before it. */
  readonly atOnce: boolean;
}

/**
 * What is sent of `count` events, and in which order. Pure: the same random numbers make the same plan.
 * Each event takes the same amount of numbers whatever is asked for, so that more trouble with the same
 * seed keeps the trouble there was.
 */
export function chaosPlan(count: number, chaos: Chaos, random: () => number): ChaosStep[] {
  const { duplicate = 0, drop = 0, reorder = 0, burst = 1 } = chaos;
  const longestMs = durationMs(chaos.delay ?? 0);
  const sendings: Sending[] = [];
  for (let index = 0; index < count; index++) {
    const dropped = random() < drop;
    const doubled = random() < duplicate;
    const first = drawSending(index, random);
    const second = drawSending(index, random);
    if (dropped) continue;
    sendings.push(first);
    if (doubled) sendings.push(second);
  }
  return shuffleWithin(sendings, reorder).map(({ index, wait }, place) => {
    const atOnce = place % burst !== 0;
    return { index, delayMs: atOnce ? 0 : Math.round(wait * longestMs), atOnce };
  });
}

interface Sending {
  readonly index: number;
  /** Shares of what may be at most. */
  readonly shift: number;
  readonly wait: number;
}

const drawSending = (index: number, random: () => number): Sending => ({
  index,
  shift: random(),
  wait: random(),
});

/**
 * Each place plus less than `window + 1`, sorted: two change sides only where they lie `window` apart or less,
 * so nobody moves further than that.
 */
function shuffleWithin(sendings: readonly Sending[], window: number): readonly Sending[] {
  if (window === 0) return sendings;
  return sendings
    .map((sending, place) => ({ sending, key: place + sending.shift * (window + 1) }))
    .sort((a, b) => a.key - b.key)
    .map(({ sending }) => sending);
}
