import type { Batch, BatchId, Chaos, Instant, Pace } from '@hooktap/protocol';
import type { BatchIds } from './batch-ids.ts';
import { type ChaosStep, chaosPlan } from './chaos-plan.ts';
import { seededRandom } from './chaos-random.ts';

/** What was asked for; it never changes. */
export interface BatchPlan {
  readonly id: BatchId;
  readonly startedAt: Instant;
  /** In the order of sending, before chaos. */
  readonly ids: BatchIds;
  readonly target?: string;
  readonly signing?: BatchSigning;
  readonly pace: Pace;
  readonly order: 'original' | 'newest-first';
  readonly stopOnFailure: boolean;
  readonly chaos?: Chaos & { readonly seed: number };
}

/** How each replay is signed, where not as captured. */
export type BatchSigning = Pick<Batch, 'resign' | 'break'>;

/** That part of a plan; nothing where they go as captured. */
export function signingOf({ resign, break: broken }: BatchSigning): { signing?: BatchSigning } {
  if (!resign && !broken) return {};
  return { signing: { ...(resign && { resign }), ...(broken && { break: broken }) } };
}

/** What each replay is asked with. */
export interface BatchedOptions extends BatchSigning {
  readonly target?: string;
}

/** What is sent, in order. */
export interface BatchSteps {
  readonly count: number;
  at(place: number): ChaosStep;
}

export function stepsOf({ ids, chaos }: BatchPlan): BatchSteps {
  if (!chaos) return { count: ids.count, at: (index) => ({ index, delayMs: 0, atOnce: false }) };
  const steps = chaosPlan(ids.count, chaos, seededRandom(chaos.seed));
  return {
    count: steps.length,
    at: (place) => {
      const step = steps[place];
      if (!step) throw new RangeError(`A plan of ${steps.length} steps has none at ${place}.`);
      return step;
    },
  };
}
