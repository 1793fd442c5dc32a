import * as z from 'zod';
import { Chaos, ChaosCounts } from './chaos.ts';
import { FailureKind } from './delivery.ts';
import { RawHeaders } from './headers.ts';
import { EventId } from './ids.ts';
import { ReasonPart } from './reason-part.ts';
import { Milliseconds } from './time.ts';

const FieldValue = z.unknown().refine((value) => value !== undefined, 'expected a JSON value');

/** `POST /api/trigger`: a sample of the provider's, signed, to the receiver or to a URL. */
export const TriggerRequest = z
  .strictObject({
    provider: z.string().min(1).max(100),
    /** An event type, or one of its samples as in `message.inbound:image`. */
    eventType: z.string().min(1).max(200).optional(),
    /** Several samples about one message, with realistic gaps. */
    scenario: z.string().min(1).max(200).optional(),
    /** A URL, or a path of the receiver; by default that of the provider's endpoint. */
    to: z.string().min(1).max(8192).optional(),
    /** `[path, value]`, the path as in `data.text`; of fields that the sample has. */
    set: z
      .array(z.tuple([z.string().max(1000), FieldValue]))
      .max(200)
      .optional(),
    /** The same ids every time. */
    seed: z.number().int().nonnegative().optional(),
    count: z.number().int().min(1).max(1000).optional(),
    /** So many a second; by default the next when the one before was answered. */
    rate: z.number().positive().max(1000).optional(),
    /** Of a scenario: its gaps pass so many times as fast. */
    speed: z.number().positive().max(1_000_000).optional(),
    /** In place of the endpoint's first secret. It is used for the signatures and not kept. */
    secret: z.string().min(1).max(10_000).optional(),
    /** Signature schemes by name, together where there are several; by default the provider's first. */
    schemes: z.array(z.string().min(1).max(100)).min(1).max(10).optional(),
    /** Trouble with the callbacks; one that is doubled is the same callback twice. Its seed, unless given, is `seed`. */
    chaos: Chaos.optional(),
  })
  .refine(({ eventType, scenario }) => (eventType === undefined) !== (scenario === undefined), {
    message: 'expected eventType or scenario, one of the two',
    path: ['eventType'],
  });
export type TriggerRequest = z.infer<typeof TriggerRequest>;

/** `GET /api/providers/:name/samples/:sample`: what `trigger` would send, unsigned. */
export const SamplePreview = z.object({
  provider: z.string(),
  name: z.string(),
  method: z.string(),
  rawHeaders: RawHeaders,
  /** JSON, or the fields of a form as its content type says. */
  body: z.string(),
});
export type SamplePreview = z.infer<typeof SamplePreview>;

/** Its query string. The same `seed` gives the same ids. */
export const SamplePreviewQuery = z.strictObject({ seed: z.coerce.number().int().nonnegative().optional() });
export type SamplePreviewQuery = z.infer<typeof SamplePreviewQuery>;

export const TriggeredOutcome = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('responded'),
    statusCode: z.number().int(),
    /** Of an error that the receiver answered: what its event says about it. Shown as text. */
    reason: z.string().optional(),
    parts: z.array(ReasonPart).readonly().exactOptional(),
  }),
  z.object({
    kind: z.literal('failed'),
    failure: FailureKind,
    message: z.string(),
    parts: z.array(ReasonPart).readonly().exactOptional(),
  }),
]);
export type TriggeredOutcome = z.infer<typeof TriggeredOutcome>;

/** One callback that was sent. `eventId`: the event it became, where it went to the receiver. */
export const TriggeredCallback = z.object({
  name: z.string(),
  /** With chaos: which of those asked for, from 0. */
  index: z.number().int().optional(),
  method: z.string(),
  url: z.string(),
  eventId: EventId.nullable(),
  /** The scheme it was signed with; null: unsigned, and `unsigned` says why. */
  scheme: z.string().nullable(),
  unsigned: z.string().optional(),
  unsignedParts: z.array(ReasonPart).readonly().exactOptional(),
  outcome: TriggeredOutcome,
  tookMs: Milliseconds,
});
export type TriggeredCallback = z.infer<typeof TriggeredCallback>;

/** The answer, once all were sent. */
export const Triggered = z.object({
  /** In the order of sending. */
  items: z.array(TriggeredCallback),
  /** The seed of its chaos, to make the same trouble again. */
  seed: z.number().int().optional(),
  chaos: ChaosCounts.optional(),
});
export type Triggered = z.infer<typeof Triggered>;
