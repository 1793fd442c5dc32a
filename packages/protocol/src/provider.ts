import * as z from 'zod';
import { Milliseconds } from './time.ts';

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

/** How well a fact is known. `verified`: the provider's own documentation or code. `observed`: others' code. */
export const Certainty = z.enum(['verified', 'observed', 'guessed', 'unknown']);
export type Certainty = z.infer<typeof Certainty>;

/** All that a provider pack says of itself. */
export const ProviderFacts = z.object({
  name: z.string(),
  title: z.string(),
  docs: list(z.object({ title: z.string(), url: z.string(), language: z.string().exactOptional() })),
  facts: list(z.object({ about: z.string(), certainty: Certainty, says: z.string() })),
  /** When it tries again; null: unknown. An empty schedule: documented that it never does. */
  retry: z
    .object({
      scheduleMs: list(Milliseconds).exactOptional(),
      deadlineMs: Milliseconds.exactOptional(),
      certainty: Certainty,
      source: z.string(),
      note: z.string().exactOptional(),
    })
    .nullable(),
  eventTypes: list(
    z.object({
      name: z.string(),
      says: z.string(),
      docs: z.string().exactOptional(),
      /** `verified` unless said. */
      certainty: Certainty.exactOptional(),
      /** Names that `trigger` takes for it; none where what it holds is not documented. */
      samples: list(z.string()),
    }),
  ),
  schemes: list(
    z.object({
      name: z.string(),
      title: z.string(),
      docs: z.string(),
      algorithm: z.string(),
      headers: list(z.string()),
      signsTime: z.boolean(),
      signsBody: z.boolean(),
      signsUrl: z.boolean(),
      /** Null: no limit, or no time. */
      tolerance: z.object({ pastSeconds: z.number(), futureSeconds: z.number().nullable() }).nullable(),
    }),
  ),
  /** Why signatures cannot be checked, where no scheme is known. */
  unsigned: z.string().nullable(),
  handshakes: list(z.object({ name: z.string(), title: z.string(), docs: z.string() })),
  scenarios: list(z.object({ name: z.string(), says: z.string(), steps: list(z.string()) })),
  /** Null: it cannot be registered with. `asks` names what is wanted, never a value. */
  registration: z
    .object({
      baseUrl: z.string(),
      baseUrlEnvironment: z.string(),
      asks: list(
        z.object({
          name: z.string(),
          says: z.string(),
          secret: z.boolean(),
          environment: z.string().nullable(),
          optional: z.boolean(),
        }),
      ),
      warnings: list(z.string()),
    })
    .nullable(),
});
export type ProviderFacts = z.infer<typeof ProviderFacts>;

/** `GET /api/providers/:name`. `endpoints`: the names of those that name it. */
export const ProviderDetail = ProviderFacts.extend({ endpoints: list(z.string()) });
export type ProviderDetail = z.infer<typeof ProviderDetail>;

/** A provider in short. */
export const ProviderSummary = z.object({
  name: z.string(),
  title: z.string(),
  eventTypes: z.number().int(),
  samples: z.number().int(),
  /** Names of its signature schemes; empty where none is documented. */
  schemes: z.array(z.string()),
  scenarios: z.array(z.string()),
  registers: z.boolean(),
  endpoints: list(z.string()),
});
export type ProviderSummary = z.infer<typeof ProviderSummary>;

/** `GET /api/providers`. */
export const Providers = z.object({ items: z.array(ProviderSummary) });
export type Providers = z.infer<typeof Providers>;
