import { z } from 'zod';
import { Milliseconds } from './time.ts';

/** How well a fact is known. `verified`: the provider's own documentation or code. `observed`: others' code. */
export const Certainty = z.enum(['verified', 'observed', 'guessed', 'unknown']);
export type Certainty = z.infer<typeof Certainty>;

/** A provider in short. `endpoints`: the names of those that name it. */
export const ProviderSummary = z.object({
  name: z.string(),
  title: z.string(),
  eventTypes: z.number().int(),
  samples: z.number().int(),
  /** Names of its signature schemes; empty where none is documented. */
  schemes: z.array(z.string()),
  handshakes: z.array(z.string()),
  scenarios: z.array(z.string()),
  registers: z.boolean(),
  endpoints: z.array(z.string()),
});
export type ProviderSummary = z.infer<typeof ProviderSummary>;

/** `GET /api/providers`. */
export const Providers = z.object({ items: z.array(ProviderSummary) });
export type Providers = z.infer<typeof Providers>;

/** `GET /api/providers/:name`: all that is known of it, each fact with how well. */
export const ProviderDetail = ProviderSummary.extend({
  docs: z.array(z.object({ title: z.string(), url: z.string(), language: z.string().optional() })),
  facts: z.array(z.object({ about: z.string(), certainty: Certainty, says: z.string() })),
  /** When it tries again; absent: unknown. An empty schedule: documented that it never does. */
  retry: z
    .object({
      scheduleMs: z.array(Milliseconds).optional(),
      deadlineMs: Milliseconds.optional(),
      certainty: Certainty,
      source: z.string(),
      note: z.string().optional(),
    })
    .optional(),
  types: z.array(
    z.object({
      name: z.string(),
      says: z.string(),
      certainty: Certainty,
      docs: z.string().optional(),
      /** Names that `trigger` takes for it; empty: what it holds is not documented. */
      samples: z.array(z.string()),
    }),
  ),
  signatures: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      docs: z.string(),
      algorithm: z.string(),
      headers: z.array(z.string()),
      signs: z.array(z.enum(['time', 'body', 'url'])),
      toleranceSeconds: z.number().optional(),
    }),
  ),
  /** Why signatures cannot be checked, where no scheme is known. */
  unsigned: z.string().optional(),
  plays: z.array(
    z.object({
      name: z.string(),
      says: z.string(),
      steps: z.array(z.object({ name: z.string(), afterMs: Milliseconds })),
    }),
  ),
});
export type ProviderDetail = z.infer<typeof ProviderDetail>;
