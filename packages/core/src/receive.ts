import type { EventId } from '@hooktap/protocol';
import { type ArrivalContext, arrivalRequest } from './arrival.ts';
import type { Capture, Kept } from './capture.ts';
import { sourceOnRecord } from './comes-again.ts';
import type { DataDirGuard } from './data-dir-guard.ts';
import type { Deliver } from './deliver.ts';
import type { DeliveryRecords } from './delivery-records.ts';
import { isDisguised } from './disguised-path.ts';
import { type Arrived, type Dispatch, dispatchesOf } from './dispatches.ts';
import type { EndpointBook } from './endpoint-book.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import type { EventReadings } from './event-readings.ts';
import type { Lanes } from './lanes.ts';
import { delayed, OwnAnswers } from './own-answers.ts';
import { blocked, refusalOf, type SourcedReply } from './refusal.ts';
import { ackReply, busyReply, invalidSignatureReply, storeUnavailableReply } from './replies.ts';
import { senderDeadlineMs } from './sender-deadline.ts';
import type { ReceivedRequest, Sender } from './sender-port.ts';
import { SenderWait } from './sender-wait.ts';
import type { RequestPulse } from './spare-time.ts';
import type { WriteResult } from './store-port.ts';
import type { StoreTrouble } from './store-trouble.ts';

interface ReceiveContext extends ArrivalContext {
  readonly capture: Capture;
  readonly deliver: Deliver;
  readonly records: DeliveryRecords;
  readonly book: EndpointBook;
  readonly lanes: Lanes;
  readonly readings: EventReadings;
  readonly pulse: RequestPulse;
  readonly trouble: StoreTrouble;
  readonly dataDir: DataDirGuard;
  readonly timeScale: number;
  readonly random: () => number;
  /** How many tunnelled requests may wait for the handler; null: no limit. */
  readonly waitingLimit: () => number | null;
}

interface Arrival extends Arrived {
  /** Its signature is wrong, and the endpoint does not let such through. */
  readonly isForged: boolean;
  readonly sender: Sender;
}

/** The story of one request: keep it, answer it, deliver it. */
export class Receive {
  readonly #context: ReceiveContext;
  readonly #answers = new OwnAnswers();
  #waitingThroughTunnel = 0;

  constructor(context: ReceiveContext) {
    this.#context = context;
  }

  /** `captured` is told the event that it became. */
  async receive(
    request: ReceivedRequest,
    sender: Sender,
    captured: (id: EventId) => void = () => undefined,
  ): Promise<void> {
    const { capture, book, readings, pulse } = this.#context;
    pulse.beat();
    const policy = book.match(pathOf(request.requestTarget));
    if (policy.enforce || policy.handshake) await readings.ready();
    const kept = capture.keep(request, policy);
    captured(kept.event.id);
    const isForged = policy.enforce && (await this.#isForged(request, kept, policy));
    const arrival = { request, sender, policy, kept, isForged };
    const { refusal, dispatches } = this.#judge(arrival);
    if (refusal) {
      kept.refuse();
      return this.#answerAtOnce(arrival, [], { ...refusal, delayMs: 0 });
    }
    const [first] = dispatches;
    if (!first || policy.reply.kind !== 'handler') {
      return this.#answerAtOnce(arrival, dispatches, this.#answers.next(policy));
    }
    if (first.admission === 'hold') {
      return this.#answerAtOnce(arrival, dispatches, { reply: ackReply, source: 'hold', delayMs: 0 });
    }
    const throughTunnel = request.via === 'tunnel' ? 1 : 0;
    this.#waitingThroughTunnel += throughTunnel;
    try {
      return await this.#answerFromHandler(arrival, first, dispatches);
    } finally {
      this.#waitingThroughTunnel -= throughTunnel;
    }
  }

  #judge(arrival: Arrival): { refusal: SourcedReply | null; dispatches: readonly Dispatch[] } {
    try {
      const refusal = this.#refusal(arrival);
      return { refusal, dispatches: refusal ? [] : dispatchesOf(this.#context, arrival) };
    } catch (bug) {
      // The event is kept all the same, and what stands behind it in the stream must not wait for ever.
      arrival.kept.announce();
      throw bug;
    }
  }

  async #isForged({ body }: ReceivedRequest, kept: Kept, policy: EndpointPolicy): Promise<boolean> {
    const { event } = kept;
    try {
      const { verdict } = await this.#context.readings.judge(event, body, policy);
      // Where no provider is named, leaving its marks out must not be a way past the secrets.
      const isUnasked = policy.provider === null && policy.secrets.length > 0;
      return verdict === 'invalid' || (isUnasked && verdict === 'unchecked');
    } catch (bug) {
      kept.announce();
      throw bug;
    }
  }

  #refusal(arrival: Arrival): SourcedReply | null {
    const { request, policy, kept } = arrival;
    const { path } = kept.event;
    const disguised = isDisguised(path, policy, this.#context.book.all);
    const refusal =
      refusalOf(request, path, policy, this.#context.dataDir) ??
      (disguised ? blocked : null) ??
      this.#byProvider(arrival);
    return refusal ?? (this.#isBusy(request, policy) ? { reply: busyReply, source: 'busy' } : null);
  }

  /** What the provider packs answer by themselves: handshakes, and what bears a wrong signature. */
  #byProvider({ request, policy, kept, isForged }: Arrival): SourcedReply | null {
    const handshake = this.#context.readings.handshake(kept.event, request.body, policy);
    if (handshake) return { reply: handshake, source: 'handshake' };
    return isForged ? { reply: invalidSignatureReply, source: 'enforced' } : null;
  }

  #isBusy({ via }: ReceivedRequest, { reply, targets }: EndpointPolicy): boolean {
    if (via !== 'tunnel' || reply.kind !== 'handler' || targets.length === 0) return false;
    const limit = this.#context.waitingLimit();
    return limit !== null && this.#waitingThroughTunnel >= limit;
  }

  async #answerAtOnce(
    { sender, kept, policy }: Arrival,
    dispatches: readonly Dispatch[],
    { reply, source, delayMs }: SourcedReply & { readonly delayMs: number },
  ): Promise<void> {
    const stored = await (dispatches.at(-1)?.begun.commit ?? kept.commit).durable;
    this.#noteStored(stored, kept);
    if (!stored.ok) return this.#unstored(kept, dispatches, sender);
    // The answer is on its way before anyone else is told: the sender need not wait for that.
    const sending =
      delayMs === 0 ? sender.send(reply) : delayed(delayMs, sender).then(() => sender.send(reply));
    kept.announce();
    for (const dispatch of dispatches) {
      dispatch.begun.announce();
      this.#add(policy, dispatch);
    }
    const sent = await sending;
    this.#context.capture.noteReply(kept, reply.statusCode, sourceOnRecord(source, sent));
  }

  async #answerFromHandler(
    arrival: Arrival,
    first: Dispatch,
    dispatches: readonly Dispatch[],
  ): Promise<void> {
    const { sender, kept, policy } = arrival;
    const { commit } = dispatches.at(-1)?.begun ?? first.begun;
    const written = await commit.written;
    if (!written.ok) {
      this.#noteStored(written, kept);
      return this.#unstored(kept, dispatches, sender);
    }
    // Its answer waits for the disk, which works beside the handler from now on.
    void commit.durable.then((stored) => this.#noteStored(stored, kept));
    let wait: SenderWait;
    try {
      wait = this.#wait(arrival, first, dispatches);
      first.duty.waiter = wait;
      for (const dispatch of dispatches) this.#add(policy, dispatch);
    } finally {
      // The handler's request goes out at the next tick too, and before: inspectors are told while the handler works.
      // Whatever goes wrong here, what stands behind it in the stream must not wait for ever.
      process.nextTick(() => {
        kept.announce();
        for (const { begun } of dispatches) begun.announce();
      });
    }
    wait.watch();
    await wait.finished;
  }

  #wait(
    { request, sender, policy, kept }: Arrival,
    { target, begun, duty, queued }: Dispatch,
    dispatches: readonly Dispatch[],
  ): SenderWait {
    const { book, readings } = this.#context;
    const { event } = kept;
    const deadlineMs = senderDeadlineMs(policy, event.provider, (name) => readings.deadlineMs(name));
    return new SenderWait(
      { ...this.#context, holds: (current) => book.holds(current) },
      {
        sender,
        kept,
        commit: dispatches.at(-1)?.begun.commit ?? kept.commit,
        delivery: { ...begun.delivery, attempts: [] },
        request: arrivalRequest(this.#context.store, { event, request, policy, target, queued }),
        duty,
        deadlineMs,
      },
    );
  }

  #add({ name }: EndpointPolicy, { target, duty }: Dispatch): void {
    this.#context.lanes.add(name, target, duty);
  }

  #noteStored(stored: WriteResult, { event }: Kept): void {
    const { trouble } = this.#context;
    if (stored.ok) trouble.kept(event.body.size);
    else trouble.refused(stored.error, event.body.size);
  }

  /** Never a 200 for what could not be kept, and nothing is delivered. */
  async #unstored(kept: Kept, dispatches: readonly Dispatch[], sender: Sender): Promise<void> {
    kept.forget();
    for (const { begun } of dispatches) {
      begun.forget();
      this.#context.lanes.forget(begun.delivery.id);
    }
    await sender.send(storeUnavailableReply);
  }
}

const pathOf = (requestTarget: string): string => {
  const query = requestTarget.indexOf('?');
  return query === -1 ? requestTarget : requestTarget.slice(0, query);
};
