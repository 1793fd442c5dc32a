import type { Saying } from '@hooktap/protocol';
import { Batch, Chaos, Instant } from '@hooktap/protocol';
import * as z from 'zod';
import type { BatchIds } from './batch-ids.ts';
import { type BatchPlan, signingOf } from './batch-plan.ts';
import type { BatchEnd, BatchPosition } from './batch-run.ts';
import { BatchTally } from './batch-tally.ts';
import { callbacks, reasonOf } from './say.ts';

/** The settings are one small document that each change writes as a whole, so what is kept in it is bounded. */
export const places = 8;

/** A batch as it outlives a run, all but its events. */
export const KeptBatch = z.object({
  place: z
    .number()
    .int()
    .min(0)
    .max(places - 1),
  batch: Batch,
  order: z.enum(['original', 'newest-first']),
  stopOnFailure: z.boolean(),
  chaos: Chaos.optional(),
  ranMs: z.number().nonnegative(),
  savedAt: Instant,
});
export type KeptBatch = z.infer<typeof KeptBatch>;

export function planOf({ batch, order, stopOnFailure, chaos }: KeptBatch, ids: BatchIds): BatchPlan {
  const { id, startedAt, target, pace } = batch;
  return {
    id,
    startedAt,
    ids,
    pace,
    order,
    stopOnFailure,
    ...(target !== undefined && { target }),
    ...signingOf(batch),
    ...(chaos && { chaos: { ...chaos, seed: chaos.seed ?? 0 } }),
  };
}

export function positionOf({ batch, ranMs, savedAt }: KeptBatch): BatchPosition {
  return { tally: BatchTally.of(batch), ranMs, end: endOf(batch, savedAt) };
}

function endOf({ state, reason, parts, endedAt }: Batch, savedAt: Instant): BatchEnd {
  if (state === 'running') return { state: 'cancelled', ...reasonOf(interrupted), at: savedAt };
  return { state, at: endedAt ?? savedAt, ...(reason !== undefined && { reason, ...(parts && { parts }) }) };
}

/** Why a batch ended that Hooktap's own end cut short. */
export const interrupted: Saying = callbacks.sentence('batch-interrupted');
