import { Buffer } from 'node:buffer';
import type {
  ProviderFacts,
  RawHeaders,
  Triggered,
  TriggeredCallback,
  TriggeredOutcome,
  TriggerRequest,
} from '@hooktap/protocol';
import { type Sleep, systemSleep, wait } from './batch-wait.ts';
import type { Clock } from './clock.ts';
import type { EndpointBook } from './endpoint-book.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import { saying, type Wrong } from './field-fault.ts';
import type { Forwarder } from './forwarder-port.ts';
import type { Outcome, TriggerRefusal } from './inspection-port.ts';
import type { ProviderLibrary } from './provider-library.ts';
import type { ProviderRequest } from './provider-port.ts';
import { callbacks, reasonOf, refusals } from './say.ts';
import { noSecret } from './signed-copy.ts';
import type { Store } from './store-port.ts';
import { bytesInMemory } from './stored-body.ts';
import { parseTarget, type Target, targetHost } from './target.ts';
import type { TriggerPass, TriggerPasses } from './trigger-intake.ts';
import { type PlannedCallback, planTrigger } from './trigger-plan.ts';
import { errorReason } from './trigger-reason.ts';

interface TriggerContext {
  readonly store: Pick<Store, 'openBody' | 'event'>;
  readonly book: EndpointBook;
  readonly forwarder: Forwarder;
  readonly clock: Clock;
  readonly passes: TriggerPasses;
  /** The receiver's origin as senders see it; empty: nothing listens. */
  readonly receiver: () => string;
  /** The origin of the trigger's own socket on the receiver, opened when it is first asked for. */
  readonly entrance: () => Promise<string | null>;
  readonly sleep?: Sleep;
}

/** Where callbacks go. `own`: through the receiver, where they become events. */
interface Destination {
  readonly target: Target;
  readonly url: string;
  readonly host: string;
  readonly own: boolean;
  readonly policy: EndpointPolicy | null;
}

type Signing = {
  readonly request: ProviderRequest;
  readonly scheme: string | null;
  readonly unsigned?: Wrong;
};

const answerLimit = 64 * 1024;
/** Beside what the endpoint gives its handler. */
const timeoutMs = 35_000;
/** More than this many are never under way at once. */
const mostUnderWay = 64;

const refuse = (error: TriggerRefusal): { ok: false; error: TriggerRefusal } => ({ ok: false, error });

/** Plays the provider: sends samples as it would. */
export class Trigger {
  readonly #context: TriggerContext;
  readonly #stopped = new AbortController();

  constructor(context: TriggerContext) {
    this.#context = context;
  }

  stop(): void {
    this.#stopped.abort();
  }

  /** Settles once all were sent and answered. When `over` is raised, no further one is sent. */
  async run(
    library: ProviderLibrary,
    request: TriggerRequest,
    over?: AbortSignal,
  ): Promise<Outcome<Triggered, TriggerRefusal>> {
    const destination = await this.#destination(request);
    if (!destination.ok) return destination;
    const { url, policy } = destination.value;
    const plan = planTrigger(library, request, { url, now: this.#context.clock.now() });
    if (!plan.ok) return plan;
    const sign = (callback: PlannedCallback) => this.#sign(library, request, callback, policy);
    const [first] = plan.callbacks;
    const refused = first && sign(first);
    if (refused && !('request' in refused)) return refuse({ code: 'cannot-sign', message: refused.reason });
    const until = AbortSignal.any(over ? [this.#stopped.signal, over] : [this.#stopped.signal]);
    return {
      ok: true,
      value: { items: await this.#sendAll(plan.callbacks, sign, destination.value, until) },
    };
  }

  async #sendAll(
    callbacks: readonly PlannedCallback[],
    sign: (callback: PlannedCallback) => Signing | { readonly reason: string },
    destination: Destination,
    signal: AbortSignal,
  ): Promise<TriggeredCallback[]> {
    const { clock, passes, sleep = systemSleep } = this.#context;
    const began = clock.monotonic();
    const sent: Promise<TriggeredCallback>[] = [];
    const underWay = new Set<Promise<unknown>>();
    for (const callback of callbacks) {
      if (callback.atMs !== null) {
        await wait(callback.atMs - (clock.monotonic() - began), { clock, sleep }, signal);
      }
      if (signal.aborted) break;
      while (underWay.size >= mostUnderWay) await Promise.race(underWay);
      const signed = sign(callback);
      // The first was tried before, and the secret is the same.
      if (!('request' in signed)) throw new Error(signed.reason);
      const pass = destination.own ? passes.issue() : null;
      const sending = this.#send(callback.name, signed, destination, pass);
      sent.push(sending);
      underWay.add(sending);
      void sending.finally(() => underWay.delete(sending)).catch(() => undefined);
      if (callback.atMs === null) await sending;
      else if (callback.inOrder) await (pass?.arrived ?? sending);
    }
    return Promise.all(sent);
  }

  #sign(
    library: ProviderLibrary,
    { provider, secret: given, schemes }: TriggerRequest,
    { request }: PlannedCallback,
    policy: EndpointPolicy | null,
  ): Signing | { readonly reason: string } {
    const facts = library.list().find(({ name }) => name === provider);
    if (!facts || facts.schemes.length === 0) {
      return { request, scheme: null, unsigned: unsignedOf(facts) };
    }
    const secret = given ?? policy?.secrets[0];
    if (secret === undefined) return { request, scheme: null, unsigned: noSecret(policy?.name ?? provider) };
    const now = this.#context.clock.now();
    const signed = library.sign(provider, request, secret, { now, ...(schemes && { schemes }) });
    return signed.kind === 'signed' ? signed : { reason: signed.reason };
  }

  async #send(
    name: string,
    { request, scheme, unsigned }: Signing,
    { target, url, host }: Destination,
    pass: TriggerPass | null,
  ): Promise<TriggeredCallback> {
    const { forwarder, store } = this.#context;
    const rawHeaders: RawHeaders = [
      ['Host', host],
      ...request.rawHeaders.filter(([header]) => header.toLowerCase() !== 'host'),
      ...(pass ? [pass.header] : []),
    ];
    const { method, requestTarget } = request;
    const body = bytesInMemory(Buffer.from(request.body));
    try {
      const { outcome, timing } = await forwarder.forward(
        { target, method, requestTarget, rawHeaders, body },
        {
          timeoutMs,
          signal: this.#stopped.signal,
          openBody: () => store.openBody(),
          recordLimit: answerLimit,
        },
      );
      return {
        name,
        method,
        url: request.url || url,
        eventId: pass?.eventId() ?? null,
        scheme,
        ...(unsigned && { unsigned: unsigned.message }),
        ...(unsigned?.parts && { unsignedParts: unsigned.parts }),
        outcome:
          outcome.kind === 'responded'
            ? await this.#answered(outcome.response.statusCode, pass)
            : { kind: 'failed', failure: outcome.failure, ...saying(outcome) },
        tookMs: timing.totalMs,
      };
    } finally {
      pass?.withdraw();
    }
  }

  /** An error says why, as far as the event knows it. */
  async #answered(statusCode: number, pass: TriggerPass | null): Promise<TriggeredOutcome> {
    const id = statusCode >= 400 ? pass?.eventId() : null;
    if (!pass || !id) return { kind: 'responded', statusCode };
    await pass.noted;
    const event = await this.#context.store.event(id);
    const reason = event && errorReason(event);
    return { kind: 'responded', statusCode, ...(reason && reasonOf(reason)) };
  }

  /** A URL as it is; the receiver's own, or a path of it, through the receiver. */
  async #destination(request: TriggerRequest): Promise<Outcome<Destination, TriggerRefusal>> {
    const { book, receiver, entrance } = this.#context;
    const origin = receiver();
    const { to } = request;
    const path = to === undefined || to.startsWith('/') ? to : below(origin, to);
    if (to !== undefined && path === undefined) return this.#elsewhere(request, to);
    const inner = origin === '' ? null : await entrance();
    if (inner === null) {
      return refuse({
        code: 'no-receiver',
        ...refusals.sentence('nobody-listens'),
      });
    }
    const policy =
      path === undefined ? (endpointOf(book, request.provider) ?? book.match('/')) : book.match(pathOf(path));
    const requestTarget = path ?? (policy.prefix === '' ? '/' : policy.prefix);
    const url = `${origin}${requestTarget}`;
    const parsed = parseTarget(inner);
    const shown = parseTarget(origin);
    if (!parsed.ok || !shown.ok || !parseTarget(url).ok)
      return badTarget(refusals.sentence('no-url', { url }));
    return {
      ok: true,
      value: { target: parsed.target, url, host: targetHost(shown.target), own: true, policy },
    };
  }

  #elsewhere(request: TriggerRequest, to: string): Outcome<Destination, TriggerRefusal> {
    const parsed = parseTarget(to);
    if (!parsed.ok) return badTarget(parsed);
    const { target } = parsed;
    const url = target.path === null ? `${target.url}/` : target.url;
    const policy = endpointOf(this.#context.book, request.provider) ?? null;
    return { ok: true, value: { target, url, host: targetHost(target), own: false, policy } };
  }
}

/** A pack's own words, where it has any. */
const unsignedOf = (facts: ProviderFacts | undefined): Wrong =>
  facts?.unsigned == null ? callbacks.sentence('no-signature') : { message: facts.unsigned };

const badTarget = (why: Wrong) =>
  refuse({ code: 'target-invalid', ...saying(why), errors: [{ path: 'to', ...saying(why) }] });

/** That of the provider, else one without a provider that is called like it, as `/stripe=4000` makes. */
const endpointOf = ({ all }: EndpointBook, wanted: string): EndpointPolicy | undefined =>
  all.find(({ provider }) => provider === wanted) ??
  all.find(({ name, provider }) => provider === null && name === wanted);

/** What follows the receiver's own origin, by whichever loopback name; undefined for another's. */
function below(origin: string, url: string): string | undefined {
  const spelled = url.replace(/^http:\/\/(localhost|\[::1\])(?=:)/i, 'http://127.0.0.1');
  if (origin === '' || !spelled.startsWith(origin)) return undefined;
  const rest = spelled.slice(origin.length);
  if (rest === '') return '/';
  return rest.startsWith('/') ? rest : undefined;
}

const pathOf = (requestTarget: string): string => requestTarget.split('?', 1)[0] ?? '/';
