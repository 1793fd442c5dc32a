import type {
  Attempt,
  AttemptCause,
  AttemptOutcome,
  Delivery,
  DeliverySummary,
  EventId,
  RawHeaders,
} from '@hooktap/protocol';
import { type Clock, toInstant } from './clock.ts';
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
import type { BodyBytes, CapturedEvent, Store, StoredBody } from './store-port.ts';
import { describeBody } from './stored-body.ts';
import { joinTarget, type Target, targetHost } from './target.ts';

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
  /** Aborted when Hooktap stops. */
  readonly stopping: AbortSignal;
  readonly onOutcome: (target: Target, outcome: ForwardOutcome) => void;
}

interface AttemptOptions {
  readonly cause: AttemptCause;
  readonly tap?: ResponseTap;
  /** Milliseconds that the delivery has waited for a slot. */
  readonly queuedMs?: number;
  /** Keeps the delivery open when Hooktap stops in the middle, for the next start to go on with. */
  readonly resumable: boolean;
}

/** Makes attempts, and records each with what was sent and what came back. */
export class Deliver {
  readonly #context: DeliverContext;
  readonly #inFlight = new Set<Promise<unknown>>();

  constructor(context: DeliverContext) {
    this.#context = context;
  }

  /** One attempt of a delivery that is on record. */
  attempt(delivery: Delivery, request: DeliveryRequest, options: AttemptOptions): Promise<ForwardOutcome> {
    const running = this.#run(delivery, request, options);
    this.#inFlight.add(running);
    return running.finally(() => this.#inFlight.delete(running));
  }

  /** Settles when no attempt is under way. */
  async idle(): Promise<void> {
    while (this.#inFlight.size > 0) await Promise.allSettled(this.#inFlight);
  }

  async #run(delivery: Delivery, request: DeliveryRequest, options: AttemptOptions): Promise<ForwardOutcome> {
    const { forwarder, clock, store, stopping, recordLimit, onOutcome } = this.#context;
    const number = delivery.attempts.length + 1;
    const startedAt = clock.now();
    const requestTarget = joinTarget(request.target, request.requestTarget);
    const result = await settled(
      forwarder.forward(
        {
          target: request.target,
          method: request.method,
          requestTarget,
          rawHeaders: this.#headers(delivery, request, number),
          body: request.body,
        },
        {
          timeoutMs: request.policy.timeoutMs,
          signal: stopping,
          openBody: () => store.openBody(),
          recordLimit,
          ...(options.tap && { tap: options.tap }),
        },
      ),
    );
    onOutcome(request.target, result.outcome);
    const attempt = describeAttempt({ delivery, request, options, number, startedAt, requestTarget, result });
    const stopped = result.outcome.kind === 'failed' && result.outcome.failure === 'aborted';
    const status =
      stopped && options.resumable ? 'pending' : succeeded(result.outcome) ? 'succeeded' : 'failed';
    await this.record(delivery, attempt, { status, responseBody: responseOf(result.outcome)?.body ?? null });
    return result.outcome;
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

  /** Appends an attempt and the delivery's new status, and publishes both. */
  async record(
    delivery: Delivery,
    attempt: Attempt,
    { status, responseBody }: { status: DeliverySummary['status']; responseBody: StoredBody | null },
  ): Promise<void> {
    const { store, publisher } = this.#context;
    const { id: deliveryId, eventId } = delivery;
    const attemptPlace = publisher.place();
    store.append({ type: 'attempt', seq: attemptPlace.seq, eventId, deliveryId, attempt, responseBody });
    const summary: DeliverySummary = { ...toDeliverySummary(delivery), status };
    const place = publisher.place();
    const { ok } = await store.append({ type: 'delivery', seq: place.seq, delivery: summary }).durable;
    if (!ok) {
      attemptPlace.leave();
      place.leave();
      return;
    }
    attemptPlace.fill({ type: 'attempt.settled', eventId, deliveryId, attempt });
    place.fill({ type: 'delivery.updated', delivery: summary });
    await this.announceEvent(eventId);
  }

  async announceEvent(eventId: EventId): Promise<void> {
    const { store, publisher } = this.#context;
    const event = await store.listItem(eventId).catch(() => null);
    if (event) publisher.publish({ type: 'event.updated', event });
  }
}

const succeeded = (outcome: ForwardOutcome): boolean =>
  outcome.kind === 'responded' && outcome.response.statusCode >= 200 && outcome.response.statusCode < 300;

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

interface SettledAttempt {
  readonly delivery: Delivery;
  readonly request: DeliveryRequest;
  readonly options: AttemptOptions;
  readonly number: number;
  readonly startedAt: number;
  readonly requestTarget: string;
  readonly result: ForwardResult;
}

function describeAttempt(settled: SettledAttempt): Attempt {
  const { delivery, request, options, number, startedAt, requestTarget, result } = settled;
  const href = `/api/deliveries/${delivery.id}/attempts/${number}`;
  const { queuedMs = 0 } = options;
  const sent: StoredBody = { size: request.body.size, sha256: request.sha256, content: { kind: 'blob' } };
  const origin = `${request.target.protocol}//${targetHost(request.target)}`;
  return {
    number,
    cause: options.cause,
    startedAt: toInstant(startedAt),
    request: {
      method: request.method,
      url: requestTarget.startsWith('/') ? `${origin}${requestTarget}` : `${origin} ${requestTarget}`,
      rawHeaders: result.sentHeaders.map(([name, value]) => [name, value]),
      body: describeBody(sent, 'complete', result.sentHeaders, `${href}/request/body`),
    },
    timing: {
      ...result.timing,
      queueMs: result.timing.queueMs + queuedMs,
      totalMs: result.timing.totalMs + queuedMs,
    },
    outcome: describeOutcome(result.outcome, `${href}/response/body`),
  };
}

function describeOutcome(outcome: ForwardOutcome, href: string): AttemptOutcome {
  if (outcome.kind === 'responded') {
    return { kind: 'responded', ...describeResponse(outcome.response, href) };
  }
  const { kind, failure, message, partial } = outcome;
  return { kind, failure, message, ...(partial && { partial: describeResponse(partial, href) }) };
}

const describeResponse = ({ statusCode, rawHeaders, body, bodyState }: ForwardedResponse, href: string) => ({
  statusCode,
  rawHeaders: rawHeaders.map(([name, value]): [string, string] => [name, value]),
  body: describeBody(body, bodyState, rawHeaders, href),
});
