import { readEventQuery, type Store, type StorePage, type StorePageQuery } from '@hooktap/core';
import type { EventListItem, EventPage, EventPageQuery, Problem } from '@hooktap/protocol';
import { type PageEdge, readCursor, writeCursor } from './cursor.ts';
import { problem } from './problems.ts';

type Search = Pick<StorePageQuery, 'words' | 'matcher' | 'signal'>;
type PageOutcome = { readonly page: EventPage } | { readonly problem: Problem };

/** One page of events, newest first. */
export async function readEventPage(
  store: Store,
  query: EventPageQuery,
  signal?: AbortSignal,
): Promise<PageOutcome> {
  // Before the read: a change in between is then told again by the stream instead of being lost.
  const seq = store.currentSeq();
  const found = await findPage(store, query, signal);
  if ('problem' in found) return found;
  const { items, total, totalIsExact, searchedTo, counted } = found.page;
  const goesOn = searchedTo !== undefined && {
    before: searchedTo,
    ...(counted !== undefined && { counted }),
  };
  const next = goesOn || (found.page.hasOlder ? olderEdge(items, found.edge) : null);
  const previous = found.page.hasNewer ? newerEdge(items, found.edge) : null;
  return {
    page: {
      items: [...items],
      nextCursor: next && writeCursor(query.q, next),
      prevCursor: previous && writeCursor(query.q, previous),
      total,
      totalIsExact,
      ...(goesOn && { partial: true }),
      seq,
    },
  };
}

async function findPage(
  store: Store,
  { q, cursor, around, limit, within }: EventPageQuery,
  signal?: AbortSignal,
): Promise<{ page: StorePage; edge: PageEdge | null } | { problem: Problem }> {
  const read = readEventQuery(q, Date.now(), store);
  if (!read.ok) {
    const { code, message, errors, query } = read.error;
    return { problem: problem(code, message, { errors, query }) };
  }
  const { matcher } = read.value;
  const search = { words: [], ...(matcher && { matcher }), ...(signal && { signal }) };
  if (around !== undefined) {
    if (cursor !== undefined)
      return { problem: problem('query-invalid', 'Give cursor or around, not both.') };
    const event = await store.listItem(around);
    if (!event) return { problem: problem('not-found', `There is no event ${around}.`) };
    return { page: await pageAround(store, search, event, limit), edge: null };
  }
  const size = { limit, ...(within !== undefined && { within }) };
  if (cursor === undefined) return { page: await store.page({ ...search, ...size }), edge: null };
  const edge = readCursor(q, cursor);
  if (!edge) {
    return {
      problem: problem('cursor-invalid', 'This cursor belongs to another query. Start again without cursor.'),
    };
  }
  return { page: await store.page({ ...search, ...size, ...edge }), edge };
}

/** The event in the middle; near the beginning or end the other side fills the page. */
async function pageAround(
  store: Store,
  search: Search,
  event: EventListItem,
  limit: number,
): Promise<StorePage> {
  const newer = await store.page({ ...search, after: event.seq, limit });
  const older = await store.page({ ...search, before: event.seq + 1, limit });
  const half = Math.floor(limit / 2);
  const above = Math.min(newer.items.length, Math.max(half, limit - older.items.length));
  // The event itself is the first of `older`; one place at least is its.
  const shownAbove = newer.items.slice(newer.items.length - Math.min(above, limit - 1));
  const shownBelow = older.items.slice(0, limit - shownAbove.length);
  return {
    items: [...shownAbove, ...shownBelow],
    hasNewer: newer.hasNewer || shownAbove.length < newer.items.length,
    hasOlder: older.hasOlder || shownBelow.length < older.items.length,
    total: older.total,
    totalIsExact: older.totalIsExact,
  };
}

/** A page that deletion emptied still leads back to where it came from. */
function olderEdge(items: readonly EventListItem[], edge: PageEdge | null): PageEdge | null {
  const last = items.at(-1);
  if (last) return { before: last.seq };
  return edge && 'after' in edge ? { before: edge.after + 1 } : null;
}

function newerEdge(items: readonly EventListItem[], edge: PageEdge | null): PageEdge | null {
  const [first] = items;
  if (first) return { after: first.seq };
  return edge && 'before' in edge ? { after: Math.max(0, edge.before - 1) } : null;
}
