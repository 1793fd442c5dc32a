import type { Delivery, DeliverySummary, ReplySource } from '@hooktap/protocol';
import type { Capture, Kept } from './capture.ts';
import { type Clock, toInstant } from './clock.ts';
import type { Deliver, DeliveryRequest } from './deliver.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import { toDeliverySummary } from './event-state.ts';
import type { ForwardOutcome, ResponseTap } from './forwarder-port.ts';
import type { IdSource } from './ids.ts';
import { matchesGlob } from './path-glob.ts';
import type { Publisher } from './publisher.ts';
import {
  ackReply,
  busyReply,
  handlerFailureReply,
  notFoundReply,
  storeUnavailableReply,
  textReply,
  tooLargeReply,
} from './replies.ts';
import type { PlainReply, ReceivedRequest, Sender } from './sender-port.ts';
import { isShielded } from './shield.ts';
import type { Slots } from './slots.ts';
import type { CapturedEvent, Commit, Store } from './store-port.ts';
import { bytesInMemory } from './stored-body.ts';
import type { Target } from './target.ts';

interface ReceiveContext {
  readonly store: Store;
  readonly publisher: Publisher;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly capture: Capture;
  readonly deliver: Deliver;
  readonly slots: Slots;
  readonly endpoint: EndpointPolicy;
  /** How many tunnelled requests may wait for the handler; null: no limit. */
  readonly waitingLimit: () => number | null;
}

/** The story of one request: keep it, answer it, deliver it. */
export class Receive {
  readonly #context: ReceiveContext;
  #waitingThroughTunnel = 0;

  constructor(context: ReceiveContext) {
    this.#context = context;
  }

  async receive(request: ReceivedRequest, sender: Sender): Promise<void> {
    const { capture, endpoint } = this.#context;
    const kept = capture.keep(request);
    const { event, commit } = kept;
    const refusal = this.#refusal(request, event);
    if (!refusal && endpoint.reply.kind === 'handler' && endpoint.target) {
      return this.#answerFromHandler({ request, kept, sender, target: endpoint.target });
    }
    const stored = await commit.durable;
    if (!stored.ok) return this.#unstored(kept, sender);
    kept.announce();
    const { reply, source } = refusal ?? this.#immediate();
    await this.#answer(event, sender, { reply, source });
    if (!refusal && endpoint.target) this.#deliverLater(request, event, endpoint.target);
  }

  /** Never a 200 for what could not be kept, and nothing is delivered. */
  async #unstored(kept: Kept, sender: Sender): Promise<void> {
    kept.forget();
    await sender.send(storeUnavailableReply);
  }

  /** Why this request is kept but goes no further. */
  #refusal(
    request: ReceivedRequest,
    event: CapturedEvent,
  ): { reply: PlainReply; source: ReplySource } | null {
    const { only } = this.#context.endpoint;
    if (request.bodyState === 'truncated') return { reply: tooLargeReply, source: 'too-large' };
    if (request.bodyState === 'aborted')
      return { reply: textReply(400, 'incomplete'), source: 'sender-gone' };
    if (isShielded(event.path)) return { reply: notFoundReply, source: 'blocked' };
    if (only !== null && !matchesGlob(event.path, only)) return { reply: notFoundReply, source: 'blocked' };
    return this.#isBusy(request) ? { reply: busyReply, source: 'busy' } : null;
  }

  #isBusy({ via }: ReceivedRequest): boolean {
    const { endpoint, waitingLimit } = this.#context;
    if (via !== 'tunnel' || endpoint.reply.kind !== 'handler' || !endpoint.target) return false;
    const limit = waitingLimit();
    return limit !== null && this.#waitingThroughTunnel >= limit;
  }

  #immediate(): { reply: PlainReply; source: ReplySource } {
    const { reply } = this.#context.endpoint;
    return reply.kind === 'fixed'
      ? { reply: textReply(reply.statusCode, ''), source: 'fixed' }
      : { reply: ackReply, source: 'ack' };
  }

  async #answer(
    event: CapturedEvent,
    sender: Sender,
    { reply, source }: { reply: PlainReply; source: ReplySource },
  ): Promise<void> {
    const sent = await sender.send(reply);
    void this.#context.capture.noteReply(event, reply.statusCode, sent === 'gone' ? 'sender-gone' : source);
  }

  #deliverLater(request: ReceivedRequest, event: CapturedEvent, target: Target): void {
    const { deliver, slots, clock } = this.#context;
    const delivery = this.#beginDelivery(event, target);
    const since = clock.monotonic();
    const whole = this.#deliveryRequest(request, event, target);
    // What waits reads its body from the store when its turn comes, so that a queue costs little memory.
    const outgoing = slots.hasRoom() ? whole : { ...whole, body: this.#stored(event) };
    void slots.run(() =>
      deliver.attempt(delivery, outgoing, {
        cause: 'first',
        queuedMs: clock.monotonic() - since,
        resumable: true,
      }),
    );
  }

  async #answerFromHandler(exchange: HandlerExchange): Promise<void> {
    const { request, kept, sender, target } = exchange;
    const { event, commit } = kept;
    const { deliver } = this.#context;
    const written = await commit.written;
    if (!written.ok) return this.#unstored(kept, sender);
    kept.announce();
    const delivery = this.#beginDelivery(event, target);
    const throughTunnel = request.via === 'tunnel' ? 1 : 0;
    this.#waitingThroughTunnel += throughTunnel;
    try {
      const outcome = await deliver.attempt(delivery, this.#deliveryRequest(request, event, target), {
        cause: 'first',
        tap: durableTap(sender, commit),
        resumable: false,
      });
      await this.#finishAnswer(exchange, outcome);
    } finally {
      this.#waitingThroughTunnel -= throughTunnel;
    }
  }

  /** After the handler: its response has gone out already, or the sender is told why there is none. */
  async #finishAnswer({ kept, sender }: HandlerExchange, outcome: ForwardOutcome): Promise<void> {
    const { capture } = this.#context;
    const { event, commit } = kept;
    if (outcome.kind === 'responded') {
      const source = sender.gone.aborted ? 'sender-gone' : 'handler';
      return void capture.noteReply(event, outcome.response.statusCode, source);
    }
    if (sender.headSent()) {
      sender.destroy();
      return void capture.noteReply(event, outcome.partial?.statusCode ?? 502, 'handler');
    }
    const durable = await commit.durable;
    if (!durable.ok) return void (await sender.send(storeUnavailableReply));
    const source = outcome.failure === 'timeout' ? 'timeout' : 'unreachable';
    await this.#answer(event, sender, { reply: handlerFailureReply(outcome.failure), source });
  }

  #beginDelivery(event: CapturedEvent, target: Target): Delivery {
    const { store, publisher, ids, clock, endpoint } = this.#context;
    const now = clock.now();
    const delivery: DeliverySummary = {
      id: ids.delivery(now),
      eventId: event.id,
      endpoint: endpoint.name,
      target: target.url,
      cause: 'arrival',
      status: 'pending',
      createdAt: toInstant(now),
      signature: 'as-captured',
    };
    const place = publisher.place();
    store.append({ type: 'delivery', seq: place.seq, delivery });
    place.fill({
      type: 'delivery.updated',
      delivery: toDeliverySummary({ ...delivery, attempts: [] }),
    });
    return { ...delivery, attempts: [] };
  }

  #deliveryRequest(request: ReceivedRequest, event: CapturedEvent, target: Target): DeliveryRequest {
    const { content, sha256 } = request.body;
    const { method, requestTarget, rawHeaders } = event;
    const policy = this.#context.endpoint;
    const body = content.kind === 'inline' ? bytesInMemory(content.bytes) : this.#stored(event);
    return { event, method, requestTarget, rawHeaders, body, sha256, policy, target };
  }

  /** Opened when the forwarder reads it. */
  #stored(event: CapturedEvent): DeliveryRequest['body'] {
    const { store } = this.#context;
    return {
      size: event.body.size,
      async *read(range) {
        const bytes = await store.body({ of: 'event', eventId: event.id });
        if (bytes) yield* bytes.read(range);
      },
    };
  }
}

interface HandlerExchange {
  readonly request: ReceivedRequest;
  readonly kept: Kept;
  readonly sender: Sender;
  readonly target: Target;
}

/** Passes the handler's response on to the sender once the event is on disk, and not before. */
function durableTap(sender: Sender, commit: Commit): ResponseTap {
  const { tap } = sender;
  return {
    head: async (statusCode, statusMessage, rawHeaders) => {
      const durable = await commit.durable;
      if (!durable.ok) throw durable.error;
      if (!sender.gone.aborted) await tap.head(statusCode, statusMessage, rawHeaders);
    },
    data: (chunk) => (sender.gone.aborted ? undefined : tap.data(chunk)),
    end: (rawTrailers) => {
      if (!sender.gone.aborted) tap.end(rawTrailers);
    },
  };
}
