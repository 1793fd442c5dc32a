import * as z from 'zod';
import { BodyRef } from './body.ts';
import { Delivery, DeliveryStatus, FailureKind } from './delivery.ts';
import { RawHeaders } from './headers.ts';
import { EventId, Seq } from './ids.ts';
import { ReasonPart } from './reason-part.ts';
import { Instant, Milliseconds } from './time.ts';

/** The way an event came in. */
export const Via = z.enum(['tunnel', 'direct', 'trigger', 'import']);
export type Via = z.infer<typeof Via>;

export const ReplySource = z.enum([
  'handler',
  'ack',
  'fixed',
  'sequence',
  'hold',
  'handshake',
  'enforced',
  'busy',
  'blocked',
  'too-large',
  'unreachable',
  'timeout',
  'sender-gone',
  'store-unavailable',
]);
export type ReplySource = z.infer<typeof ReplySource>;

/**
 * What the sender got back. `sender-gone` carries the status code that would have gone out; a request that was refused
 * (`blocked`, `enforced`, `too-large`, `busy`) keeps its source also where the sender did not wait to hear it.
 */
export const Reply = z.object({ statusCode: z.number().int(), source: ReplySource, sentAt: Instant });
export type Reply = z.infer<typeof Reply>;

export const Verification = z.object({
  verdict: z.enum(['valid', 'invalid', 'unchecked']),
  reason: z.string().optional(),
  /** Which reason, for programs and other languages; without one `reason` is all that is known. */
  code: z.string().optional(),
  scheme: z.string().optional(),
});
export type Verification = z.infer<typeof Verification>;

/** The newest delivery in short; of several targets the worst. */
export const DeliveryDigest = z.object({
  status: DeliveryStatus,
  attempts: z.number().int().nonnegative(),
  lastStatusCode: z.number().int().optional(),
  lastFailure: FailureKind.optional(),
  tookMs: Milliseconds.optional(),
});
export type DeliveryDigest = z.infer<typeof DeliveryDigest>;

/** An event as lists and the stream carry it: all but headers and deliveries. */
export const EventListItem = z.object({
  id: EventId,
  seq: Seq,
  receivedAt: Instant,
  endpoint: z.string(),
  via: Via,
  /** As the sender saw it. */
  url: z.string(),
  method: z.string(),
  /** Exactly as sent. */
  requestTarget: z.string(),
  /** The request target up to `?`, undecoded. */
  path: z.string(),
  httpVersion: z.string(),
  remoteAddress: z.string(),
  /** From `X-Forwarded-For` where the request came through a tunnel. */
  clientAddress: z.string().optional(),
  body: BodyRef,
  provider: z.string().nullable(),
  providerReason: z.string(),
  eventType: z.string().nullable(),
  providerEventId: z.string().nullable(),
  subject: z.string().nullable(),
  /** Events that share one concern the same message or conversation, such as `zavu:message:msg_1`. */
  threadKeys: z.array(z.string()).optional(),
  /** The step in a message's life, such as `delivered`. */
  threadStatus: z.string().optional(),
  /** When it happened by the provider's clock. */
  providerTime: z.string().optional(),
  verification: Verification,
  /** Set where the request was a provider's handshake, answered or not, with the reason. */
  handshake: z
    .object({
      name: z.string(),
      answered: z.boolean(),
      explanation: z.string(),
      /** The explanation in codes. */
      parts: z.array(ReasonPart).readonly().exactOptional(),
    })
    .optional(),
  reply: Reply.nullable(),
  delivery: DeliveryDigest.nullable(),
  /** What tells the same event sent twice: the provider's event id, or the field that the endpoint names. */
  dedupeKey: z.string().optional(),
  /** The first that came with the same `dedupeKey`. */
  duplicateOf: EventId.optional(),
  /** The delivery that `delivery` tells of was a replay. */
  wasReplayed: z.literal(true).optional(),
  pinned: z.boolean(),
  note: z.string(),
  tags: z.array(z.string()),
});
export type EventListItem = z.infer<typeof EventListItem>;

/** What a provider pack makes of an event, after its arrival. */
export const EventReading = EventListItem.pick({
  provider: true,
  providerReason: true,
  eventType: true,
  providerEventId: true,
  subject: true,
  threadKeys: true,
  threadStatus: true,
  providerTime: true,
  verification: true,
  handshake: true,
  dedupeKey: true,
  duplicateOf: true,
});
export type EventReading = z.infer<typeof EventReading>;

export const Event = EventListItem.extend({
  rawHeaders: RawHeaders,
  rawTrailers: RawHeaders,
  deliveries: z.array(Delivery),
});
export type Event = z.infer<typeof Event>;

/** A person's marks on an event. */
export const Annotation = z
  .strictObject({
    pinned: z.boolean().optional(),
    note: z.string().max(10_000).optional(),
    tags: z.array(z.string().min(1).max(100)).max(100).optional(),
  })
  .refine((marks) => Object.keys(marks).length > 0, 'expected at least one of pinned, note, tags');
export type Annotation = z.infer<typeof Annotation>;
