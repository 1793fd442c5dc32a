import type {
  Duration,
  EndpointConfig,
  EndpointSource,
  FixedReply,
  RawHeaders,
  RetryConfig,
  RetryOn,
} from '@hooktap/protocol';
import { durationMs } from './duration.ts';
import type {
  DedupePolicy,
  EndpointPolicy,
  OrderPolicy,
  ReplyPolicy,
  TimedReply,
} from './endpoint-policy.ts';
import { type EventField, parseEventField } from './event-field.ts';
import { compileEventFilter } from './event-filter.ts';
import type { HandshakeSettings } from './provider-port.ts';
import { ackReply, textReply } from './replies.ts';
import { headerFault } from './request-edit.ts';
import {
  promisedRetry,
  type RetryCondition,
  type RetryPolicy,
  usualCondition,
  waitList,
} from './retry-policy.ts';
import type { PlainReply } from './sender-port.ts';
import { type PathRewrite, parseTarget, type Target } from './target.ts';

/** What an endpoint that says nothing of it goes by; flags set these. */
export interface EndpointDefaults {
  readonly timeout: Duration;
  readonly hostHeader: 'target' | 'public';
  readonly setHeaders: RawHeaders;
  readonly only: string | null;
  readonly hold: boolean;
  readonly dedupe: boolean;
  readonly enforce: boolean;
}

/** As many as a burst of senders may wait at a time; what a handler on the same machine takes with ease. */
const usualConcurrency = 64;

export const usualDefaults: EndpointDefaults = {
  timeout: '30s',
  hostHeader: 'target',
  setHeaders: [],
  only: null,
  hold: false,
  dedupe: false,
  enforce: false,
};

/** The waits before a provider's own retries, in milliseconds; null where nothing is known of it. */
export type RetrySchedules = (provider: string) => readonly number[] | null;

/** Something wrong in one field, `path` as in `retry.schedule`. */
export interface FieldFault {
  readonly path: string;
  readonly message: string;
}

export type Compiled =
  | { readonly ok: true; readonly policy: EndpointPolicy }
  | { readonly ok: false; readonly errors: readonly FieldFault[] };

interface CompileContext {
  readonly defaults: EndpointDefaults;
  readonly schedules: RetrySchedules;
}

/** Checks what the schema cannot and takes the configuration apart, once, for every request to come. */
export function compileEndpoint(
  config: EndpointConfig,
  source: EndpointSource,
  { defaults, schedules }: CompileContext,
): Compiled {
  const errors: FieldFault[] = [];
  const fault = (path: string, message: string) => void errors.push({ path, message });
  const targets = compileTargets(config, fault);
  const reply = compileReply(config, targets.length > 0, fault);
  const prefix = config.path.replace(/\/+$/, '');
  const policy: EndpointPolicy = {
    name: config.name,
    config,
    source,
    provider: config.provider ?? null,
    secrets: config.secrets ?? [],
    enforce: config.enforce ?? defaults.enforce,
    handshake: compileHandshake(config),
    prefix,
    targets,
    rewrite: compileRewrite(config, prefix, fault),
    reply,
    retry: compileRetry(config, reply, schedules, fault),
    timeoutMs: Math.max(1, durationMs(config.timeout ?? defaults.timeout)),
    deadlineMs: config.deadline === undefined ? null : durationMs(config.deadline),
    concurrency: config.concurrency ?? usualConcurrency,
    order: compileOrder(config, fault),
    filter: compileFilter(config, fault),
    dedupe: compileDedupe(config, defaults, fault),
    hold: config.hold ?? defaults.hold,
    hostHeader: defaults.hostHeader,
    setHeaders: [...defaults.setHeaders, ...headerPairs(config.headers?.set, 'headers.set', fault)],
    removeHeaders: new Set((config.headers?.remove ?? []).map((name) => name.toLowerCase())),
    hooktapHeaders: config.headers?.hooktap ?? true,
    only: defaults.only,
  };
  return errors.length > 0 ? { ok: false, errors } : { ok: true, policy };
}

type Fault = (path: string, message: string) => void;

function compileTargets({ target, targets }: EndpointConfig, fault: Fault): Target[] {
  const named = target === undefined ? (targets ?? []) : [target];
  return named.flatMap((text, index) => {
    const parsed = parseTarget(text);
    if (parsed.ok) return [parsed.target];
    fault(target === undefined ? `targets[${index}]` : 'target', parsed.message);
    return [];
  });
}

function compileReply({ reply }: EndpointConfig, hasTarget: boolean, fault: Fault): ReplyPolicy {
  if (reply === undefined) return { kind: hasTarget ? 'handler' : 'ack' };
  if (reply === 'ack') return { kind: 'ack' };
  if (reply === 'handler') {
    if (!hasTarget) fault('reply', "'handler' needs a target whose answer can be passed on.");
    return { kind: 'handler' };
  }
  if (!('sequence' in reply)) return { kind: 'fixed', ...timedReply(reply, 'reply', fault) };
  const replies = reply.sequence.map((one, index) =>
    timedReply(typeof one === 'number' ? { status: one } : one, `reply.sequence[${index}]`, fault),
  );
  return { kind: 'sequence', replies };
}

function timedReply(
  { status, headers, body, delay = 0 }: FixedReply,
  path: string,
  fault: Fault,
): TimedReply {
  return { reply: plainReply({ status, headers, body }, path, fault), delayMs: durationMs(delay) };
}

/** An answer that a person wrote. */
export function plainReply(
  { status, headers, body }: Pick<FixedReply, 'status' | 'headers' | 'body'>,
  path: string,
  fault: Fault,
): PlainReply {
  if (headers === undefined && body === undefined) return status === 200 ? ackReply : textReply(status, '');
  return { statusCode: status, headers: headerPairs(headers, `${path}.headers`, fault), body: body ?? '' };
}

function headerPairs(headers: Record<string, string> | undefined, path: string, fault: Fault): RawHeaders {
  const pairs = Object.entries(headers ?? {});
  for (const [name, value] of pairs) {
    const message = headerFault(name, value);
    if (message) fault(`${path}.${name}`, message);
  }
  return pairs;
}

function compileHandshake({ handshake, secrets = [] }: EndpointConfig): HandshakeSettings | null {
  if (handshake === undefined || handshake === false) return null;
  const { verifyToken, also } = handshake === true ? {} : handshake;
  return { secrets, ...(verifyToken !== undefined && { verifyToken }), ...(also && { also }) };
}

function compileRewrite({ rewrite }: EndpointConfig, prefix: string, fault: Fault): PathRewrite {
  if (rewrite === undefined) return { kind: 'usual' };
  if (rewrite === 'keep') return { kind: 'keep' };
  if (rewrite === 'strip-prefix') return { kind: 'strip-prefix', prefix };
  if (!/^[\x21-\x7e\x80-\xff]*$/.test(rewrite.fixed)) {
    fault('rewrite.fixed', 'A blank, a control character or one outside latin-1 has to be percent-encoded.');
  }
  return { kind: 'fixed', path: rewrite.fixed };
}

function compileRetry(
  { retry, provider }: EndpointConfig,
  reply: ReplyPolicy,
  schedules: RetrySchedules,
  fault: Fault,
): RetryPolicy {
  // With the handler's own answer the provider tries again by itself.
  if (retry === undefined) return reply.kind === 'handler' ? { kind: 'none' } : promisedRetry;
  if (retry === 'none') return { kind: 'none' };
  if (typeof retry === 'string') {
    const name = retry === 'provider' ? provider : retry;
    const waits = name === undefined ? null : schedules(name);
    if (waits) return waitList(waits);
    fault(
      'retry',
      name === undefined ? 'This endpoint names no provider.' : `No retry schedule of '${name}' is known.`,
    );
    return { kind: 'none' };
  }
  const when = compileCondition(retry.on);
  const heedRetryAfter = retry.retryAfter ?? true;
  if ('schedule' in retry) return waitList(retry.schedule.map(durationMs), when, heedRetryAfter);
  return { kind: 'waits', wait: exponential(retry), when, heedRetryAfter };
}

function compileCondition(on: RetryOn | undefined): RetryCondition {
  const { statuses } = on ?? {};
  return {
    failures: on?.failures ?? true,
    status: statuses
      ? (code) =>
          statuses.some((one) => (typeof one === 'number' ? one === code : one[0] === String(code)[0]))
      : usualCondition.status,
  };
}

function exponential({
  exponential: { initial, factor = 2, max = '1h', attempts, jitter = 0.2 },
}: Extract<RetryConfig, { exponential: object }>): (retry: number, random: () => number) => number | null {
  return (retry, random) => {
    if (retry >= attempts) return null;
    const whole = Math.min(durationMs(initial) * factor ** retry, durationMs(max));
    return whole * (1 - jitter * random());
  };
}

function compileField(text: string, path: string, fault: Fault): EventField | null {
  const field = parseEventField(text);
  if (!field) fault(path, `'${text}' names no field. Write header.x-request-id or body.data.id.`);
  return field;
}

function compileOrder({ order = 'none' }: EndpointConfig, fault: Fault): OrderPolicy {
  if (order === 'none' || order === 'fifo') return { kind: order };
  const field = compileField(order.key, 'order.key', fault);
  return field ? { kind: 'key', field } : { kind: 'none' };
}

function compileDedupe({ dedupe }: EndpointConfig, defaults: EndpointDefaults, fault: Fault): DedupePolicy {
  const { key, deliver } = typeof dedupe === 'object' ? dedupe : {};
  const wanted = typeof dedupe === 'boolean' ? dedupe : defaults.dedupe;
  return {
    field: key === undefined ? null : compileField(key, 'dedupe.key', fault),
    deliver: deliver ?? (wanted ? 'first' : 'all'),
  };
}

function compileFilter({ filter }: EndpointConfig, fault: Fault): EndpointPolicy['filter'] {
  if (filter === undefined) return null;
  const compiled = compileEventFilter(filter);
  if (compiled.ok) return compiled.filter;
  fault('filter', compiled.message);
  return null;
}
