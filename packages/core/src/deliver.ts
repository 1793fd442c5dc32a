import type { Attempt, AttemptCause, Delivery, RawHeaders } from '@hooktap/protocol';
import { describeAttempt } from './attempt-description.ts';
import type { Clock } from './clock.ts';
import type { DeliveryRecords } from './delivery-records.ts';
import type { Settled } from './duty.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import type {
  ForwardedResponse,
  Forwarder,
  ForwardOutcome,
  ForwardResult,
  ResponseTap,
} from './forwarder-port.ts';
import { outgoingHeaders } from './outgoing-headers.ts';
import { attempting } from './say.ts';
import type { BodyBytes, CapturedEvent, Commit, Store } from './store-port.ts';
import type { StoreTrouble } from './store-trouble.ts';
import { joinTarget, type Target } from './target.ts';
import { untilWritten } from './until-written.ts';

/** What one delivery sends: the event as captured, or an edited copy of it. */
export interface DeliveryRequest {
  readonly event: Pick<CapturedEvent, 'id' | 'url' | 'remoteAddress'>;
  readonly method: string;
  readonly requestTarget: string;
  readonly rawHeaders: RawHeaders;
  readonly body: BodyBytes;
  readonly sha256: string;
  readonly policy: EndpointPolicy;
  readonly target: Target;
}

interface DeliverContext {
  readonly store: Store;
  readonly records: DeliveryRecords;
  readonly forwarder: Forwarder;
  readonly clock: Clock;
  readonly trouble: StoreTrouble;
  readonly recordLimit: number;
  readonly onOutcome: (endpoint: string, target: Target, outcome: ForwardOutcome) => void;
}

/** How an attempt ended, for whoever decides what becomes of the delivery. */
export interface AttemptEnd {
  readonly outcome: ForwardOutcome;
  /** With the one that has just ended. */
  readonly attempts: readonly Attempt[];
  /** Who ended it before its time. */
  readonly endedBy: 'stop' | 'cancel' | null;
}

export interface AttemptOptions {
  readonly cause: AttemptCause;
  readonly tap?: ResponseTap;
  /** Milliseconds that the delivery has waited for its turn. */
  readonly queuedMs: number;
  /** Ends it before its time; the reason is `cancel` or `stop`. */
  readonly ending: AbortController;
  /** Nobody waits for it: it is not over before its record is written. */
  readonly insists?: true;
  readonly conclude: (end: AttemptEnd) => Settled;
}

/** `commit` is that of the delivery's new status. */
export interface AttemptRecorded {
  readonly outcome: ForwardOutcome;
  readonly settled: Settled;
  readonly commit: Commit;
}

/** Makes attempts, and records each with what was sent and what came back. */
export class Deliver {
  readonly #context: DeliverContext;
  readonly #endings = new Set<AbortController>();
  readonly #stopped = new AbortController();

  constructor(context: DeliverContext) {
    this.#context = context;
  }

  /** Ends every attempt under way, and those that begin from now on at once. */
  stop(): void {
    this.#stopped.abort('stop');
    for (const ending of this.#endings) ending.abort('stop');
  }

  /** Raised by `stop`. */
  get stopped(): AbortSignal {
    return this.#stopped.signal;
  }

  /** As `untilWritten`, until `stop`. */
  untilWritten(write: () => Promise<Commit>): Promise<Commit> {
    return untilWritten(write, { trouble: this.#context.trouble, stopped: this.stopped });
  }

  /** One attempt of a delivery that is on record. */
  async attempt(
    delivery: Delivery,
    request: DeliveryRequest,
    options: AttemptOptions,
  ): Promise<AttemptRecorded> {
    const { clock, onOutcome } = this.#context;
    const number = delivery.attempts.length + 1;
    const startedAt = clock.now();
    const requestTarget = joinTarget(request.target, request.requestTarget, request.policy.rewrite);
    const { ending } = options;
    this.#endings.add(ending);
    if (this.stopped.aborted) ending.abort('stop');
    const result = await this.#forward(delivery, request, {
      number,
      requestTarget,
      tap: options.tap,
      signal: ending.signal,
    });
    this.#endings.delete(ending);
    const { outcome } = result;
    onOutcome(request.policy.name, request.target, outcome);
    const { cause, queuedMs } = options;
    const attempt = describeAttempt({
      delivery,
      request,
      cause,
      queuedMs,
      number,
      startedAt,
      requestTarget,
      result,
    });
    const endedBy = ending.signal.aborted ? (ending.signal.reason as 'stop' | 'cancel') : null;
    const settled = options.conclude({ outcome, attempts: [...delivery.attempts, attempt], endedBy });
    const responseBody = responseOf(outcome)?.body ?? null;
    const record = () => this.#context.records.record(delivery, attempt, { settled, responseBody });
    const commit = await (options.insists ? this.untilWritten(record) : record());
    return { outcome, settled, commit };
  }

  #forward(
    delivery: Delivery,
    request: DeliveryRequest,
    {
      number,
      requestTarget,
      tap,
      signal,
    }: { number: number; requestTarget: string; tap: ResponseTap | undefined; signal: AbortSignal },
  ): Promise<ForwardResult> {
    const { forwarder, store, recordLimit } = this.#context;
    const { target, method, body, policy } = request;
    const rawHeaders = this.#headers(delivery, request, number);
    const outgoing = { target, method, requestTarget, rawHeaders, body };
    const openBody = () => store.openBody();
    const { timeoutMs } = policy;
    return settled(
      forwarder.forward(outgoing, { timeoutMs, signal, openBody, recordLimit, ...(tap && { tap }) }),
    );
  }

  #headers(delivery: Delivery, request: DeliveryRequest, attempt: number) {
    const { target, policy, event } = request;
    return outgoingHeaders(request.rawHeaders, {
      target,
      policy,
      url: event.url,
      remoteAddress: event.remoteAddress,
      eventId: event.id,
      deliveryId: delivery.id,
      attempt,
    });
  }
}

const responseOf = (outcome: ForwardOutcome): ForwardedResponse | undefined =>
  outcome.kind === 'responded' ? outcome.response : outcome.partial;

/** What the store could not give or take ends an attempt; it must not end Hooktap. */
const settled = (forwarding: Promise<ForwardResult>): Promise<ForwardResult> =>
  forwarding.catch((error: unknown) => ({
    sentHeaders: [],
    timing: { queueMs: 0, connectMs: 0, sendMs: 0, waitMs: 0, receiveMs: 0, totalMs: 0 },
    outcome: {
      kind: 'failed',
      failure: 'aborted',
      ...attempting.sentence('attempt-not-made', {
        reason: error instanceof Error ? error.message : String(error),
      }),
    },
  }));
