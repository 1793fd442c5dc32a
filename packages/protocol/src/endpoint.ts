import * as z from 'zod';
import { TargetStatus } from './status.ts';
import { Duration, Instant, Milliseconds } from './time.ts';

/** An endpoint's name: it stands in URLs, flags and environment variables. */
export const EndpointName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'expected lower-case letters, digits and dashes, at most 63');
export type EndpointName = z.infer<typeof EndpointName>;

/** A port, a host and port, or a URL. A port may be a number. */
const TargetText = z.union([z.string(), z.number().int().nonnegative().transform(String).pipe(z.string())]);

const HeaderMap = z.record(z.string(), z.string());

/** One answer of our own. `delay` is waited before it goes out. */
export const FixedReply = z.strictObject({
  status: z.number().int().min(200).max(599),
  headers: HeaderMap.optional(),
  body: z.string().optional(),
  delay: Duration.optional(),
});
export type FixedReply = z.infer<typeof FixedReply>;

/**
 * What the sender gets: the handler's own answer, 200 at once, an answer of ours, or a series of them
 * (one for each request, the last for all that follow).
 */
export const ReplyConfig = z.union([
  z.enum(['handler', 'ack']),
  FixedReply,
  z.strictObject({
    sequence: z
      .array(z.union([z.number().int().min(200).max(599), FixedReply]))
      .min(1)
      .max(100, 'expected at most 100 answers; the last one is for all that follow'),
  }),
]);
export type ReplyConfig = z.infer<typeof ReplyConfig>;

/** Which outcomes are tried again. By default unreachable, timeout, 5xx, 408, 425 and 429. */
export const RetryOn = z.strictObject({
  failures: z.boolean().optional(),
  /** Status codes, or classes such as `5xx`. */
  statuses: z.array(z.union([z.number().int(), z.string().regex(/^[1-5]xx$/)])).optional(),
});
export type RetryOn = z.infer<typeof RetryOn>;

const retryExtras = {
  on: RetryOn.optional(),
  /** Whether a `Retry-After` of the handler is heeded (by default it is). */
  retryAfter: z.boolean().optional(),
};

/** When a failed delivery is tried again: never, as a provider does, after given waits, or ever more slowly. */
export const RetryConfig = z.union([
  /** `none`, `provider` (that of the endpoint's provider) or a provider's name, such as `zavu`. */
  z.string().regex(/^[a-z0-9-]+$/, 'expected none, provider or the name of a provider'),
  z.strictObject({ schedule: z.array(Duration).min(1).max(100), ...retryExtras }),
  z.strictObject({
    exponential: z.strictObject({
      initial: Duration,
      factor: z.number().min(1).max(100).optional(),
      max: Duration.optional(),
      /** Retries, besides the first attempt. */
      attempts: z.number().int().min(1).max(100),
      /** The share of each wait that is left to chance: 0 none, 1 all of it. */
      jitter: z.number().min(0).max(1).optional(),
    }),
    ...retryExtras,
  }),
]);
export type RetryConfig = z.infer<typeof RetryConfig>;

/** `provider` (the default) is what the provider's pack says, `none` only the handler's timeout. */
export const DeadlineConfig = z.union([z.enum(['provider', 'none']), Duration]);
export type DeadlineConfig = z.infer<typeof DeadlineConfig>;

/** An endpoint as a person writes it, in the config file or in `PUT /api/endpoints/:name`. */
export const EndpointConfig = z
  .strictObject({
    name: EndpointName,
    /** A prefix of the path: whole segments, case-sensitive, undecoded; the longest wins. `/` catches all. */
    path: z.string().startsWith('/', 'expected a path that begins with /').default('/'),
    provider: z.string().min(1).optional(),
    secrets: z.array(z.string().min(1)).max(10).optional(),
    target: TargetText.optional(),
    /** Every event goes to each of them; the first one answers the sender. */
    targets: z.array(TargetText).min(1).max(16).optional(),
    /** What becomes of the path when the target has none of its own. `keep` by default. */
    rewrite: z
      .union([
        z.enum(['keep', 'strip-prefix']),
        z.strictObject({ fixed: z.string().startsWith('/', 'expected a path that begins with /') }),
      ])
      .optional(),
    headers: z
      .strictObject({
        set: HeaderMap.optional(),
        remove: z.array(z.string()).optional(),
        /** Whether the handler gets Hooktap-Event-Id, -Delivery-Id and -Attempt (by default it does). */
        hooktap: z.boolean().optional(),
      })
      .optional(),
    reply: ReplyConfig.optional(),
    retry: RetryConfig.optional(),
    /** What the handler has for its whole response; 30 s by default. */
    timeout: Duration.optional(),
    /** How long the provider waits: a slower handler's sender gets a 504 at this moment. By default as its pack says. */
    deadline: DeadlineConfig.optional(),
    /** Deliveries under way at a time; 64 by default. */
    concurrency: z.number().int().min(1).max(1000).optional(),
    /** `fifo`: one after the other. `key`: one after the other within what this query field says, such as `body.chat.id`. */
    order: z.union([z.enum(['none', 'fifo']), z.strictObject({ key: z.string().min(1) })]).optional(),
    /** Only what this query finds is delivered; the rest is kept and acknowledged. */
    filter: z.string().min(1).max(4096).optional(),
    /**
     * What becomes of an event that arrives again, known by the provider's event id or by `key`, a field such as
     * `body.id`. `true`: only the first is delivered. A key alone marks what comes again and delivers it all the same;
     * `{ key: 'body.id', deliver: 'first' }` does not.
     */
    dedupe: z
      .union([
        z.boolean(),
        z.strictObject({ key: z.string().min(1).optional(), deliver: z.enum(['first', 'all']).optional() }),
      ])
      .optional(),
    /** Answers 401 to what bears an invalid signature, and delivers none of it. */
    enforce: z.boolean().optional(),
    /** Answers the provider's handshake (a challenge, a test of the URL) without asking the handler. */
    handshake: z
      .union([
        z.boolean(),
        z.strictObject({
          /** The token typed into the provider's panel (Meta). */
          verifyToken: z.string().min(1).optional(),
          /** Handshakes that no provider pack brings: `twitter-crc`, `zoom`, `get-200`. */
          also: z.array(z.string()).optional(),
        }),
      ])
      .optional(),
    /** Acknowledges and keeps back what comes while the handler is down. */
    hold: z.boolean().optional(),
  })
  .refine(({ target, targets }) => target === undefined || targets === undefined, {
    message: 'expected target or targets, not both',
    path: ['targets'],
  });
export type EndpointConfig = z.infer<typeof EndpointConfig>;

/** `deliver`; `paused`: everything is held; `breakpoint`: every event waits for a person. */
export const EndpointMode = z.enum(['deliver', 'paused', 'breakpoint']);
export type EndpointMode = z.infer<typeof EndpointMode>;

/** Where an endpoint's configuration stands. Those of the file are read-only in the API. */
export const EndpointSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('config'), file: z.string(), line: z.number().int().optional() }),
  z.object({ kind: z.literal('flags') }),
  z.object({ kind: z.literal('api') }),
]);
export type EndpointSource = z.infer<typeof EndpointSource>;

/** What lies before an endpoint's handler. */
export const EndpointQueue = z.object({
  /** Due, but every slot is taken. */
  waiting: z.number().int(),
  held: z.number().int(),
  /** Waiting for the time of their next attempt. */
  retrying: z.number().int(),
  underWay: z.number().int(),
  /** Of those that are retried. */
  nextAttemptAt: Instant.optional(),
  /** When the first of the held is tried again, where the handler takes connections and drops them. */
  heldUntil: Instant.optional(),
});
export type EndpointQueue = z.infer<typeof EndpointQueue>;

/** When the sender of a slower handler gets a 504. `recognised`: that of the provider whose event it is. */
export const EndpointDeadline = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set'), ms: Milliseconds }),
  z.object({ kind: z.literal('provider'), provider: z.string(), ms: Milliseconds }),
  z.object({ kind: z.literal('recognised') }),
]);
export type EndpointDeadline = z.infer<typeof EndpointDeadline>;

/** An endpoint as the API shows it: secrets are counted, never shown. */
export const Endpoint = z.object({
  name: z.string(),
  config: z.object({ ...EndpointConfig.shape, secrets: z.number().int().optional() }),
  source: EndpointSource,
  mode: EndpointMode,
  /** Whether it holds while the handler is down. */
  hold: z.boolean(),
  queue: EndpointQueue,
  targets: z.array(TargetStatus),
  /** Where its senders wait for the handler; left out, they wait until its timeout. */
  deadline: EndpointDeadline.optional(),
});
export type Endpoint = z.infer<typeof Endpoint>;

/** `GET /api/endpoints`. */
export const Endpoints = z.object({ items: z.array(Endpoint) });
export type Endpoints = z.infer<typeof Endpoints>;
