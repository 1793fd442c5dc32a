import { Buffer } from 'node:buffer';
import type {
  ProviderFacts,
  RawHeaders,
  Triggered,
  TriggeredCallback,
  TriggeredOutcome,
  TriggerRequest,
} from '@hooktap/protocol';
import { type Sleep, systemSleep } from './batch-wait.ts';
import type { Clock } from './clock.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import { saying, type Wrong } from './field-fault.ts';
import type { Forwarder } from './forwarder-port.ts';
import type { Outcome, TriggerRefusal } from './inspection-port.ts';
import type { ProviderLibrary } from './provider-library.ts';
import type { ProviderRequest } from './provider-port.ts';
import { callbacks, reasonOf } from './say.ts';
import { noSecret } from './signed-copy.ts';
import type { Store } from './store-port.ts';
import { bytesInMemory } from './stored-body.ts';
import { type Destination, type DestinationContext, destinationOf } from './trigger-destination.ts';
import type { TriggerPass, TriggerPasses } from './trigger-intake.ts';
import { type PlannedCallback, planTrigger } from './trigger-plan.ts';
import { errorReason } from './trigger-reason.ts';
import { type CallbackUnderWay, sendAll } from './trigger-sending.ts';

interface TriggerContext extends DestinationContext {
  readonly store: Pick<Store, 'openBody' | 'event'>;
  readonly forwarder: Forwarder;
  readonly clock: Clock;
  readonly passes: TriggerPasses;
  readonly sleep?: Sleep;
}

type Signing = {
  readonly request: ProviderRequest;
  readonly scheme: string | null;
  readonly unsigned?: Wrong;
};

const answerLimit = 64 * 1024;
/** Beside what the endpoint gives its handler. */
const timeoutMs = 35_000;

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
    const destination = await destinationOf(request, this.#context);
    if (!destination.ok) return destination;
    const { url, policy } = destination.value;
    const { clock, sleep = systemSleep } = this.#context;
    const plan = await planTrigger(library, request, { url, now: clock.now() });
    if (!plan.ok) return plan;
    const { callbacks: planned, schedule, chaos } = plan;
    const sign = (callback: PlannedCallback) => this.#sign(library, request, callback, policy);
    const [first] = planned;
    const refused = first && sign(first);
    if (refused && !('request' in refused)) return refuse({ code: 'cannot-sign', message: refused.reason });
    const signal = AbortSignal.any(over ? [this.#stopped.signal, over] : [this.#stopped.signal]);
    const send = this.#sender(planned, sign, destination.value);
    const told = chaos ? (index: number) => markedWith(index, send(index)) : send;
    const items = await sendAll(schedule, told, { clock, sleep, signal });
    return {
      ok: true,
      value: { items, ...(chaos && { seed: chaos.seed, chaos: schedule.steps.chaos }) },
    };
  }

  /** Sends a callback. The second time it is the very same, signature included. */
  #sender(
    planned: readonly PlannedCallback[],
    sign: (callback: PlannedCallback) => Signing | { readonly reason: string },
    destination: Destination,
  ): (index: number) => CallbackUnderWay {
    const signedOnce = new Map<number, Signing>();
    return (index) => {
      const callback = planned[index];
      if (!callback) throw new RangeError(`There is no callback ${index}.`);
      const signed = signedOnce.get(index) ?? sign(callback);
      // The first was tried before, and the secret is the same.
      if (!('request' in signed)) throw new Error(signed.reason);
      signedOnce.set(index, signed);
      const pass = destination.own ? this.#context.passes.issue() : null;
      const answered = this.#send(callback.name, signed, destination, pass);
      return { answered, arrived: pass?.arrived ?? null };
    };
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
}

/** Says which of the callbacks it is. */
const markedWith = (index: number, { answered, arrived }: CallbackUnderWay): CallbackUnderWay => ({
  answered: answered.then((item) => ({ ...item, index })),
  arrived,
});

/** A pack's own words, where it has any. */
const unsignedOf = (facts: ProviderFacts | undefined): Wrong =>
  facts?.unsigned == null ? callbacks.sentence('no-signature') : { message: facts.unsigned };
