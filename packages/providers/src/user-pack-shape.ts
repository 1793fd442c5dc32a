import * as z from 'zod';
import type { PackRecognition } from './pack.ts';
import type { PayloadReading } from './reading.ts';
import type { Claim, SignedPart } from './signature/scheme.ts';

// What the functions of a user's pack give.

export const Recognised: z.ZodType<PackRecognition | null> = z
  .object({ confidence: z.enum(['certain', 'likely']), reason: z.string().max(300) })
  .nullable();

const text = z.string().optional();
export const Read: z.ZodType<PayloadReading> = z.object({
  eventType: text,
  providerEventId: text,
  subject: text,
  threadKeys: z.array(z.string()).optional(),
  status: text,
  providerTimeMs: z.number().optional(),
});

export const ClaimGiven: z.ZodType<Claim | null> = z
  .object({
    signatures: z.array(z.string()),
    timestamp: z.string().exactOptional(),
    id: z.string().exactOptional(),
    malformed: z.string().exactOptional(),
  })
  .nullable();

const bytes = z.instanceof(Uint8Array);
export const Key = bytes.nullable();
export const Parts: z.ZodType<readonly (Omit<SignedPart, 'bytes'> & { readonly bytes: Uint8Array })[]> =
  z.array(z.object({ label: z.string(), bytes }));

/** What could not be written on the wire would be an exception far from the pack. */
const headerName = z.string().regex(/^[\w!#$%&'*+.^`|~-]+$/, 'expected a header name');
const headerText = z.string().regex(/^[\t\x20-\x7e\x80-\xff]*$/, 'expected a header value in latin-1');
const headers = z.array(z.tuple([headerName, headerText]));
export const Written = headers;

export const HandshakeGiven = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('answered'),
      contentType: headerText,
      body: z.string(),
      explanation: z.string(),
    }),
    z.object({
      kind: z.literal('refused'),
      statusCode: z.number().int().min(200).max(599),
      reason: z.string(),
    }),
  ])
  .nullable();

export const Built = z.object({
  method: z
    .string()
    .regex(/^[A-Z]{1,20}$/, 'expected a method in capitals')
    .exactOptional(),
  headers,
  body: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('json'),
      value: z.record(z.string(), z.unknown()),
      escapeUnicode: z.boolean().exactOptional(),
    }),
    z.object({ kind: z.literal('form'), fields: z.record(z.string(), z.string()) }),
  ]),
});

// The pack itself, before it is used.

const callable = z.custom<unknown>((value) => typeof value === 'function', 'expected a function');
const certainty = z.enum(['verified', 'observed', 'guessed', 'unknown']);
const duration = z.number().nonnegative();

const Scheme = z.looseObject({
  name: z.string().min(1),
  title: z.string(),
  docs: z.string(),
  algorithm: z.enum(['hmac-sha256', 'hmac-sha1', 'ed25519', 'shared-secret']),
  encoding: z.enum(['hex', 'base64', 'plain']),
  headers: z.array(z.string().min(1)).min(1),
  signsTime: z.boolean(),
  signsBody: z.boolean(),
  signsUrl: z.boolean(),
  timestampUnit: z.enum(['s', 'ms']).optional(),
  tolerance: z.looseObject({ pastSeconds: duration, futureSeconds: duration }).optional(),
  key: callable,
  claim: callable,
  parts: callable,
  write: callable,
});

const Step = z.looseObject({ eventType: z.string(), variant: text, afterMs: duration });

/** What is looked at before a pack is used. What its functions give is looked at when they give it. */
export const PackShape = z.looseObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,49}$/, 'expected a name of lower-case letters, digits and hyphens'),
  recognise: callable,
  read: callable,
  title: text,
  docs: z.array(z.looseObject({ title: z.string(), url: z.string(), language: text })).optional(),
  facts: z.array(z.looseObject({ about: z.string(), certainty, says: z.string() })).optional(),
  retry: z
    .looseObject({
      scheduleMs: z.array(duration).optional(),
      deadlineMs: z.number().positive().optional(),
      certainty,
      source: z.string(),
      note: text,
    })
    .optional(),
  eventTypes: z
    .array(z.looseObject({ name: z.string(), says: z.string(), docs: text, certainty: certainty.optional() }))
    .optional(),
  schemes: z.array(Scheme).optional(),
  unsigned: text,
  handshakes: z
    .array(z.looseObject({ name: z.string(), title: z.string(), docs: z.string(), answer: callable }))
    .optional(),
  samples: z
    .array(
      z.looseObject({
        eventType: z.string(),
        variant: text,
        says: text,
        build: callable,
        optional: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .optional(),
  scenarios: z
    .array(z.looseObject({ name: z.string(), says: z.string(), steps: z.array(Step).min(1) }))
    .optional(),
});

/** The first thing that is wrong, and where. */
export function firstFault({ issues: [issue] }: z.ZodError): string {
  const path = issue?.path.join('.') ?? '';
  return `${path === '' ? '' : `${path}: `}${issue?.message ?? 'it is of another shape'}`;
}
