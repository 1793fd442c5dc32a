import type { EventId, EventListItem, MessageLife, Thread, ThreadSummary, Threads } from '@hooktap/protocol';
import { foldCase } from '@hooktap/query';
import type { EventMatcher } from './event-matcher.ts';
import { readEventQuery } from './event-query.ts';
import type { Outcome, QueryRefusal } from './inspection-port.ts';
import { isMessageKey, messageLife } from './message-life.ts';
import type { Store } from './store-port.ts';

/** The newest of a thread, or of a search, that are looked at. */
const mostEvents = 500;
const mostKeys = 100;

type ThreadStore = Pick<Store, 'page' | 'listItem' | 'currentSeq' | 'setting'>;

/** The events that concern the same message or conversation; null where there is no such event. */
export async function threadOf(store: ThreadStore, id: EventId): Promise<Thread | null> {
  const seq = store.currentSeq();
  const event = await store.listItem(id);
  if (!event) return null;
  let keys = new Set(event.threadKeys ?? []);
  if (keys.size === 0) return { keys: [], events: [event], messages: [], cut: false, seq };
  let found = await sharing(store, keys);
  // A message leads to its conversation, and that to its other messages.
  const wider = new Set([...keys, ...found.items.flatMap(({ threadKeys = [] }) => threadKeys)]);
  if (wider.size > keys.size && wider.size <= mostKeys) {
    keys = wider;
    found = await sharing(store, keys);
  }
  const events = found.items.toReversed();
  if (!events.some((one) => one.id === id)) events.push(event);
  return { keys: [...keys], events, messages: livesOf(events), cut: found.hasOlder, seq };
}

/** Threads among the newest events that a query finds, the newest thread first. */
export async function threadsOf(
  store: ThreadStore,
  { q, limit }: { readonly q: string; readonly limit: number },
  now: number,
): Promise<Outcome<Threads, QueryRefusal>> {
  const query = readEventQuery(q, now, store);
  if (!query.ok) return query;
  const { matcher } = query.value;
  const seq = store.currentSeq();
  const page = await store.page({ words: [], limit: mostEvents, ...(matcher && { matcher }) });
  const items = joined(page.items).slice(0, limit).map(summaryOf);
  return { ok: true, value: { items, looked: page.items.length, cut: page.hasOlder, seq } };
}

const sharing = (store: ThreadStore, keys: ReadonlySet<string>) =>
  store.page({ words: [], limit: mostEvents, matcher: sharesAny(keys) });

/** A key ends with the provider's own id, which stands in the text of the event too unless its body is packed. */
function sharesAny(keys: ReadonlySet<string>): EventMatcher {
  const ids = [...keys].map((key) => foldCase(key.split(':').slice(2).join(':')));
  return {
    condition: {
      kind: 'all',
      of: [{ kind: 'some', of: ids.map((text) => ({ kind: 'contains', text })) }, { kind: 'ask' }],
    },
    matches: ({ event }) => event.threadKeys?.some((key) => keys.has(key)) ?? false,
  };
}

function livesOf(oldestFirst: readonly EventListItem[]): MessageLife[] {
  const byKey = new Map<string, EventListItem[]>();
  for (const event of oldestFirst) {
    for (const key of (event.threadKeys ?? []).filter(isMessageKey)) {
      const known = byKey.get(key);
      if (known) known.push(event);
      else byKey.set(key, [event]);
    }
  }
  return [...byKey].map(([key, events]) => messageLife(key, events));
}

/** Groups of events that hang together by their keys, newest first. */
function joined(newestFirst: readonly EventListItem[]): EventListItem[][] {
  const groupOf = new Map<string, EventListItem[]>();
  for (const event of newestFirst) {
    const keys = event.threadKeys ?? [];
    const met = keys.map((key) => groupOf.get(key)).filter((known) => known !== undefined);
    const [group = [], ...others] = new Set(met);
    group.push(event, ...others.flat());
    const moved = others.flat().flatMap(({ threadKeys = [] }) => threadKeys);
    for (const key of [...keys, ...moved]) groupOf.set(key, group);
  }
  return [...new Set(groupOf.values())]
    .map((group) => group.sort((a, b) => b.seq - a.seq))
    .sort((a, b) => (b[0]?.seq ?? 0) - (a[0]?.seq ?? 0));
}

function summaryOf(newestFirst: readonly EventListItem[]): ThreadSummary {
  const [newest] = newestFirst;
  const oldest = newestFirst.at(-1);
  if (!newest || !oldest) throw new Error('A thread without an event.');
  const messages = livesOf(newestFirst.toReversed());
  const statuses: Record<string, number> = {};
  for (const { steps } of messages) {
    const last = steps.at(-1)?.status;
    if (last !== undefined) statuses[last] = (statuses[last] ?? 0) + 1;
  }
  return {
    keys: [...new Set(newestFirst.flatMap(({ threadKeys = [] }) => threadKeys))].slice(0, mostKeys),
    provider: newest.provider,
    newest,
    firstAt: oldest.receivedAt,
    events: newestFirst.length,
    messages: messages.length,
    statuses,
    troubles: messages.reduce((sum, { troubles }) => sum + troubles.length, 0),
  };
}
