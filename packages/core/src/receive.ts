import {
  type ArrivalContext,
  arrivalRequest,
  type Beginning,
  type BegunDelivery,
  beginDelivery,
  orderKey,
} from './arrival.ts';
import type { Capture, Kept } from './capture.ts';
import type { Deliver } from './deliver.ts';
import type { Duty, Waiter } from './duty.ts';
import type { EndpointBook } from './endpoint-book.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import type { EventReadings } from './event-readings.ts';
import { toDeliverySummary } from './event-state.ts';
import type { Admission, Lane } from './lane.ts';
import type { Lanes } from './lanes.ts';
import { delayed, OwnAnswers } from './own-answers.ts';
import { refusalOf, type SourcedReply } from './refusal.ts';
import { busyReply, heldReply, invalidSignatureReply, storeUnavailableReply } from './replies.ts';
import type { ReceivedRequest, Sender } from './sender-port.ts';
import { SenderWait } from './sender-wait.ts';
import type { Target } from './target.ts';

interface ReceiveContext extends ArrivalContext {
  readonly capture: Capture;
  readonly deliver: Deliver;
  readonly book: EndpointBook;
  readonly lanes: Lanes;
  readonly readings: EventReadings;
  readonly timeScale: number;
  readonly random: () => number;
  /** How many tunnelled requests may wait for the handler; null: no limit. */
  readonly waitingLimit: () => number | null;
}

/** One request with the endpoint that it came to. */
interface Arrival {
  readonly request: ReceivedRequest;
  readonly sender: Sender;
  readonly policy: EndpointPolicy;
  readonly kept: Kept;
}

/** A delivery of an arrival to one target, on its way to the disk. */
interface Dispatch {
  readonly lane: Lane;
  readonly target: Target;
  readonly admission: Admission;
  readonly begun: BegunDelivery;
  readonly duty: Duty;
  readonly queued: boolean;
}

/** The story of one request: keep it, answer it, deliver it. */
export class Receive {
  readonly #context: ReceiveContext;
  readonly #answers = new OwnAnswers();
  #waitingThroughTunnel = 0;

  constructor(context: ReceiveContext) {
    this.#context = context;
  }

  async receive(request: ReceivedRequest, sender: Sender): Promise<void> {
    const { capture, book } = this.#context;
    const policy = book.match(pathOf(request.requestTarget));
    const kept = capture.keep(request, policy);
    const arrival = { request, sender, policy, kept };
    const refusal = this.#refusal(arrival);
    if (refusal) return this.#answerAtOnce(arrival, [], { ...refusal, delayMs: 0 });
    const dispatches = this.#dispatches(arrival);
    const [first, ...others] = dispatches;
    if (!first || policy.reply.kind !== 'handler') {
      return this.#answerAtOnce(arrival, dispatches, this.#answers.next(policy));
    }
    if (first.admission === 'hold') {
      return this.#answerAtOnce(arrival, dispatches, { reply: heldReply, source: 'hold', delayMs: 0 });
    }
    return this.#answerFromHandler(arrival, first, others);
  }

  #refusal({ request, policy, kept }: Arrival): SourcedReply | null {
    const refusal = refusalOf(request, kept.event.path, policy) ?? this.#byProvider(request, kept, policy);
    return refusal ?? (this.#isBusy(request, policy) ? { reply: busyReply, source: 'busy' } : null);
  }

  /** What the provider packs answer by themselves: handshakes, and what bears a wrong signature. */
  #byProvider({ body }: ReceivedRequest, { event }: Kept, policy: EndpointPolicy): SourcedReply | null {
    const handshake = this.#context.readings.handshake(event, body, policy);
    if (handshake) return { reply: handshake, source: 'handshake' };
    const isForged = policy.enforce && event.verification.verdict === 'invalid';
    return isForged ? { reply: invalidSignatureReply, source: 'enforced' } : null;
  }

  #isBusy({ via }: ReceivedRequest, { reply, targets }: EndpointPolicy): boolean {
    if (via !== 'tunnel' || reply.kind !== 'handler' || targets.length === 0) return false;
    const limit = this.#context.waitingLimit();
    return limit !== null && this.#waitingThroughTunnel >= limit;
  }

  /** One delivery for each target, in the same write as the event. */
  #dispatches({ request, policy, kept }: Arrival): Dispatch[] {
    const { lanes, clock } = this.#context;
    const { event, duplicate } = kept;
    if (duplicate && policy.dedupe.deliver === 'first') return [];
    if (policy.filter && !policy.filter(event, request.body)) return [];
    const key = orderKey(policy, event, request);
    return policy.targets.map((target, index) => {
      const lane = lanes.lane(policy, target);
      const admission = lane.admission();
      const waits = index === 0 && policy.reply.kind === 'handler' && admission !== 'hold';
      const queued = !lane.hasRoom();
      const beginning: Beginning = admission !== 'deliver' ? 'held' : waits && !queued ? 'under-way' : 'due';
      const begun = beginDelivery(this.#context, kept, { policy, target, beginning, promised: !waits });
      const duty: Duty = {
        id: begun.delivery.id,
        eventId: event.id,
        seq: event.seq,
        replay: false,
        key,
        promised: !waits,
        cause: 'first',
        held: beginning === 'held',
        since: clock.monotonic(),
        waiter: null,
      };
      return { lane, target, admission, begun, duty, queued };
    });
  }

  async #answerAtOnce(
    { sender, kept }: Arrival,
    dispatches: readonly Dispatch[],
    { reply, source, delayMs }: SourcedReply & { readonly delayMs: number },
  ): Promise<void> {
    const stored = await (dispatches.at(-1)?.begun.commit ?? kept.commit).durable;
    if (!stored.ok) return this.#unstored(kept, dispatches, sender);
    // The answer is on its way before anyone else is told: the sender need not wait for that.
    const sending =
      delayMs === 0 ? sender.send(reply) : delayed(delayMs, sender).then(() => sender.send(reply));
    kept.announce();
    for (const dispatch of dispatches) this.#begin(dispatch);
    const sent = await sending;
    void this.#context.capture.noteReply(kept, reply.statusCode, sent === 'gone' ? 'sender-gone' : source);
  }

  async #answerFromHandler(arrival: Arrival, first: Dispatch, others: readonly Dispatch[]): Promise<void> {
    const { request, sender, kept } = arrival;
    const written = await first.begun.commit.written;
    if (!written.ok) return this.#unstored(kept, [first, ...others], sender);
    kept.announce();
    const throughTunnel = request.via === 'tunnel' ? 1 : 0;
    this.#waitingThroughTunnel += throughTunnel;
    const wait = this.#wait(arrival, first);
    try {
      this.#begin(first, wait);
      for (const other of others) this.#begin(other);
      await wait.finished;
    } finally {
      this.#waitingThroughTunnel -= throughTunnel;
    }
  }

  #wait(
    { request, sender, policy, kept }: Arrival,
    { target, begun, duty, queued, admission }: Dispatch,
  ): SenderWait {
    const { store, capture, deliver, clock, book, timeScale, random } = this.#context;
    const { event } = kept;
    const { delivery } = begun;
    const wait = new SenderWait(
      { capture, deliver, clock, timeScale, random },
      {
        sender,
        kept,
        delivery,
        request: arrivalRequest(store, { event, request, policy, target, queued }),
        holds: () => book.holds(policy),
        recordHeld: () => {
          duty.promised = true;
          duty.held = true;
          return deliver.note({
            ...toDeliverySummary({ ...delivery, attempts: [] }),
            status: 'held',
            promised: true,
          });
        },
      },
    );
    if (admission === 'breakpoint') wait.holdAfter(policy.timeoutMs);
    return wait;
  }

  #begin({ lane, admission, begun, duty }: Dispatch, waiter: Waiter | null = null): void {
    begun.announce();
    duty.waiter = waiter;
    if (admission === 'breakpoint') lane.park(duty);
    else lane.add(duty);
  }

  /** Never a 200 for what could not be kept, and nothing is delivered. */
  async #unstored(kept: Kept, dispatches: readonly Dispatch[], sender: Sender): Promise<void> {
    kept.forget();
    for (const { begun } of dispatches) begun.forget();
    await sender.send(storeUnavailableReply);
  }
}

const pathOf = (requestTarget: string): string => {
  const query = requestTarget.indexOf('?');
  return query === -1 ? requestTarget : requestTarget.slice(0, query);
};
