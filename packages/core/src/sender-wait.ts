import type { Delivery, ReplySource } from '@hooktap/protocol';
import type { Capture, Kept } from './capture.ts';
import type { Clock } from './clock.ts';
import { conclude } from './conclude.ts';
import type { Deliver, DeliveryRequest } from './deliver.ts';
import { type DeliveryRecords, withStatus } from './delivery-records.ts';
import type { Duty, Settled, Turn, Waiter } from './duty.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import { toDeliverySummary } from './event-state.ts';
import type { ForwardOutcome } from './forwarder-port.ts';
import { PassingOn } from './passing-on.ts';
import { ackReply, deadlineReply, handlerFailureReply, stoppingReply } from './replies.ts';
import { SenderAnswer } from './sender-answer.ts';
import type { PlainReply, Sender } from './sender-port.ts';
import { SenderTimers } from './sender-timers.ts';
import type { Commit, RequestOverride, Store } from './store-port.ts';
import { requestBody } from './stored-attempt.ts';
import { bytesInMemory } from './stored-body.ts';

interface WaitContext {
  readonly store: Store;
  readonly capture: Capture;
  readonly deliver: Deliver;
  readonly records: DeliveryRecords;
  readonly clock: Clock;
  readonly timeScale: number;
  readonly random: () => number;
  /** Whether an unreachable handler means that the event is held. */
  readonly holds: (policy: EndpointPolicy) => boolean;
}

interface WaitingSender {
  readonly sender: Sender;
  readonly kept: Kept;
  /** Of the event and all its deliveries. */
  readonly commit: Commit;
  readonly delivery: Delivery;
  readonly request: DeliveryRequest;
  readonly duty: Duty;
  /** How long the sender waits; null: as long as the handler takes. */
  readonly deadlineMs: number | null;
}

/** As nginx notes a sender that left before there was an answer. */
const leftStatusCode = 499;

/** A sender that waits for the handler's answer to its event, or for whatever comes in its place. */
export class SenderWait implements Waiter {
  readonly #context: WaitContext;
  readonly #waiting: WaitingSender;
  readonly #timers = new SenderTimers();
  readonly #answer: SenderAnswer;
  #delivery: Delivery;
  #request: DeliveryRequest;
  #running = false;
  #parked = false;

  constructor(context: WaitContext, waiting: WaitingSender) {
    this.#context = context;
    this.#waiting = waiting;
    this.#delivery = waiting.delivery;
    this.#request = waiting.request;
    const { sender, kept } = waiting;
    this.#answer = new SenderAnswer({
      capture: context.capture,
      sender,
      kept,
      retry: waiting.request.policy.retry,
      onTaken: () => {
        this.#timers.clear();
        this.#detach();
      },
    });
    const { deadlineMs } = waiting;
    if (deadlineMs !== null) this.#after(deadlineMs, () => this.#deadlinePassed());
  }

  /** Settles when the sender has its answer or is gone. */
  get finished(): Promise<void> {
    return this.#answer.finished;
  }

  /** Its turn did not come at once: a sender that leaves meanwhile is noticed. */
  watch(): void {
    if (this.#running || this.#answer.isTaken) return;
    this.#waiting.sender.onceGone(() => {
      if (!this.#running && !this.#answer.isTaken) this.#answer.finish(leftStatusCode, 'sender-gone');
    });
  }

  /** A person has as long as a handler has; then the sender is told that its event is held. */
  park(): void {
    if (this.#parked) return;
    this.#parked = true;
    this.#after(this.#request.policy.timeoutMs, () => this.hold());
  }

  async run(turn: Turn): Promise<Settled> {
    this.#running = true;
    try {
      return await this.#attempt(turn);
    } finally {
      // Whatever went wrong, a sender does not wait for ever.
      if (!this.#answer.isSure) this.#answer.abandon();
    }
  }

  async hold(): Promise<void> {
    const { duty } = this.#waiting;
    if (this.#answer.isTaken) return;
    duty.promised = true;
    await this.#answer.give(ackReply, 'hold', () =>
      this.#context.records.note(withStatus(toDeliverySummary(this.#delivery), { status: 'held' })),
    );
  }

  edit({ method, requestTarget, rawHeaders, body }: RequestOverride): void {
    const { content, sha256, size } = body;
    const sent =
      content.kind === 'inline'
        ? bytesInMemory(content.bytes)
        : requestBody(this.#context.store, this.#delivery.id, size);
    this.#request = { ...this.#request, method, requestTarget, rawHeaders, sha256, body: sent };
    this.#delivery = { ...this.#delivery, edited: true };
  }

  answer(reply: PlainReply): Promise<void> {
    return this.#give(reply, 'fixed');
  }

  stop(): Promise<void> {
    return this.#parked ? this.hold() : this.#give(stoppingReply, 'unreachable');
  }

  #deadlinePassed(): Promise<void> {
    return this.#parked && !this.#running ? this.hold() : this.#give(deadlineReply, 'timeout');
  }

  async #attempt({ policy, target, queuedMs, ending }: Turn): Promise<Settled> {
    const { deliver, records, clock, timeScale, random, holds } = this.#context;
    const { duty } = this.#waiting;
    const delivery =
      target.url === this.#delivery.target ? this.#delivery : { ...this.#delivery, target: target.url };
    this.#delivery = delivery;
    if (this.#parked) await records.noteUnderWay(delivery);
    const passing = new PassingOn(this.#waiting.sender, {
      enter: () => this.#mayPass(),
      leave: () => this.#answer.takeBack(),
    });
    const { outcome, settled, commit } = await deliver.attempt(
      delivery,
      { ...this.#request, policy, target },
      {
        cause: duty.cause,
        queuedMs,
        ending,
        tap: passing,
        conclude: (end) =>
          conclude(end, {
            promised: duty.promised,
            noFurther: duty.noFurther,
            // What went out already cannot be taken back.
            holds: holds(policy) && !this.#answer.isTaken,
            retry: policy.retry,
            now: clock.now(),
            timeScale,
            random,
          }),
      },
    );
    if (passing.begun) this.#passed(outcome);
    else if (ending.signal.reason === 'stop') await this.#give(stoppingReply, 'unreachable');
    else await this.#conclude(outcome, settled, commit);
    return settled;
  }

  /** Once the event is on disk, and not before. */
  async #mayPass(): Promise<boolean> {
    const durable = await this.#waiting.commit.durable;
    if (!durable.ok) throw durable.error;
    return this.#answer.pass();
  }

  #passed(outcome: ForwardOutcome): void {
    const { sender } = this.#waiting;
    if (outcome.kind === 'failed') {
      sender.destroy();
      this.#answer.finish(outcome.partial?.statusCode ?? 502, 'handler');
    } else this.#answer.finish(outcome.response.statusCode, sender.hasLeft ? 'sender-gone' : 'handler');
  }

  /** Nothing of a response has gone out: the sender is told why. */
  async #conclude(outcome: ForwardOutcome, settled: Settled, commit: Commit): Promise<void> {
    if (this.#answer.isTaken) {
      if (settled.status === 'succeeded') this.#waiting.kept.deliveredAfterAll();
      return;
    }
    if (settled.status === 'held') return this.#answer.give(ackReply, 'hold', async () => commit);
    // It left before the answer came.
    if (outcome.kind === 'responded') return this.#answer.finish(outcome.response.statusCode, 'sender-gone');
    const source = outcome.failure === 'timeout' ? 'timeout' : 'unreachable';
    await this.#give(handlerFailureReply(outcome.failure), source);
  }

  /** An answer that says no more of the event than that it is kept. */
  #give(reply: PlainReply, source: ReplySource): Promise<void> {
    return this.#answer.give(reply, source, async () => this.#waiting.commit);
  }

  /** What is left of it is a delivery like any other that waits. */
  #detach(): void {
    const { duty } = this.#waiting;
    if (!this.#running && duty.waiter === this) duty.waiter = null;
  }

  /** Calls when `ms` have passed and the sender still waits. */
  #after(ms: number, call: () => Promise<void>): void {
    this.#timers.after(ms, () => {
      if (!this.#answer.isTaken) void call();
    });
  }
}
