import type { Delivery, Event, EventListItem, FailureKind } from '@hooktap/protocol';
import { hostOf } from '../format/addresses.ts';
import { clock } from '../format/time.ts';
import type { IconName } from '../parts/Icon.tsx';

/** One sentence of what happened, one of what to do. */
export interface WhatHappened {
  readonly icon: IconName;
  readonly tone: 'ok' | 'bad' | 'warn' | 'quiet';
  readonly happened: string;
  readonly todo?: string;
}

function failureTodo(failure: FailureKind, host: string): string {
  switch (failure) {
    case 'connection-refused':
      return 'Start your handler, then press Replay.';
    case 'dns':
      return `Check the name in the target ${host}, then press Replay.`;
    case 'timeout':
      return 'Let your handler answer first and work afterwards, then press Replay.';
    case 'reset':
      return 'Your handler broke off the connection. Look at its log, then press Replay.';
    case 'tls':
      return 'Check the certificate of the target, then press Replay.';
    case 'unparseable':
      return 'What came back is not HTTP. Check that the port is the one of your handler.';
    case 'aborted':
      return 'Hooktap ended this attempt. Press Replay to send the event again.';
  }
}

function withoutDelivery({ body, reply }: EventListItem): WhatHappened {
  if (body.state === 'truncated') {
    return {
      icon: 'warning',
      tone: 'warn',
      happened: 'The body was larger than the limit; its beginning is kept and nothing was delivered.',
      todo: 'Start Hooktap with a larger --max-body, or edit and replay with a body of your own.',
    };
  }
  if (body.state === 'aborted') {
    return {
      icon: 'warning',
      tone: 'warn',
      happened: 'The sender broke off before the body was complete; nothing was delivered.',
      todo: 'Wait for the sender to try again, or edit and replay with a body of your own.',
    };
  }
  switch (reply?.source) {
    case 'blocked':
      return {
        icon: 'warning',
        tone: 'warn',
        happened: 'The path looks like a scan for secrets, so this was not delivered.',
        todo: `The sender got ${reply.statusCode}.`,
      };
    case 'busy':
      return {
        icon: 'warning',
        tone: 'warn',
        happened: 'Too many requests were waiting for your handler; this one was kept and not delivered.',
        todo: 'Press Replay when your handler is free.',
      };
    default:
      return {
        icon: 'good',
        tone: 'quiet',
        happened: 'Captured and kept. Nothing was delivered, since there was no target.',
        todo: 'Start Hooktap with the port of your handler, as in npx hooktap 3000.',
      };
  }
}

function ofDelivery(delivery: Delivery, all: number): WhatHappened {
  const host = hostOf(delivery.target);
  const last = delivery.attempts.at(-1);
  const nth = all > 1 ? ` on attempt ${all}` : '';
  if (delivery.status === 'pending') {
    return { icon: 'pending', tone: 'quiet', happened: `On its way to ${host}. No answer yet.` };
  }
  if (delivery.status === 'held') {
    return { icon: 'held', tone: 'quiet', happened: `Held back from ${host} until it is released.` };
  }
  if (delivery.status === 'cancelled') {
    return {
      icon: 'off',
      tone: 'quiet',
      happened: 'The delivery was cancelled.',
      todo: 'Press Replay to send it again.',
    };
  }
  if (!last) return { icon: 'pending', tone: 'quiet', happened: `No attempt to reach ${host} was recorded.` };
  const { outcome } = last;
  if (outcome.kind === 'failed') {
    const todo = failureTodo(outcome.failure, host);
    // Some messages end with the remedy already; it is said once.
    const happened = outcome.message.replace(todo, '').trim();
    return { icon: 'failed', tone: 'bad', happened: happened || outcome.message, todo };
  }
  if (delivery.status === 'succeeded') {
    return { icon: 'good', tone: 'ok', happened: `Your handler answered ${outcome.statusCode}${nth}.` };
  }
  const isRedirect = outcome.statusCode >= 300 && outcome.statusCode < 400;
  return {
    icon: 'failed',
    tone: 'bad',
    happened: `Your handler answered ${outcome.statusCode}${nth}.`,
    todo: isRedirect
      ? 'Redirects are not followed. Point the target at the final address, then press Replay.'
      : 'Fix the handler, then press Replay.',
  };
}

/** A refusal of what is signed wrong has its reason told elsewhere. */
function withSignature(story: WhatHappened, item: EventListItem, { attempts }: Delivery): WhatHappened {
  const outcome = attempts.at(-1)?.outcome;
  const isRefused = outcome?.kind === 'responded' && [400, 401, 403].includes(outcome.statusCode);
  if (!isRefused || item.verification.verdict !== 'invalid') return story;
  return {
    ...story,
    todo: 'Its signature is invalid, which may be why: the Signature tab says what is wrong.',
  };
}

export function whatHappened(item: EventListItem, event: Event | undefined): WhatHappened | null {
  if (!event) return item.delivery ? null : withoutDelivery(item);
  const latest = event.deliveries.at(-1);
  if (!latest) return withoutDelivery(item);
  const all = event.deliveries.reduce((sum, { attempts }) => sum + attempts.length, 0);
  const story = withSignature(ofDelivery(latest, all), item, latest);
  if (latest.status !== 'retrying') return story;
  const when = latest.nextAttemptAt === undefined ? 'soon' : `at ${clock(latest.nextAttemptAt)}`;
  return {
    ...story,
    icon: 'turning',
    tone: 'warn',
    todo: `It is tried again ${when}.`,
  };
}
