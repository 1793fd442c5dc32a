import type { ReplySource } from '@hooktap/protocol';
import type { Capture, Kept } from './capture.ts';
import { comesAgain } from './comes-again.ts';
import { storeUnavailableReply } from './replies.ts';
import { reportBug } from './report-bug.ts';
import type { RetryPolicy } from './retry-policy.ts';
import type { PlainReply, Sender } from './sender-port.ts';
import type { Commit } from './store-port.ts';

interface AnswerContext {
  readonly capture: Capture;
  readonly sender: Sender;
  readonly kept: Kept;
  /** Whether Hooktap itself tries again. */
  readonly retry: RetryPolicy;
  /** Told when no other answer can come any more. */
  readonly onTaken: () => void;
}

/** The one answer that a waiting sender gets, from whoever comes first: the handler, a person, a timer. */
export class SenderAnswer {
  readonly #context: AnswerContext;
  #state: 'open' | 'passing' | 'giving' | 'over' = 'open';
  #settle: () => void = () => {};
  /** Settles when the sender has its answer or is gone. */
  readonly finished = new Promise<void>((resolve) => {
    this.#settle = resolve;
  });

  constructor(context: AnswerContext) {
    this.#context = context;
  }

  /** The sender has its answer, or is having it. */
  get isTaken(): boolean {
    return this.#state !== 'open';
  }

  /** Nothing but its own end is left to come of it. */
  get isSure(): boolean {
    return this.#state === 'giving' || this.#state === 'over';
  }

  /** The handler's answer goes out from here on; false where another has come first. */
  pass(): boolean {
    if (this.#state !== 'open') return false;
    this.#state = 'passing';
    return true;
  }

  /** Nothing of the handler's answer has gone out after all. */
  takeBack(): void {
    if (this.#state === 'passing') this.#state = 'open';
  }

  /** An answer of ours, once what it says is on disk. Never rejects. */
  async give(reply: PlainReply, source: ReplySource, recorded: () => Promise<Commit>): Promise<void> {
    if (this.#state !== 'open') return;
    this.#state = 'giving';
    this.#context.onTaken();
    try {
      const durable = await (await recorded()).durable;
      const sent = await this.#context.sender.send(durable.ok ? reply : storeUnavailableReply);
      if (!durable.ok) this.#end();
      else this.finish(reply.statusCode, sent === 'gone' ? 'sender-gone' : source);
    } catch (bug) {
      reportBug('to answer a sender', bug);
      this.abandon();
    }
  }

  /** The sender got this, or has left. */
  finish(statusCode: number, source: ReplySource): void {
    const { capture, kept, retry } = this.#context;
    if (comesAgain({ statusCode, source }, retry)) kept.refuse();
    capture.noteReply(kept, statusCode, source);
    this.#end();
  }

  /** Nothing can be said to it. */
  abandon(): void {
    this.#context.sender.destroy();
    this.#end();
  }

  #end(): void {
    this.#state = 'over';
    this.#context.onTaken();
    this.#settle();
  }
}
