import type { EventListItem, LifecycleStep, LifecycleTrouble, MessageLife } from '@hooktap/protocol';
import { callbacks } from './say.ts';

/**
 * The way of a message that you send, in the words of all providers; `failed` may end it anywhere. Other words are
 * shown as steps and not judged: what they mean is the provider's business.
 */
const ways: readonly (readonly string[])[] = [
  ['queued', 'accepted', 'pending', 'scheduled'],
  ['sending'],
  ['sent'],
  ['delivered'],
  ['read', 'seen'],
  ['played'],
];
const failures: ReadonlySet<string> = new Set(['failed', 'undelivered', 'error', 'rejected']);

/** Steps that need not come: few providers tell of them. */
const optional: ReadonlySet<string> = new Set(['sending', 'played']);

const rankOf = (status: string): number | null => {
  const rank = ways.findIndex((words) => words.includes(status));
  return rank === -1 ? null : rank;
};

/** Of a message that came in. A reply or a reaction names the one that it is about after its own. */
const arrivals: ReadonlySet<string> = new Set(['received', 'inbound', 'message']);

/** `zavu:message:msg_1`: what has a life of steps. */
export const isMessageKey = (key: string): boolean => /^[^:]*:(message|call):/.test(key);

/** The arrival of a reply is no step of the message that it replies to. */
function isStepOf(key: string, { threadStatus, threadKeys = [] }: EventListItem): boolean {
  if (threadStatus === undefined || !arrivals.has(threadStatus)) return true;
  return (threadKeys.find(isMessageKey) ?? key) === key;
}

/** What became of one message, by the events that name it, in the order of their arrival. */
export function messageLife(key: string, events: readonly EventListItem[]): MessageLife {
  const own = events.filter((event) => isStepOf(key, event));
  const told = own.flatMap((event): LifecycleStep[] =>
    event.threadStatus === undefined
      ? []
      : [
          {
            status: event.threadStatus,
            eventId: event.id,
            receivedAt: event.receivedAt,
            ...(event.providerTime !== undefined && { providerTime: event.providerTime }),
          },
        ],
  );
  return { key, steps: told, troubles: [...missing(told), ...repeated(own), ...disordered(told)] };
}

/** Between the first step that came and the last one; what came before the first is not known. */
function missing(steps: readonly LifecycleStep[]): LifecycleTrouble[] {
  const ranks = steps.flatMap(({ status }) => rankOf(status) ?? []);
  const failed = steps.some(({ status }) => failures.has(status));
  const from = Math.min(...ranks);
  // What failed was not delivered: only the way to the last step that it took is looked at.
  const to = Math.max(...ranks);
  return ways.flatMap((words, rank): LifecycleTrouble[] => {
    const [status = ''] = words;
    if (rank <= from || rank >= to || ranks.includes(rank) || optional.has(status)) return [];
    const said = failed
      ? callbacks.sentence('step-missing-before', { status })
      : callbacks.sentence('step-missing', { status, later: ways[to]?.[0] ?? '' });
    return [{ kind: 'missing', status, ...said }];
  });
}

/** Two callbacks of different types may both tell of a step: Z-API's on sending and its status SENT do. */
function repeated(events: readonly EventListItem[]): LifecycleTrouble[] {
  const seen = new Set<string>();
  return events.flatMap(({ threadStatus: status, eventType, id }): LifecycleTrouble[] => {
    if (status === undefined) return [];
    const told = `${eventType} ${status}`;
    if (seen.has(told)) {
      return [{ kind: 'duplicate', status, eventId: id, ...callbacks.sentence('step-twice', { status }) }];
    }
    seen.add(told);
    return [];
  });
}

function disordered(steps: readonly LifecycleStep[]): LifecycleTrouble[] {
  let highest = -1;
  return steps.flatMap(({ status, eventId }): LifecycleTrouble[] => {
    const rank = rankOf(status);
    if (rank === null || rank >= highest) {
      highest = Math.max(highest, rank ?? -1);
      return [];
    }
    const said = callbacks.sentence('step-late', { status, before: ways[highest]?.[0] ?? '' });
    return [{ kind: 'out-of-order', status, eventId, ...said }];
  });
}
