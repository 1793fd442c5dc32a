import * as z from 'zod';
import { Chaos, ChaosCounts } from './chaos.ts';
import { BatchId, EventId } from './ids.ts';
import { ReasonPart } from './reason-part.ts';
import { SignatureBreak } from './signature.ts';
import { Instant, Milliseconds } from './time.ts';

/**
 * `handler`: the next when the one before was answered. `rate`: so many a second.
 * `speed`: with the gaps of their arrival, so many times as fast.
 */
export const Pace = z.union([
  z.literal('handler'),
  z.strictObject({ rate: z.number().positive().max(10_000) }),
  z.strictObject({ speed: z.number().positive().max(1_000_000) }),
]);
export type Pace = z.infer<typeof Pace>;

/** `POST /api/replays`: many events, in the order of their arrival. */
export const BatchRequest = z
  .strictObject({
    ids: z.array(EventId).min(1).max(100_000).optional(),
    q: z.string().max(4096).optional(),
    /** The last so many. */
    last: z.number().int().min(1).max(100_000).optional(),
    /** A URL; by default each event's endpoint's own target. */
    target: z.string().optional(),
    pace: Pace.default('handler'),
    order: z.enum(['original', 'newest-first']).default('original'),
    stopOnFailure: z.boolean().default(false),
    /** Each signed anew with its endpoint's secret; what cannot be is skipped. */
    resign: z.literal(true).optional(),
    /** Each signed anew and spoilt. */
    break: SignatureBreak.optional(),
    chaos: Chaos.optional(),
  })
  .refine(
    ({ ids, q, last }) => [ids, q, last].filter((way) => way !== undefined).length === 1,
    'expected exactly one of ids, q, last',
  );
export type BatchRequest = z.infer<typeof BatchRequest>;

export const BatchState = z.enum(['running', 'done', 'cancelled', 'stopped']);
export type BatchState = z.infer<typeof BatchState>;

/** How many answer `after` now that had answered `before`: a status code, a failure kind, or `none`. */
export const BatchResult = z.object({ before: z.string(), after: z.string(), count: z.number().int() });
export type BatchResult = z.infer<typeof BatchResult>;

/** Why so many were not sent, with the first of them. `code`: that of the problem that one replay would have met. */
export const BatchSkip = z.object({
  reason: z.string(),
  code: z.string().optional(),
  count: z.number().int(),
  eventId: EventId,
});
export type BatchSkip = z.infer<typeof BatchSkip>;

/** A batch of replays and how far it is. `stopped`: by its first failure. */
export const Batch = z.object({
  id: BatchId,
  state: BatchState,
  /** Sendings: with chaos not as many as there are events. */
  total: z.number().int(),
  /** Settled, skipped ones included. */
  done: z.number().int(),
  succeeded: z.number().int(),
  failed: z.number().int(),
  /** Not sent: erased meanwhile, blocked, or without a whole body. */
  skipped: z.number().int(),
  /** Why, the most frequent first; of very many reasons the last ones are one. */
  skips: z.array(BatchSkip).optional(),
  startedAt: Instant,
  endedAt: Instant.optional(),
  /** What is left at the speed of the last 15 seconds. */
  remainingMs: Milliseconds.optional(),
  target: z.string().optional(),
  pace: Pace,
  resign: z.literal(true).optional(),
  break: SignatureBreak.optional(),
  /** The seed of its chaos, to run the same again. */
  seed: z.number().int().optional(),
  chaos: ChaosCounts.optional(),
  /** Why it stopped; `parts`: the same in codes. */
  reason: z.string().optional(),
  parts: z.array(ReasonPart).readonly().exactOptional(),
  results: z.array(BatchResult),
});
export type Batch = z.infer<typeof Batch>;

/** `GET /api/replays`: those of this run, newest first. */
export const Batches = z.object({ items: z.array(Batch) });
export type Batches = z.infer<typeof Batches>;
