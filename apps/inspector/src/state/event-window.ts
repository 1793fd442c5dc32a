import type { EventId, EventListItem, EventPage, Seq } from '@hooktap/protocol';
import type { EventsState, ListPage } from './events-state.ts';

/** Usually so many pages are kept; of what is scrolled past only its number of rows. */
export const KEPT_PAGES = 8;
/** Arrivals held back beyond this are had by loading afresh. */
const HELD_AT_MOST = 500;

export const toListPage = ({ items, nextCursor, prevCursor }: EventPage): ListPage => ({
  items,
  nextCursor,
  prevCursor,
});

/** Of the rows and of what waits above them. */
export function heldIds(state: EventsState): Set<EventId> {
  const ids = new Set(state.arrivals.map(({ id }) => id));
  for (const page of state.pages) for (const { id } of page.items) ids.add(id);
  return ids;
}

function withoutHeld(state: EventsState, items: readonly EventListItem[]): readonly EventListItem[] {
  if (items.length === 0) return items;
  const held = heldIds(state);
  return items.filter(({ id }) => !held.has(id));
}

/** Puts newest-first `items` above the first row, or keeps them waiting. */
export function takeIn(state: EventsState, items: readonly EventListItem[]): EventsState {
  const fresh = withoutHeld(state, items);
  if (fresh.length === 0) return state;
  if (state.holding || state.firstIndex > 0) {
    const arrivals = [...fresh, ...state.arrivals];
    const hasGap = state.hasGap || arrivals.length > HELD_AT_MOST;
    return { ...state, arrivals: arrivals.slice(0, HELD_AT_MOST), hasGap };
  }
  const [first, ...others] = state.pages;
  const top = first ?? { items: [], nextCursor: null, prevCursor: null };
  return { ...state, pages: [{ ...top, items: [...fresh, ...top.items] }, ...others] };
}

/** Puts these in the place of their rows. */
export function replace(state: EventsState, events: ReadonlyMap<EventId, EventListItem>): EventsState {
  if (events.size === 0) return state;
  const swap = (items: readonly EventListItem[]) =>
    items.some(({ id }) => events.has(id)) ? items.map((item) => events.get(item.id) ?? item) : items;
  const pages = state.pages.map((page) => {
    const items = swap(page.items);
    return items === page.items ? page : { ...page, items };
  });
  return { ...state, pages, arrivals: swap(state.arrivals) };
}

/**
 * Without those that change `seq` tells are gone, loaded or not: each of them is in the total of everything; of a search
 * only the server knows how many of those that are not loaded it found.
 */
export function remove(state: EventsState, ids: ReadonlySet<string>, seq: Seq): EventsState {
  const kept = (items: readonly EventListItem[]) => items.filter((item) => !ids.has(item.id));
  const pages = state.pages.map((page) => ({ ...page, items: kept(page.items) }));
  const arrivals = kept(state.arrivals);
  const rows = (list: readonly ListPage[]) => list.reduce((sum, page) => sum + page.items.length, 0);
  const loaded = rows(state.pages) - rows(pages) + state.arrivals.length - arrivals.length;
  const gone = state.q === '' ? ids.size : loaded;
  const left = { ...state, pages, arrivals, total: Math.max(0, state.total - gone) };
  return gone < ids.size ? toWeigh(left, seq) : left;
}

/** So many are back, somewhere between the rows: they show once the list is loaded afresh, when no hand is on it. */
export function restored(state: EventsState, count: number, seq: Seq): EventsState {
  const withGap = { ...state, hasGap: true };
  return state.q === '' ? { ...withGap, total: state.total + count } : toWeigh(withGap, seq);
}

/** What only the server can hold against the search waits to be asked for. */
export const toWeigh = (state: EventsState, seq: Seq): EventsState => ({
  ...state,
  staleSince: state.staleSince ?? seq,
  lastToWeigh: seq,
});

export function withOlder(state: EventsState, page: EventPage, kept: number): EventsState {
  const pages = [...state.pages, { ...toListPage(page), items: withoutHeld(state, page.items) }];
  const dropped = pages.slice(0, Math.max(0, pages.length - kept));
  const rows = dropped.reduce((sum, { items }) => sum + items.length, 0);
  return { ...state, pages: pages.slice(dropped.length), firstIndex: state.firstIndex + rows };
}

export function withNewer(state: EventsState, page: EventPage): EventsState {
  const added = withoutHeld(state, page.items);
  const pages = [{ ...toListPage(page), items: added }, ...state.pages].slice(0, KEPT_PAGES);
  const atTop = page.prevCursor === null;
  return { ...state, pages, firstIndex: atTop ? 0 : Math.max(1, state.firstIndex - added.length) };
}
