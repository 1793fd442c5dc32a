import * as z from 'zod';
import { BodyRef } from './body.ts';
import { RawHeaders } from './headers.ts';
import { DeliveryId, EventId } from './ids.ts';
import { ReasonPart } from './reason-part.ts';
import { Instant, Milliseconds } from './time.ts';

/** Why no (whole) response came. `aborted`: Hooktap ended the attempt. */
export const FailureKind = z.enum([
  'connection-refused',
  'dns',
  'timeout',
  'reset',
  'tls',
  'unparseable',
  'aborted',
]);
export type FailureKind = z.infer<typeof FailureKind>;

export const DeliveryStatus = z.enum(['pending', 'retrying', 'held', 'succeeded', 'failed', 'cancelled']);
export type DeliveryStatus = z.infer<typeof DeliveryStatus>;

export const DeliveryCause = z.enum(['arrival', 'replay']);
export type DeliveryCause = z.infer<typeof DeliveryCause>;

/** `manual`: a person's retry. `recovered`: after a crash. */
export const AttemptCause = z.enum(['first', 'scheduled', 'manual', 'recovered']);
export type AttemptCause = z.infer<typeof AttemptCause>;

/** The phases of one exchange, monotonic clock. A phase that was not reached is 0. */
export const Timing = z.object({
  queueMs: Milliseconds,
  connectMs: Milliseconds,
  sendMs: Milliseconds,
  waitMs: Milliseconds,
  receiveMs: Milliseconds,
  totalMs: Milliseconds,
});
export type Timing = z.infer<typeof Timing>;

/** What had come in of a response before it failed. */
export const PartialResponse = z.object({
  statusCode: z.number().int().optional(),
  rawHeaders: RawHeaders,
  body: BodyRef,
});
export type PartialResponse = z.infer<typeof PartialResponse>;

export const AttemptOutcome = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('responded'),
    statusCode: z.number().int(),
    rawHeaders: RawHeaders,
    body: BodyRef,
  }),
  z.object({
    kind: z.literal('failed'),
    failure: FailureKind,
    /** One sentence for a person: what happened and where. */
    message: z.string(),
    /** The message in codes. */
    parts: z.array(ReasonPart).readonly().exactOptional(),
    partial: PartialResponse.optional(),
  }),
]);
export type AttemptOutcome = z.infer<typeof AttemptOutcome>;

/**
 * What was sent, to the letter. `url` is the target's origin and the request target; one that does not
 * begin with a slash (`*`, absolute form) stands after a space.
 */
export const AttemptRequest = z.object({
  method: z.string(),
  url: z.string(),
  rawHeaders: RawHeaders,
  body: BodyRef,
});
export type AttemptRequest = z.infer<typeof AttemptRequest>;

/** One settled HTTP exchange with the target; numbered from 1 within its delivery. */
export const Attempt = z.object({
  number: z.number().int().positive(),
  cause: AttemptCause,
  startedAt: Instant,
  request: AttemptRequest,
  timing: Timing,
  outcome: AttemptOutcome,
});
export type Attempt = z.infer<typeof Attempt>;

export const SignatureMode = z.enum(['as-captured', 'resigned', 'stale', 'broken']);
export type SignatureMode = z.infer<typeof SignatureMode>;

/** A delivery without its attempts, as the stream carries it. */
export const DeliverySummary = z.object({
  id: DeliveryId,
  eventId: EventId,
  endpoint: z.string(),
  target: z.string(),
  cause: DeliveryCause,
  status: DeliveryStatus,
  createdAt: Instant,
  nextAttemptAt: Instant.optional(),
  /** The number of the attempt that is being made. */
  attemptUnderWay: z.number().int().positive().optional(),
  /** The sender was answered on the word that it will be delivered, so that a stop does not end it. */
  promised: z.boolean().optional(),
  edited: z.boolean().optional(),
  signature: SignatureMode,
  /** Why it ended, where its attempts do not say; `parts`: the same in codes. */
  reason: z.string().optional(),
  parts: z.array(ReasonPart).readonly().exactOptional(),
});
export type DeliverySummary = z.infer<typeof DeliverySummary>;

export const Delivery = DeliverySummary.extend({ attempts: z.array(Attempt) });
export type Delivery = z.infer<typeof Delivery>;
