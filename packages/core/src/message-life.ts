import type { EventListItem, LifecycleStep, LifecycleTrouble, MessageLife } from '@hooktap/protocol';

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

/** What became of one message, by the events that name it, in the order of their arrival. */
export function messageLife(key: string, events: readonly EventListItem[]): MessageLife {
  const told = events.flatMap((event): LifecycleStep[] =>
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
  return { key, steps: told, troubles: [...missing(told), ...repeated(told), ...disordered(told)] };
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
    const later = failed ? 'a later step' : `'${ways[to]?.[0]}'`;
    return [{ kind: 'missing', status, message: `'${status}' did not come, though ${later} did.` }];
  });
}

function repeated(steps: readonly LifecycleStep[]): LifecycleTrouble[] {
  const seen = new Set<string>();
  return steps.flatMap(({ status, eventId }): LifecycleTrouble[] => {
    if (!seen.has(status)) {
      seen.add(status);
      return [];
    }
    return [{ kind: 'duplicate', status, eventId, message: `'${status}' came more than once.` }];
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
    const message = `'${status}' came after '${ways[highest]?.[0]}'.`;
    return [{ kind: 'out-of-order', status, eventId, message }];
  });
}
