import type { EventId, EventListItem } from '@hooktap/protocol';

/** What the row of a thread's newest event tells of the others. */
export interface ThreadHead {
  readonly events: number;
  readonly isUnfolded: boolean;
  /** Of its other events so many failed to be delivered: what is folded away must not hide them. */
  readonly failed: number;
  /** The steps in the life of its newest message, the first one first. */
  readonly life: readonly string[];
}

/** One line of the list: an event, which may stand for its thread, or within one that is unfolded. */
export interface ListRow {
  readonly event: EventListItem;
  readonly thread: ThreadHead | null;
  readonly isWithin: boolean;
}

/** Steps shown on one line. */
const SHOWN_STEPS = 4;

export const flatRows = (items: readonly EventListItem[]): readonly ListRow[] =>
  items.map((event) => ({ event, thread: null, isWithin: false }));

/** Events that hang together by their keys: for each event of a thread, all of them, newest first. */
export function threadsOf(
  newestFirst: readonly EventListItem[],
): ReadonlyMap<EventId, readonly EventListItem[]> {
  const byKey = new Map<string, EventListItem[]>();
  for (const event of newestFirst) {
    const keys = event.threadKeys ?? [];
    if (keys.length === 0) continue;
    const met = keys.map((key) => byKey.get(key)).filter((group) => group !== undefined);
    const [into = [], ...others] = new Set(met);
    for (const other of others) {
      into.push(...other);
      for (const { threadKeys = [] } of other) for (const key of threadKeys) byKey.set(key, into);
    }
    into.push(event);
    for (const key of keys) byKey.set(key, into);
  }
  const byEvent = new Map<EventId, readonly EventListItem[]>();
  for (const group of new Set(byKey.values())) {
    group.sort((a, b) => b.seq - a.seq);
    for (const { id } of group) byEvent.set(id, group);
  }
  return byEvent;
}

const isMessage = (key: string) => /^[^:]*:(message|call):/.test(key);

/** Of the newest message that tells of a step. */
function lifeOf(newestFirst: readonly EventListItem[]): readonly string[] {
  const newest = newestFirst.find(({ threadStatus }) => threadStatus !== undefined);
  const key = newest?.threadKeys?.find(isMessage);
  if (key === undefined) return [];
  const steps = newestFirst
    .filter(({ threadKeys }) => threadKeys?.includes(key))
    .flatMap(({ threadStatus }) => threadStatus ?? [])
    .reverse();
  return steps.filter((step, index) => step !== steps[index - 1]).slice(-SHOWN_STEPS);
}

const failedIn = (events: readonly EventListItem[]): number =>
  events.filter(({ delivery }) => delivery?.status === 'failed').length;

/** Each thread stands where its newest event stands; unfolded, the others follow. `unfolded` holds keys of threads. */
export function threadRows(
  newestFirst: readonly EventListItem[],
  unfolded: ReadonlySet<string>,
): readonly ListRow[] {
  const threads = threadsOf(newestFirst);
  const rows: ListRow[] = [];
  for (const event of newestFirst) {
    const thread = threads.get(event.id);
    if (!thread || thread.length === 1) rows.push({ event, thread: null, isWithin: false });
    else if (thread[0] === event) {
      const isUnfolded = thread.some(({ threadKeys = [] }) => threadKeys.some((key) => unfolded.has(key)));
      rows.push({
        event,
        thread: {
          events: thread.length,
          isUnfolded,
          failed: failedIn(thread.slice(1)),
          life: lifeOf(thread),
        },
        isWithin: false,
      });
      if (isUnfolded)
        for (const other of thread.slice(1)) rows.push({ event: other, thread: null, isWithin: true });
    }
  }
  return rows;
}
