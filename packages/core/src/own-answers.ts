import { setTimeout as pause } from 'node:timers/promises';
import { longestTimerMs } from './clock.ts';
import type { EndpointPolicy, TimedReply } from './endpoint-policy.ts';
import type { SourcedReply } from './refusal.ts';
import { ackReply } from './replies.ts';
import type { PlainReply, Sender } from './sender-port.ts';

/** What senders get that do not wait for the handler. Series begin anew when their endpoint changes. */
export class OwnAnswers {
  readonly #given = new WeakMap<object, number>();

  next({ reply }: EndpointPolicy): SourcedReply & { readonly delayMs: number } {
    switch (reply.kind) {
      case 'fixed':
        return { reply: reply.reply, delayMs: reply.delayMs, source: 'fixed' };
      case 'sequence':
        return { ...this.#nextOf(reply.replies), source: 'sequence' };
      default:
        return { reply: ackReply, delayMs: 0, source: 'ack' };
    }
  }

  /** The last one is for all that follow. */
  #nextOf(replies: readonly TimedReply[]): TimedReply {
    const given = this.#given.get(replies) ?? 0;
    this.#given.set(replies, given + 1);
    const next = replies[Math.min(given, replies.length - 1)];
    return next ?? { reply: ackReply as PlainReply, delayMs: 0 };
  }
}

/** Waits as long as asked, or until the sender has gone. */
export async function delayed(ms: number, sender: Sender): Promise<void> {
  const left = new AbortController();
  sender.onceGone(() => left.abort());
  await pause(Math.min(ms, longestTimerMs), undefined, { signal: left.signal, ref: false }).catch(
    () => undefined,
  );
}
