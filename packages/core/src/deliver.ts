import type {
  Attempt,
  AttemptCause,
  Delivery,
  DeliveryId,
  DeliverySummary,
  EventId,
  RawHeaders,
} from '@hooktap/protocol';
import { describeAttempt } from './attempt-description.ts';
import { type Clock, toInstant } from './clock.ts';
import type { Settled } from './duty.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import { toDeliverySummary } from './event-state.ts';
import type {
  ForwardedResponse,
  Forwarder,
  ForwardOutcome,
  ForwardResult,
  ResponseTap,
} from './forwarder-port.ts';
import { outgoingHeaders } from './outgoing-headers.ts';
import type { Publisher } from './publisher.ts';
import type { BodyBytes, CapturedEvent, Commit, RequestOverride, Store, StoredBody } from './store-port.ts';
import { joinTarget, type Target } from './target.ts';

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
  readonly publisher: Publisher;
  readonly forwarder: Forwarder;
  readonly clock: Clock;
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
  readonly #inFlight = new Map<DeliveryId, AbortController>();
  readonly #running = new Set<Promise<unknown>>();
  #stopping = false;

  constructor(context: DeliverContext) {
    this.#context = context;
  }

  /** One attempt of a delivery that is on record. */
  async attempt(
    delivery: Delivery,
    request: DeliveryRequest,
    options: AttemptOptions,
  ): Promise<AttemptRecorded> {
    const running = this.#run(delivery, request, options);
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  /** Ends the attempt under way, if there is one. */
  cancel(id: DeliveryId): void {
    this.#inFlight.get(id)?.abort('cancel');
  }

  /** Ends every attempt under way, and those that begin from now on at once. */
  stop(): void {
    this.#stopping = true;
    for (const controller of this.#inFlight.values()) controller.abort('stop');
  }

  /** Settles when no attempt is under way. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
  }

  async #run(
    delivery: Delivery,
    request: DeliveryRequest,
    options: AttemptOptions,
  ): Promise<AttemptRecorded> {
    const { clock, onOutcome } = this.#context;
    const number = delivery.attempts.length + 1;
    const startedAt = clock.now();
    const requestTarget = joinTarget(request.target, request.requestTarget, request.policy.rewrite);
    const controller = new AbortController();
    this.#inFlight.set(delivery.id, controller);
    if (this.#stopping) controller.abort('stop');
    const result = await this.#forward(delivery, request, {
      number,
      requestTarget,
      tap: options.tap,
      signal: controller.signal,
    });
    this.#inFlight.delete(delivery.id);
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
    const endedBy = controller.signal.aborted ? (controller.signal.reason as 'stop' | 'cancel') : null;
    const settled = options.conclude({ outcome, attempts: [...delivery.attempts, attempt], endedBy });
    const commit = await this.record(delivery, attempt, {
      settled,
      responseBody: responseOf(outcome)?.body ?? null,
    });
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

  /** Appends an attempt and the delivery's new status, and publishes both. Settles when they are written. */
  async record(
    delivery: Delivery,
    attempt: Attempt,
    { settled, responseBody }: { settled: Settled; responseBody: StoredBody | null },
  ): Promise<Commit> {
    const { store, publisher } = this.#context;
    const { id: deliveryId, eventId } = delivery;
    const attemptPlace = publisher.place();
    store.append({ type: 'attempt', seq: attemptPlace.seq, eventId, deliveryId, attempt, responseBody });
    const summary = withStatus(toDeliverySummary(delivery), settled);
    const place = publisher.place();
    const commit = store.append({ type: 'delivery', seq: place.seq, delivery: summary });
    if ((await commit.written).ok) {
      attemptPlace.fill({ type: 'attempt.settled', eventId, deliveryId, attempt });
      place.fill({ type: 'delivery.updated', delivery: summary });
      await this.announceEvent(eventId);
    } else {
      attemptPlace.leave();
      place.leave();
    }
    return commit;
  }

  /** Puts a delivery's new status on record where no attempt was made. Settles when it is written. */
  async note(summary: DeliverySummary, override?: RequestOverride): Promise<Commit> {
    const { store, publisher } = this.#context;
    const place = publisher.place();
    const commit = store.append({
      type: 'delivery',
      seq: place.seq,
      delivery: summary,
      ...(override && { override }),
    });
    if ((await commit.written).ok) place.fill({ type: 'delivery.updated', delivery: summary });
    else place.leave();
    return commit;
  }

  async announceEvent(eventId: EventId): Promise<void> {
    const { store, publisher } = this.#context;
    const event = await store.listItem(eventId).catch(() => null);
    if (event) publisher.publish({ type: 'event.updated', event });
  }
}

/** A delivery's record with what an attempt, or a person, made of it. */
export function withStatus(
  { nextAttemptAt: _before, attemptUnderWay: _over, ...delivery }: DeliverySummary,
  { status, nextAttemptAt }: Settled,
): DeliverySummary {
  // Whatever goes on by itself is a promise that the next start keeps.
  const goesOn = status === 'retrying' || status === 'held';
  return {
    ...delivery,
    status,
    ...(goesOn && { promised: true }),
    ...(nextAttemptAt !== undefined && { nextAttemptAt: toInstant(nextAttemptAt) }),
  };
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
      message: `Hooktap could not make this attempt: ${error instanceof Error ? error.message : String(error)}`,
    },
  }));
