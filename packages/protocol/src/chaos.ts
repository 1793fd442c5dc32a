import * as z from 'zod';
import { Duration } from './time.ts';

/** Makes trouble on purpose, the same for the same seed. Shares are from 0 to 1. */
export const Chaos = z.strictObject({
  seed: z.number().int().nonnegative().optional(),
  /** The share of events that is sent twice. */
  duplicate: z.number().min(0).max(1).optional(),
  /** The share of events that is not sent. */
  drop: z.number().min(0).max(1).optional(),
  /** How many places an event may move from its own. */
  reorder: z.number().int().min(0).max(10_000).optional(),
  /** The longest wait before an event; how long is left to chance. */
  delay: Duration.optional(),
  /** So many at once, then a pause as long as they would have taken one by one. */
  burst: z.number().int().min(2).max(1000).optional(),
});
export type Chaos = z.infer<typeof Chaos>;

/** What a plan of chaos makes of so many events. */
export const ChaosCounts = z.object({
  events: z.number().int(),
  /** What goes out: less what is dropped, and what is doubled twice. */
  sendings: z.number().int(),
  dropped: z.number().int(),
  doubled: z.number().int(),
  /** Sendings with a wait of their own before them. */
  delayed: z.number().int(),
  /** Sendings at another place than in the order asked for. */
  moved: z.number().int(),
});
export type ChaosCounts = z.infer<typeof ChaosCounts>;
