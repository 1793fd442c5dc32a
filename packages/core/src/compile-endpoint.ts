import type { Duration, EndpointConfig, EndpointSource, RawHeaders } from '@hooktap/protocol';
import { compileReply, headerPairs } from './compile-reply.ts';
import { compileRetry, type RetrySchedules } from './compile-retry.ts';
import { durationMs } from './duration.ts';
import type { DedupePolicy, EndpointPolicy, OrderPolicy, ReplyPolicy } from './endpoint-policy.ts';
import { type EventField, parseEventField } from './event-field.ts';
import { compileEventFilter } from './event-filter.ts';
import { type Fault, type FieldFault, saying } from './field-fault.ts';
import type { HandshakeSettings } from './provider-port.ts';
import { refusals } from './say.ts';
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
  const fault: Fault = (path, wrong) => void errors.push({ path, ...wrong });
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
    deadline: compileDeadline(config, reply),
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

function compileTargets({ target, targets }: EndpointConfig, fault: Fault): Target[] {
  const named = target === undefined ? (targets ?? []) : [target];
  return named.flatMap((text, index) => {
    const parsed = parseTarget(text);
    if (parsed.ok) return [parsed.target];
    fault(target === undefined ? `targets[${index}]` : 'target', saying(parsed));
    return [];
  });
}

/** Only who waits for the handler gives up waiting. */
function compileDeadline(
  { deadline = 'provider' }: EndpointConfig,
  reply: ReplyPolicy,
): EndpointPolicy['deadline'] {
  if (deadline === 'none' || reply.kind !== 'handler') return null;
  return deadline === 'provider' ? deadline : durationMs(deadline);
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
    fault('rewrite.fixed', refusals.sentence('path-characters'));
  }
  return { kind: 'fixed', path: rewrite.fixed };
}

function compileField(text: string, path: string, fault: Fault): EventField | null {
  const field = parseEventField(text);
  if (!field) fault(path, refusals.sentence('names-no-field', { text }));
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
  fault('filter', saying(compiled));
  return null;
}
