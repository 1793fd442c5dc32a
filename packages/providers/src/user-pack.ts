import { Buffer } from 'node:buffer';
import * as z from 'zod';
import type { PackRecognition, ProviderPack } from './pack.ts';
import type { PayloadReading } from './reading.ts';
import type { SignatureScheme, SignedPart } from './signature/scheme.ts';

/** A pack as a person writes it: it begins with a name, `recognise` and `read`. */
export type UserPack = Pick<ProviderPack, 'name' | 'recognise' | 'read'> & Partial<ProviderPack>;

/**
 * A pack of the user's own, which must not take capturing down: what its functions throw is reported, once
 * each, and counts as "not recognised", "nothing read" or "not signed with it".
 */
export function guardedPack(given: UserPack, report: (message: string) => void): ProviderPack {
  const pack: ProviderPack = { ...bare(given.name), ...given };
  const said = new Set<string>();
  const tell = (text: string): void => {
    if (said.has(text) || said.size >= mostSaid) return;
    said.add(text);
    report(text);
  };
  const guard = <T>(what: string, run: () => T, otherwise: T): T => {
    try {
      return run();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      tell(`The pack '${pack.name}' failed to ${what}: ${why}`);
      return otherwise;
    }
  };
  const checked = <T>(schema: z.ZodType<T>, what: string, value: unknown, otherwise: T): T => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    tell(`The pack '${pack.name}' gave no ${what}: ${firstFault(parsed.error)}`);
    return otherwise;
  };
  return {
    ...pack,
    recognise: (head) =>
      guard(
        'recognise a request',
        () => checked(Recognised, 'recognition', pack.recognise(head) ?? null, null),
        null,
      ),
    read: (request) => guard('read a body', () => checked(Read, 'reading', pack.read(request) ?? {}, {}), {}),
    handshakes: pack.handshakes.map((handshake) => ({
      ...handshake,
      answer: (...args) => guard('answer a handshake', () => handshake.answer(...args) ?? null, null),
    })),
    schemes: pack.schemes.map((scheme) => guardedScheme(scheme, guard)),
  };
}

/** Of one pack; the rest would be more of the same. */
const mostSaid = 50;

function guardedScheme(
  scheme: SignatureScheme,
  guard: <T>(what: string, run: () => T, otherwise: T) => T,
): SignatureScheme {
  return {
    ...scheme,
    headers: scheme.headers.map((name) => name.toLowerCase()),
    claim: (request) => guard('read a signature', () => scheme.claim(request) ?? null, null),
    key: (secret) =>
      guard(
        'read a secret',
        () => {
          const key = scheme.key(secret);
          return key ? asBuffer(key) : null;
        },
        null,
      ),
    parts: (request, claim) =>
      scheme.parts(request, claim).map(({ label, bytes }): SignedPart => ({ label, bytes: asBuffer(bytes) })),
  };
}

/** A person may write plain bytes. */
const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** What a pack may leave out: a person begins with `recognise` and `read`. */
const bare = (name: string) => ({
  title: name,
  docs: [],
  facts: [],
  eventTypes: [],
  schemes: [],
  unsigned: 'Its pack brings no signature scheme.',
  handshakes: [],
  samples: [],
});

const Recognised: z.ZodType<PackRecognition | null> = z
  .object({ confidence: z.enum(['certain', 'likely']), reason: z.string().max(300) })
  .nullable();

const text = z.string().optional();
const Read: z.ZodType<PayloadReading> = z.object({
  eventType: text,
  providerEventId: text,
  subject: text,
  threadKeys: z.array(z.string()).optional(),
  status: text,
  providerTimeMs: z.number().optional(),
});

const callable = z.custom<unknown>((value) => typeof value === 'function', 'expected a function');
const certainty = z.enum(['verified', 'observed', 'guessed', 'unknown']);
const seconds = z.number().nonnegative();

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
  tolerance: z.looseObject({ pastSeconds: seconds, futureSeconds: seconds }).optional(),
  key: callable,
  claim: callable,
  parts: callable,
  write: callable,
});

/** What is looked at before a pack is used. What its functions give is looked at when they give it. */
const Shape = z.looseObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,49}$/, 'expected a name of lower-case letters, digits and hyphens'),
  recognise: callable,
  read: callable,
  title: text,
  docs: z.array(z.looseObject({ title: z.string(), url: z.string() })).optional(),
  facts: z.array(z.looseObject({ about: z.string(), certainty, says: z.string() })).optional(),
  retry: z
    .looseObject({
      scheduleMs: z.array(z.number().nonnegative()).optional(),
      deadlineMs: z.number().positive().optional(),
      certainty,
      source: z.string(),
    })
    .optional(),
  eventTypes: z.array(z.looseObject({ name: z.string(), says: z.string() })).optional(),
  schemes: z.array(Scheme).optional(),
  unsigned: text,
  handshakes: z.array(z.looseObject({ name: z.string(), title: z.string(), answer: callable })).optional(),
  samples: z.array(z.looseObject({ eventType: z.string(), build: callable })).optional(),
  scenarios: z
    .array(z.looseObject({ name: z.string(), says: z.string(), steps: z.array(z.looseObject({})) }))
    .optional(),
});

/** Why it cannot be used; empty where it can. */
export function packProblems(pack: UserPack, taken: readonly string[]): string[] {
  const parsed = Shape.safeParse(pack);
  const name = JSON.stringify(pack.name) ?? 'without a name';
  const problems = parsed.success ? [] : [`The pack ${name}: ${firstFault(parsed.error)}.`];
  if (taken.includes(pack.name)) problems.push(`There is a pack named '${pack.name}' already.`);
  return problems;
}

function firstFault({ issues: [issue] }: z.ZodError): string {
  const path = issue?.path.join('.') ?? '';
  return `${path === '' ? '' : `${path}: `}${issue?.message ?? 'it is of another shape'}`;
}
