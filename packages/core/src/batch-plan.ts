import type { Batch, BatchId, Instant, Pace } from '@hooktap/protocol';
import type { BatchIds } from './batch-ids.ts';
import type { SeededChaos } from './chaos-steps.ts';

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
  readonly chaos?: SeededChaos;
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
