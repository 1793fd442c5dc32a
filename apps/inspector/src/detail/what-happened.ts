import type { Attempt, Delivery, Endpoint, Event, EventListItem } from '@hooktap/protocol';
import { attemptNumber } from '../compare/attempt-number.ts';
import { attemptsOf } from '../compare/sides.ts';
import { digestOf } from '../delivery/digest-of.ts';
import { hostOf } from '../format/addresses.ts';
import { duration, inWords } from '../format/measures.ts';
import { clock } from '../format/time.ts';
import { detail } from '../messages/detail/en.ts';
import type { Translate } from '../messages/translate.ts';
import type { IconName } from '../parts/Icon.tsx';

/** One sentence of what happened, one of what to do. */
export interface WhatHappened {
  readonly icon: IconName;
  readonly tone: 'ok' | 'bad' | 'warn' | 'quiet';
  readonly happened: string;
  readonly todo?: string;
  /** The tab that tells more. */
  readonly seeTab?: 'signature';
}

const quietly = (happened: string, todo: string): WhatHappened => ({
  icon: 'good',
  tone: 'quiet',
  happened,
  todo,
});

/** Captured and answered, and meant for no handler: why, as far as its endpoint of today tells. */
function keptBack(
  { duplicateOf, endpoint: name, via }: EventListItem,
  endpoint: Endpoint | undefined,
  t: Translate,
): WhatHappened {
  if (via === 'import') return quietly(t(detail.story.imported), t(detail.story.importedTodo));
  if (duplicateOf !== undefined) return quietly(t(detail.story.duplicate), t(detail.story.replayTodo));
  if (!endpoint || endpoint.targets.length === 0)
    return quietly(t(detail.story.noTarget), t(detail.story.noTargetTodo));
  return endpoint.config.filter === undefined
    ? quietly(t(detail.story.noTargetThen), t(detail.story.replayTodo))
    : quietly(
        t(detail.story.filtered, { endpoint: name, filter: endpoint.config.filter }),
        t(detail.story.filteredTodo),
      );
}

const warned = (happened: string, todo: string): WhatHappened => ({
  icon: 'warning',
  tone: 'warn',
  happened,
  todo,
});

/** The shield's paths are `.env` and the like; the others that are blocked do not fit `--only`, or are disguised. */
const hidden = /(?:^|[\\/]|%2f|%5c)(?:%[01][\da-f]|%20)*(?:\.|%2e)(?!well-known\b)[a-z]/i;
const asksForHidden = (path: string): boolean => hidden.test(path);

function withoutDelivery(item: EventListItem, endpoint: Endpoint | undefined, t: Translate): WhatHappened {
  const { body, reply, path } = item;
  if (body.state === 'truncated') return warned(t(detail.story.truncated), t(detail.story.truncatedTodo));
  if (body.state === 'aborted') return warned(t(detail.story.aborted), t(detail.story.abortedTodo));
  switch (reply?.source) {
    case 'blocked':
      return warned(
        t(asksForHidden(path) ? detail.story.blocked : detail.story.notLetThrough),
        t(detail.story.blockedTodo, { status: String(reply.statusCode) }),
      );
    case 'busy':
      return warned(t(detail.story.busy), t(detail.story.busyTodo));
    case 'enforced':
      return { ...warned(t(detail.story.enforced), t(detail.story.enforcedTodo)), seeTab: 'signature' };
    case 'handshake':
      return quietly(t(detail.story.handshake), t(detail.story.replayTodo));
    default:
      return keptBack(item, endpoint, t);
  }
}

type Failed = Extract<Attempt['outcome'], { kind: 'failed' }>;

/** Of a failed attempt: Hooktap's own words say most, where they are in the language of the screen. */
function failureWords(outcome: Failed, tookMs: number, host: string, t: Translate) {
  const todo = t(detail.todo[outcome.failure], { host });
  if (t.language !== 'en') {
    const took = inWords(duration(tookMs, t));
    return { happened: t(detail.failure[outcome.failure], { host, took }), todo };
  }
  // Some messages end with the remedy already; it is said once.
  const happened = outcome.message.replace(todo, '').trim();
  return { happened: happened || outcome.message, todo };
}

function ofDelivery(delivery: Delivery, event: Event, t: Translate): WhatHappened {
  const host = hostOf(delivery.target);
  const last = delivery.attempts.at(-1);
  if (delivery.status === 'pending') {
    return { icon: 'pending', tone: 'quiet', happened: t(detail.story.pending, { host }) };
  }
  if (delivery.status === 'held') {
    return { icon: 'held', tone: 'quiet', happened: t(detail.story.held, { host }) };
  }
  if (delivery.status === 'cancelled') {
    return {
      icon: 'off',
      tone: 'quiet',
      happened: t(detail.story.cancelled),
      todo: t(detail.story.cancelledTodo),
    };
  }
  if (!last) return { icon: 'pending', tone: 'quiet', happened: t(detail.story.noAttempt, { host }) };
  const { outcome } = last;
  if (outcome.kind === 'failed')
    return { icon: 'failed', tone: 'bad', ...failureWords(outcome, last.timing.totalMs, host, t) };
  const status = String(outcome.statusCode);
  const of = attemptsOf(event).findLast((one) => one.delivery === delivery);
  const happened =
    of && (of.number > 1 || of.targetName !== null)
      ? t(detail.story.answeredOn, { status, attempt: attemptNumber(of, t) })
      : t(detail.story.answered, { status });
  if (delivery.status === 'succeeded') {
    return { icon: 'good', tone: 'ok', happened };
  }
  const isRedirect = outcome.statusCode >= 300 && outcome.statusCode < 400;
  return {
    icon: 'failed',
    tone: 'bad',
    happened,
    todo: t(isRedirect ? detail.story.redirect : detail.story.fix),
  };
}

/** A refusal of what is signed wrong has its reason told elsewhere. */
function withSignature(
  story: WhatHappened,
  item: EventListItem,
  { attempts }: Delivery,
  t: Translate,
): WhatHappened {
  const outcome = attempts.at(-1)?.outcome;
  const isRefused = outcome?.kind === 'responded' && [400, 401, 403].includes(outcome.statusCode);
  if (!isRefused || item.verification.verdict !== 'invalid') return story;
  return {
    ...story,
    todo: t(detail.story.signature),
    seeTab: 'signature',
  };
}

/** That which the list shows of the event: the newest, of several targets the worst. */
export function toldDelivery({ delivery, deliveries }: Event): Delivery | undefined {
  const isShown = (one: Delivery) => {
    const { status, lastStatusCode, lastFailure } = digestOf(one);
    return (
      status === delivery?.status &&
      lastStatusCode === delivery.lastStatusCode &&
      lastFailure === delivery.lastFailure
    );
  };
  return deliveries.findLast(isShown) ?? deliveries.at(-1);
}

export function whatHappened(
  item: EventListItem,
  event: Event | undefined,
  endpoint: Endpoint | undefined,
  t: Translate,
): WhatHappened | null {
  if (!event) return item.delivery ? null : withoutDelivery(item, endpoint, t);
  const told = toldDelivery(event);
  if (!told) return withoutDelivery(item, endpoint, t);
  const story = withSignature(ofDelivery(told, event, t), item, told, t);
  if (told.status !== 'retrying') return story;
  return {
    ...story,
    icon: 'turning',
    tone: 'warn',
    todo:
      told.nextAttemptAt === undefined
        ? t(detail.story.retrySoon)
        : t(detail.story.retryAt, { time: clock(told.nextAttemptAt) }),
  };
}
