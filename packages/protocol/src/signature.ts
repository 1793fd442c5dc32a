import * as z from 'zod';
import { Verification } from './event.ts';
import { DeliveryId, EventId } from './ids.ts';
import { ReasonPart } from './reason-part.ts';

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

/** How one scheme is checked. Texts hold what the sender wrote: show them as text. Secrets are never in it. */
export const SchemeSteps = z.object({
  scheme: z.string(),
  title: z.string(),
  docs: z.string(),
  algorithm: z.string(),
  headers: list(z.object({ name: z.string(), value: z.string() })),
  /** What is signed, joined in order; of parts above 64 KiB the beginning, `size` bytes in all. */
  signed: list(
    z.object({
      label: z.string(),
      /** The label in codes; none where it is a name. */
      parts: list(ReasonPart).exactOptional(),
      text: z.string(),
      size: z.number().int(),
      cut: z.boolean(),
    }),
  ),
  received: list(z.string()),
  /** One for each secret, by its place from 0. Null: not a secret of this scheme, or not to be shown. */
  computed: list(
    z.object({ secretIndex: z.number().int(), signature: z.string().nullable(), matches: z.boolean() }),
  ),
  /** The signed time beside that of arrival; null where no time is signed. */
  clock: z
    .object({
      signedAt: z.string(),
      receivedAt: z.string(),
      problem: z.string().nullable(),
      /** The problem in codes. */
      parts: list(ReasonPart).exactOptional(),
    })
    .nullable(),
});
export type SchemeSteps = z.infer<typeof SchemeSteps>;

/** One cause. `certain`: with this put right the signature verifies, which was tried. */
export const Finding = z.object({
  code: z.string(),
  certain: z.boolean(),
  title: z.string(),
  detail: z.string(),
  /** The detail in codes: sentences, and phrases that end one. */
  parts: list(ReasonPart).exactOptional(),
  todo: z.string(),
  /** The todo in codes, where it says more than that of `code`. */
  todoParts: list(ReasonPart).exactOptional(),
});
export type Finding = z.infer<typeof Finding>;

/** How a framework hands over the raw body, with a few lines to start from. */
export const FrameworkFix = z.object({
  framework: z.string(),
  title: z.string(),
  language: z.string(),
  says: z.string(),
  /** What it says in codes. */
  parts: list(ReasonPart).exactOptional(),
  code: z.string(),
  docs: z.string(),
});
export type FrameworkFix = z.infer<typeof FrameworkFix>;

/** Why the handler answered 401 or 403 to an event whose signature is not wrong, as far as can be known. */
export const HandlerRefusal = z.object({
  deliveryId: DeliveryId,
  attempt: z.number().int(),
  statusCode: z.number().int(),
  findings: list(Finding),
});
export type HandlerRefusal = z.infer<typeof HandlerRefusal>;

/** How a provider's test of the URL went, which comes before any event. */
export const HandshakeExplanation = z.object({
  name: z.string(),
  answered: z.boolean(),
  /** Nothing in the request says that it is one, and still it may be: a plain GET. */
  perhaps: z.literal(true).exactOptional(),
  explanation: z.string(),
  /** The explanation in codes. */
  parts: list(ReasonPart).exactOptional(),
  /** What to do, where it was not answered and something can be done. */
  remedy: z.string().nullable(),
  remedyParts: list(ReasonPart).exactOptional(),
});
export type HandshakeExplanation = z.infer<typeof HandshakeExplanation>;

/** `GET /api/events/:id/verification`. */
export const EventVerification = z.object({
  eventId: EventId,
  endpoint: z.string(),
  provider: z.string().nullable(),
  providerReason: z.string(),
  /** The verdict as it is kept with the event. */
  kept: Verification,
  /** With the secrets that are set now. */
  verification: Verification,
  /** How many secrets the endpoint has. */
  secrets: z.number().int(),
  steps: list(SchemeSteps),
  /** Why it is invalid. Empty for an invalid one: nothing that people get wrong explains it. */
  findings: list(Finding),
  /** What was tried, in words. */
  tried: list(z.string()),
  /** Each of them in codes. */
  triedParts: list(list(ReasonPart)).exactOptional(),
  fixes: list(FrameworkFix),
  handler: HandlerRefusal.nullable(),
  /** Only where the event is a test of the URL. */
  handshake: HandshakeExplanation.optional(),
});
export type EventVerification = z.infer<typeof EventVerification>;

/** Ways to spoil a signature on purpose, to test the handler's own check. */
export const SignatureBreak = z.enum(['stale', 'secret', 'body', 'missing']);
export type SignatureBreak = z.infer<typeof SignatureBreak>;
