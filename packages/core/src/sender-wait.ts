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
import { ackReply, deadlineReply, handlerFailureReply, storeUnavailableReply } from './replies.ts';
import { reportBug } from './report-bug.ts';
import type { PlainReply, Sender } from './sender-port.ts';
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
}

/** Longer timers end at once. */
const longestTimerMs = 2 ** 31 - 1;
/** As nginx notes a sender that left before there was an answer. */
const leftStatusCode = 499;

/** A sender that waits for the handler's answer to its event, or for whatever comes in its place. */
export class SenderWait implements Waiter {
  readonly #context: WaitContext;
  readonly #waiting: WaitingSender;
  readonly #timers: NodeJS.Timeout[] = [];
  #delivery: Delivery;
  #request: DeliveryRequest;
  /** The sender has its answer, or is having it. */
  #answered = false;
  #answering = false;
  #ended = false;
  #running = false;
  #parked = false;
  #settle: () => void = () => {};
  /** Settles when the sender has its answer or is gone. */
  readonly finished = new Promise<void>((resolve) => {
    this.#settle = resolve;
  });

  constructor(context: WaitContext, waiting: WaitingSender) {
    this.#context = context;
    this.#waiting = waiting;
    this.#delivery = waiting.delivery;
    this.#request = waiting.request;
    const { deadlineMs } = waiting.request.policy;
    if (deadlineMs !== null) this.#after(deadlineMs, () => this.#deadlinePassed());
  }

  /** Its turn did not come at once: a sender that leaves meanwhile is noticed. */
  watch(): void {
    const { gone } = this.#waiting.sender;
    if (this.#running || this.#answered) return;
    const left = () => {
      if (!this.#running && !this.#answered) this.#finish(leftStatusCode, 'sender-gone');
    };
    if (gone.aborted) left();
    else gone.addEventListener('abort', left, { once: true });
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
      if (!this.#ended && !this.#answering) this.#abandon();
    }
  }

  async hold(): Promise<void> {
    const { duty } = this.#waiting;
    if (this.#answered) return;
    duty.promised = true;
    await this.#answer(ackReply, 'hold', () =>
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
    return this.#answer(reply, 'fixed');
  }

  stop(): Promise<void> {
    return this.#parked ? this.hold() : this.#answer(handlerFailureReply('aborted'), 'unreachable');
  }

  #deadlinePassed(): Promise<void> {
    return this.#parked && !this.#running ? this.hold() : this.#answer(deadlineReply, 'timeout');
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
      leave: () => {
        this.#answered = false;
      },
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
            // What went out already cannot be taken back.
            holds: holds(policy) && !this.#answered,
            retry: policy.retry,
            now: clock.now(),
            timeScale,
            random,
          }),
      },
    );
    if (passing.begun) this.#passed(outcome);
    else await this.#conclude(outcome, settled, commit);
    return settled;
  }

  /** Once the event is on disk, and not before. */
  async #mayPass(): Promise<boolean> {
    const durable = await this.#waiting.commit.durable;
    if (!durable.ok) throw durable.error;
    if (this.#answered) return false;
    this.#answered = true;
    return true;
  }

  #passed(outcome: ForwardOutcome): void {
    const { sender } = this.#waiting;
    if (outcome.kind === 'failed') {
      sender.destroy();
      this.#finish(outcome.partial?.statusCode ?? 502, 'handler');
    } else this.#finish(outcome.response.statusCode, sender.gone.aborted ? 'sender-gone' : 'handler');
  }

  /** Nothing of a response has gone out: the sender is told why. */
  async #conclude(outcome: ForwardOutcome, settled: Settled, commit: Commit): Promise<void> {
    if (this.#answered) return;
    if (settled.status === 'held') return this.#answer(ackReply, 'hold', async () => commit);
    // It left before the answer came.
    if (outcome.kind === 'responded') return this.#finish(outcome.response.statusCode, 'sender-gone');
    const source = outcome.failure === 'timeout' ? 'timeout' : 'unreachable';
    await this.#answer(handlerFailureReply(outcome.failure), source);
  }

  /** An answer of ours, once what it says is on disk. Never rejects. */
  async #answer(
    reply: PlainReply,
    source: ReplySource,
    recorded: () => Promise<Commit> = async () => this.#waiting.commit,
  ): Promise<void> {
    if (this.#answered) return;
    this.#answered = true;
    this.#answering = true;
    this.#detach();
    try {
      const durable = await (await recorded()).durable;
      const sent = await this.#waiting.sender.send(durable.ok ? reply : storeUnavailableReply);
      if (!durable.ok) this.#end();
      else this.#finish(reply.statusCode, sent === 'gone' ? 'sender-gone' : source);
    } catch (bug) {
      reportBug('to answer a sender', bug);
      this.#abandon();
    }
  }

  #finish(statusCode: number, source: ReplySource): void {
    this.#context.capture.noteReply(this.#waiting.kept, statusCode, source);
    this.#end();
  }

  #abandon(): void {
    this.#waiting.sender.destroy();
    this.#end();
  }

  #end(): void {
    this.#answered = true;
    this.#ended = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#detach();
    this.#settle();
  }

  /** What is left of it is a delivery like any other that waits. */
  #detach(): void {
    const { duty } = this.#waiting;
    if (!this.#running && duty.waiter === this) duty.waiter = null;
  }

  /** Calls when `ms` have passed and the sender still waits. */
  #after(ms: number, call: () => Promise<void>): void {
    const timer = setTimeout(
      () => {
        if (!this.#answered) void call();
      },
      Math.min(ms, longestTimerMs),
    );
    this.#timers.push(timer.unref());
  }
}
