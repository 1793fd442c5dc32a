import type { DeliverySummary, ReplySource } from '@hooktap/protocol';
import type { Capture, Kept } from './capture.ts';
import type { Clock } from './clock.ts';
import { conclude } from './conclude.ts';
import type { Deliver, DeliveryRequest } from './deliver.ts';
import type { Settled, Waiter } from './duty.ts';
import type { ForwardOutcome, ResponseTap } from './forwarder-port.ts';
import { deadlineReply, handlerFailureReply, heldReply, storeUnavailableReply } from './replies.ts';
import type { PlainReply, Sender } from './sender-port.ts';
import type { Commit, RequestOverride } from './store-port.ts';
import { bytesInMemory } from './stored-body.ts';

interface WaitContext {
  readonly capture: Capture;
  readonly deliver: Deliver;
  readonly clock: Clock;
  readonly timeScale: number;
  readonly random: () => number;
}

interface WaitingSender {
  readonly sender: Sender;
  readonly kept: Kept;
  readonly delivery: DeliverySummary;
  readonly request: DeliveryRequest;
  /** Whether an unreachable handler means that the event is held. */
  readonly holds: () => boolean;
  /** Puts on record that it is held, and promised. */
  readonly recordHeld: () => Promise<Commit>;
}

/** A sender that waits for the handler's answer to its event, or for whatever comes in its place. */
export class SenderWait implements Waiter {
  readonly #context: WaitContext;
  readonly #waiting: WaitingSender;
  readonly #timers: NodeJS.Timeout[] = [];
  /** The sender has its answer, or is having it. */
  #answered = false;
  /** The handler's answer, or some of it, has gone to the sender. */
  #passedOn = false;
  #request: DeliveryRequest;
  #settle: () => void = () => {};
  /** Settles when the sender has its answer or is gone. */
  readonly finished = new Promise<void>((resolve) => {
    this.#settle = resolve;
  });

  constructor(context: WaitContext, waiting: WaitingSender) {
    this.#context = context;
    this.#waiting = waiting;
    this.#request = waiting.request;
    const { deadlineMs } = waiting.request.policy;
    if (deadlineMs !== null) this.#after(deadlineMs, () => this.#send(deadlineReply, 'timeout'));
  }

  /** Calls when `ms` have passed and the sender still waits. */
  #after(ms: number, call: () => void): void {
    const timer = setTimeout(() => {
      if (!this.#answered) call();
    }, ms);
    this.#timers.push(timer.unref());
  }

  /** A person at a breakpoint has so long; then the sender is told that its event is held. */
  holdAfter(ms: number): void {
    this.#after(ms, () => void this.hold());
  }

  async run(queuedMs: number): Promise<Settled> {
    const { deliver, clock, timeScale, random } = this.#context;
    const { delivery, holds } = this.#waiting;
    const { retry } = this.#request.policy;
    const { outcome, settled, commit } = await deliver.attempt({ ...delivery, attempts: [] }, this.#request, {
      cause: 'first',
      queuedMs,
      tap: this.#tap(),
      conclude: (end) =>
        conclude(end, {
          promised: false,
          // What went out already cannot be taken back.
          holds: holds() && !this.#answered,
          retry,
          now: clock.now(),
          timeScale,
          random,
        }),
    });
    await this.#conclude(outcome, settled, commit);
    return settled;
  }

  async hold(): Promise<void> {
    if (this.#answered) return;
    await this.#sendHeld(await this.#waiting.recordHeld());
  }

  edit({ method, requestTarget, rawHeaders, body }: RequestOverride): void {
    const { content, sha256 } = body;
    const sent = content.kind === 'inline' ? { body: bytesInMemory(content.bytes), sha256 } : {};
    this.#request = { ...this.#request, method, requestTarget, rawHeaders, ...sent };
  }

  answer(reply: PlainReply): void {
    void this.#send(reply, 'fixed');
  }

  /** After the attempt: the response has gone out already, or the sender is told why there is none. */
  async #conclude(outcome: ForwardOutcome, settled: Settled, commit: Commit): Promise<void> {
    const { sender, kept } = this.#waiting;
    if (sender.headSent() && this.#passedOn) {
      if (outcome.kind === 'failed') sender.destroy();
      const statusCode =
        outcome.kind === 'responded' ? outcome.response.statusCode : outcome.partial?.statusCode;
      const gone = outcome.kind === 'responded' && sender.gone.aborted;
      return this.#finish(statusCode ?? 502, gone ? 'sender-gone' : 'handler');
    }
    if (this.#answered) return;
    if (settled.status === 'held') return this.#sendHeld(commit);
    if (outcome.kind === 'responded') {
      // It left before the answer came.
      return this.#finish(outcome.response.statusCode, 'sender-gone');
    }
    if (!(await kept.commit.durable).ok) return this.#send(storeUnavailableReply, 'store-unavailable');
    return this.#send(
      handlerFailureReply(outcome.failure),
      outcome.failure === 'timeout' ? 'timeout' : 'unreachable',
    );
  }

  async #sendHeld(commit: Commit): Promise<void> {
    const durable = await commit.durable;
    if (durable.ok) await this.#send(heldReply, 'hold');
    else await this.#send(storeUnavailableReply, 'store-unavailable');
  }

  async #send(reply: PlainReply, source: ReplySource): Promise<void> {
    if (this.#answered) return;
    this.#answered = true;
    const sent = await this.#waiting.sender.send(reply);
    this.#finish(reply.statusCode, sent === 'gone' ? 'sender-gone' : source);
  }

  #finish(statusCode: number, source: ReplySource): void {
    this.#answered = true;
    for (const timer of this.#timers) clearTimeout(timer);
    if (source !== 'store-unavailable')
      void this.#context.capture.noteReply(this.#waiting.kept, statusCode, source);
    this.#settle();
  }

  /** Passes the handler's response on once the event is on disk, and not before. */
  #tap(): ResponseTap {
    const { sender, kept } = this.#waiting;
    const isOpen = () => this.#passedOn && !sender.gone.aborted;
    return {
      head: async (statusCode, statusMessage, rawHeaders) => {
        const durable = await kept.commit.durable;
        if (!durable.ok) throw durable.error;
        if (sender.gone.aborted || this.#answered) return;
        this.#passedOn = true;
        this.#answered = true;
        await sender.tap.head(statusCode, statusMessage, rawHeaders);
      },
      data: (chunk) => (isOpen() ? sender.tap.data(chunk) : undefined),
      end: (rawTrailers) => {
        if (isOpen()) sender.tap.end(rawTrailers);
      },
    };
  }
}
