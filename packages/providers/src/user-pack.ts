import { Buffer } from 'node:buffer';
import type * as z from 'zod';
import type { EventType, ProviderPack } from './pack.ts';
import { sayOnce } from './said-once.ts';
import type { Sample } from './samples/sample.ts';
import type { SignatureScheme } from './signature/scheme.ts';
import {
  Built,
  ClaimGiven,
  firstFault,
  HandshakeGiven,
  Key,
  PackShape,
  Parts,
  Read,
  Recognised,
  Written,
} from './user-pack-shape.ts';

/** A pack as a person writes it: it begins with a name, `recognise` and `read`. */
export type UserPack = Pick<ProviderPack, 'name' | 'recognise' | 'read'> & Partial<ProviderPack>;

/** What a pack takes keeps every request waiting; above this it is said. */
const slowMs = 100;

/** Runs one function of a pack, and looks at what it gives. Throws where it is of another shape. */
type Ask = <T>(what: string, schema: z.ZodType<T>, run: () => unknown) => T;

/**
 * A pack of the user's own, which must not take capturing down: what `recognise`, `read`, a handshake or the reading
 * of a signature throws is reported, once for each place, and counts as "not recognised", "nothing read" or "not
 * signed with it". What is asked for by a person (samples, signing) throws on, and the catalog says it.
 */
export function guardedPack(given: UserPack, report: (message: string) => void): ProviderPack {
  const pack: ProviderPack = { ...bare(given.name), ...said(given) };
  const tell = sayOnce(pack.name, report);
  const ask: Ask = (what, schema, run) => {
    const began = performance.now();
    const value = run();
    const tookMs = performance.now() - began;
    if (tookMs > slowMs) tell(`is slow to ${what}`, `${Math.round(tookMs)} ms, for which everything waits.`);
    return shaped(schema, value);
  };
  const guard = <T>(what: string, schema: z.ZodType<T>, run: () => unknown, otherwise: T): T => {
    try {
      return ask(what, schema, run);
    } catch (error) {
      tell(`failed to ${what}`, error);
      return otherwise;
    }
  };
  return {
    ...pack,
    eventTypes: withSampled(pack),
    recognise: (head) => guard('recognise a request', Recognised, () => pack.recognise(head) ?? null, null),
    read: (request) => guard('read a body', Read, () => pack.read(request) ?? {}, {}),
    handshakes: pack.handshakes.map((handshake) => ({
      ...handshake,
      answer: (...args) =>
        guard('answer a handshake', HandshakeGiven, () => handshake.answer(...args) ?? null, null),
    })),
    schemes: pack.schemes.map((scheme) => guardedScheme(scheme, ask, guard)),
    samples: pack.samples.map(
      (sample): Sample => ({
        ...sample,
        build: (fresh) =>
          ask('make a sample', Built, () => sample.build(fresh)) as ReturnType<Sample['build']>,
      }),
    ),
  };
}

function shaped<T>(schema: z.ZodType<T>, value: unknown): T {
  if (value instanceof Promise) {
    // Nobody waits for it; its own failure is not the point.
    value.catch(() => undefined);
    throw new Error('it is async; what it gives has to be there at once.');
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Error(`what it gave is of another shape: ${firstFault(parsed.error)}.`);
}

function guardedScheme(
  scheme: SignatureScheme,
  ask: Ask,
  guard: <T>(what: string, schema: z.ZodType<T>, run: () => unknown, otherwise: T) => T,
): SignatureScheme {
  return {
    ...scheme,
    headers: scheme.headers.map((name) => name.toLowerCase()),
    claim: (request) => guard('read a signature', ClaimGiven, () => scheme.claim(request) ?? null, null),
    key: (secret) => {
      const key = guard('read a secret', Key, () => withoutMessage(() => scheme.key(secret) ?? null), null);
      return key && asBuffer(key);
    },
    parts: (request, claim) =>
      ask('say what is signed', Parts, () => scheme.parts(request, claim)).map(({ label, bytes }) => ({
        label,
        bytes: asBuffer(bytes),
      })),
    write: (...args) => ask('write a signature', Written, () => scheme.write(...args)),
  };
}

/** An error about a secret may quote it. */
function withoutMessage<T>(run: () => T): T {
  try {
    return run();
  } catch {
    throw new Error('its message is not shown, since it may hold the secret.');
  }
}

/** A person may write plain bytes. */
const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** What is written as undefined is left out. */
const said = (given: UserPack): UserPack =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as unknown as UserPack;

/** Types that only a sample names are types too: lists are made of them. */
function withSampled({ eventTypes, samples }: ProviderPack): readonly EventType[] {
  const known = new Set(eventTypes.map(({ name }) => name));
  const more = samples.filter(({ eventType }) => !known.has(eventType) && known.add(eventType));
  return [...eventTypes, ...more.map(({ eventType, says = '' }) => ({ name: eventType, says }))];
}

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

/** Why it cannot be used; empty where it can. */
export function packProblems(pack: UserPack, taken: readonly string[]): string[] {
  const parsed = PackShape.safeParse(pack);
  const name = JSON.stringify(pack.name) ?? 'without a name';
  const problems = parsed.success ? [] : [`The pack ${name}: ${firstFault(parsed.error)}.`];
  if (taken.includes(pack.name)) problems.push(`There is a pack named '${pack.name}' already.`);
  return problems;
}
