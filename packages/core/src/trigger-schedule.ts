import type { TriggerRequest } from '@hooktap/protocol';
import { arrivalGaps } from './batch-pace.ts';
import type { ChaosStep } from './chaos-plan.ts';
import { type SeededChaos, type Steps, stepsOf } from './chaos-steps.ts';

type Gap = (step: ChaosStep) => Promise<number>;

/** Which callback is sent when. */
export interface TriggerSchedule {
  readonly steps: Steps;
  /** Steps are about the same thing: the next one goes only when the one before has arrived. */
  readonly inOrder: boolean;
  /** What lies between a step and the one before, by the clock; null: each once the one before was answered. */
  readonly gaps: (() => Gap) | null;
}

/** `atMs`: when each callback goes where nothing disturbs it. */
export function triggerSchedule(
  { scenario, rate }: Pick<TriggerRequest, 'scenario' | 'rate'>,
  atMs: readonly number[],
  chaos: SeededChaos | undefined,
): TriggerSchedule {
  const steps = stepsOf(atMs.length, chaos);
  const played = () =>
    arrivalGaps({ arrivedAt: async ({ index }) => atMs[index] ?? null, speed: 1, newestFirst: false });
  if (scenario !== undefined) return { steps, inOrder: true, gaps: played };
  return { steps, inOrder: false, gaps: rate === undefined ? null : () => async () => 1000 / rate };
}

/** What it takes at least, the time of the answers left out, and how much of that are delays. */
export async function plannedMs({ steps, gaps }: TriggerSchedule): Promise<{ all: number; delays: number }> {
  const gapOf = gaps?.();
  let between = 0;
  let delays = 0;
  for (let place = 0; place < steps.count; place += 1) {
    const step = steps.at(place);
    const gap = (await gapOf?.(step)) ?? 0;
    if (place > 0) between += gap;
    delays += step.delayMs;
  }
  return { all: between + delays, delays };
}
