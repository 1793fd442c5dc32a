import * as z from 'zod';
import { ReasonPart } from './reason-part.ts';
import { Instant } from './time.ts';

/**
 * By the question's name: which webhook it is about, and credentials. Those are used, kept in memory by the
 * instance that needs them to follow and to put back, and never stored or answered.
 */
const RegistrationAnswers = z.record(z.string().max(100), z.string().max(10_000));

/** `POST /api/registrations`: points a provider at the public URL through the provider's own API. */
export const RegistrationRequest = z.strictObject({
  provider: z.string().min(1).max(100),
  answers: RegistrationAnswers.optional(),
  /** Behind the public URL; by default that of the provider's endpoint. */
  path: z
    .string()
    .regex(/^\/[\x21\x22\x24-\x7e]*$/, 'expected a path such as /zavu')
    .max(2000)
    .optional(),
  /** The provider's API, where it is not at its usual address. */
  baseUrl: z.string().max(2000).optional(),
  /** Only says what it would change. */
  plan: z.boolean().optional(),
});
export type RegistrationRequest = z.infer<typeof RegistrationRequest>;

/** What is said beside it, in codes. */
const inCodes = { parts: z.array(ReasonPart).readonly().exactOptional() };

const about = { name: z.string(), says: z.string() };
/** The values of its query are not shown: some providers' users keep a secret there. Null: none is set. */
const ShownUrl = z.string().nullable();

/** What became of one place at the provider where a URL is set. */
export const RegistrationOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('planned'), ...about, now: ShownUrl, will: z.string() }),
  /** `secret`: a signing secret that the provider made for it. It is in this answer only. */
  z.object({
    kind: z.literal('pointed'),
    ...about,
    url: z.string(),
    before: ShownUrl,
    secret: z.string().optional(),
  }),
  z.object({ kind: z.literal('restored'), ...about, url: ShownUrl }),
  /** What was there before is there already. */
  z.object({ kind: z.literal('as-before'), ...about, url: ShownUrl }),
  /** Somebody else changed it since: it was left alone. */
  z.object({ kind: z.literal('not-ours'), ...about, url: ShownUrl }),
  /** It cannot be put back without a loss. */
  z.object({ kind: z.literal('left'), ...about, url: ShownUrl, reason: z.string(), ...inCodes }),
  z.object({ kind: z.literal('forgotten'), ...about, url: ShownUrl }),
  z.object({ kind: z.literal('failed'), ...about, message: z.string(), ...inCodes }),
]);
export type RegistrationOutcome = z.infer<typeof RegistrationOutcome>;

/** One registration's outcomes. `id` is null of a plan. */
export const RegistrationChange = z.object({
  id: z.string().nullable(),
  provider: z.string(),
  title: z.string(),
  baseUrl: z.string(),
  items: z.array(RegistrationOutcome),
  /** To be shown before the first change. */
  warnings: z.array(z.string()),
});
export type RegistrationChange = z.infer<typeof RegistrationChange>;

/** `active`: it follows the public URL. `left`: an earlier run could not put it back. */
export const Registration = z.object({
  id: z.string(),
  provider: z.string(),
  title: z.string(),
  /** Without credentials. */
  answers: z.record(z.string(), z.string()),
  baseUrl: z.string(),
  path: z.string(),
  since: Instant,
  state: z.enum(['active', 'left']),
  /** Whether the instance has what it needs to put it back. */
  hasCredentials: z.boolean(),
  places: z.array(
    z.object({
      ...about,
      url: ShownUrl,
      before: ShownUrl,
      /** Of the last try. */
      problem: z.string().optional(),
      problemParts: z.array(ReasonPart).readonly().exactOptional(),
    }),
  ),
});
export type Registration = z.infer<typeof Registration>;

/** A provider that can be registered, and what has to be said for it. */
export const RegistrationOffer = z.object({
  provider: z.string(),
  title: z.string(),
  baseUrl: z.string(),
  asks: z.array(
    z.object({
      name: z.string(),
      says: z.string(),
      secret: z.boolean(),
      /** The environment variable that answers it. */
      environment: z.string().optional(),
      optional: z.boolean(),
      /** Whether the environment of the running Hooktap answers it. */
      answered: z.boolean().default(false),
    }),
  ),
  warnings: z.array(z.string()),
});
export type RegistrationOffer = z.infer<typeof RegistrationOffer>;

/** `GET /api/registrations`. */
export const Registrations = z.object({ items: z.array(Registration), offers: z.array(RegistrationOffer) });
export type Registrations = z.infer<typeof Registrations>;

/** What a place is found at. `ours`: as Hooktap set it; `before`: as it was before; `other`: somebody changed it since. */
export const PlaceFinding = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ours'), name: z.string(), says: z.string(), url: ShownUrl }),
  z.object({ kind: z.literal('before'), name: z.string(), says: z.string(), url: ShownUrl }),
  z.object({ kind: z.literal('other'), name: z.string(), says: z.string(), url: ShownUrl }),
  z.object({
    kind: z.literal('failed'),
    name: z.string(),
    says: z.string(),
    message: z.string(),
    ...inCodes,
  }),
]);
export type PlaceFinding = z.infer<typeof PlaceFinding>;

/** `POST /api/registrations/check`: what each place is set to now, asked of the providers. */
export const RegistrationsChecked = z.object({
  at: Instant,
  items: z.array(z.object({ id: z.string(), places: z.array(PlaceFinding) })),
});
export type RegistrationsChecked = z.infer<typeof RegistrationsChecked>;

/** `DELETE /api/registrations`: puts back what was there, of one, of a provider's, or of all. */
export const UnregisterRequest = z.strictObject({
  id: z.string().max(2000).optional(),
  provider: z.string().max(100).optional(),
  /** Credentials, where the instance has none. */
  answers: RegistrationAnswers.optional(),
  baseUrl: z.string().max(2000).optional(),
  /** Changes nothing at the provider, and keeps nothing here. */
  forget: z.boolean().optional(),
});
export type UnregisterRequest = z.infer<typeof UnregisterRequest>;

export const Unregistered = z.object({ items: z.array(RegistrationChange) });
export type Unregistered = z.infer<typeof Unregistered>;
