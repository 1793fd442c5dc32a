import type { EventId, EventListItem, EventPage, StreamChange } from '@hooktap/protocol';

/** At most so many pages are kept; of what is scrolled past only its number of rows. */
const KEPT_PAGES = 8;
/** Arrivals held back beyond this are had by loading afresh. */
const HELD_AT_MOST = 500;
/** Changes kept for a snapshot that was taken before them but comes after. */
const RECENT_CHANGES = 300;

export type ListPage = Pick<EventPage, 'items' | 'nextCursor' | 'prevCursor'>;

/** The list as this screen holds it: a window of pages over the server's, and what came in since. */
export interface EventsState {
  readonly q: string;
  /** Of the last snapshot or change taken in; nothing up to it is applied again. */
  readonly seq: number;
  readonly loaded: boolean;
  readonly pages: readonly ListPage[];
  /** Rows above the window that were let go. */
  readonly firstIndex: number;
  readonly total: number;
  readonly totalIsExact: boolean;
  /** While true, arrivals wait in `arrivals` and no row moves. */
  readonly holding: boolean;
  readonly arrivals: readonly EventListItem[];
  readonly unread: ReadonlySet<EventId>;
  /** Whose latest delivery seen on the stream was a replay. */
  readonly replayed: ReadonlySet<EventId>;
  /** Something came that only the server can match against `q`. */
  readonly headIsStale: boolean;
  readonly recent: readonly StreamChange[];
}

export type EventsAction =
  | { readonly type: 'query'; readonly q: string }
  | { readonly type: 'snapshot'; readonly q: string; readonly page: EventPage }
  | { readonly type: 'older' | 'newer' | 'head'; readonly q: string; readonly page: EventPage }
  | { readonly type: 'changes'; readonly changes: readonly StreamChange[] }
  | { readonly type: 'hold'; readonly holding: boolean }
  | { readonly type: 'show-arrivals' }
  | { readonly type: 'read'; readonly id: EventId };

export const noEvents: EventsState = {
  q: '',
  seq: 0,
  loaded: false,
  pages: [],
  firstIndex: 0,
  total: 0,
  totalIsExact: true,
  holding: false,
  arrivals: [],
  unread: new Set(),
  replayed: new Set(),
  headIsStale: false,
  recent: [],
};

const toListPage = ({ items, nextCursor, prevCursor }: EventPage): ListPage => ({
  items,
  nextCursor,
  prevCursor,
});

function holds(state: EventsState, id: EventId): boolean {
  const has = (item: EventListItem) => item.id === id;
  return state.arrivals.some(has) || state.pages.some((page) => page.items.some(has));
}

/** Puts newest-first `items` above the first row, or keeps them waiting. */
function takeIn(state: EventsState, items: readonly EventListItem[]): EventsState {
  const fresh = items.filter((item) => !holds(state, item.id));
  if (fresh.length === 0) return state;
  if (state.holding || state.firstIndex > 0) {
    return { ...state, arrivals: [...fresh, ...state.arrivals].slice(0, HELD_AT_MOST) };
  }
  const [first, ...others] = state.pages;
  const top = first ?? { items: [], nextCursor: null, prevCursor: null };
  return { ...state, pages: [{ ...top, items: [...fresh, ...top.items] }, ...others] };
}

function replace(state: EventsState, event: EventListItem): EventsState {
  const swap = (items: readonly EventListItem[]) =>
    items.map((item) => (item.id === event.id ? event : item));
  return {
    ...state,
    pages: state.pages.map((page) =>
      page.items.some((item) => item.id === event.id) ? { ...page, items: swap(page.items) } : page,
    ),
    arrivals: swap(state.arrivals),
  };
}

function remove(state: EventsState, ids: ReadonlySet<string>): EventsState {
  const kept = (items: readonly EventListItem[]) => items.filter((item) => !ids.has(item.id));
  const pages = state.pages.map((page) => ({ ...page, items: kept(page.items) }));
  const arrivals = kept(state.arrivals);
  const rows = (list: readonly ListPage[]) => list.reduce((sum, page) => sum + page.items.length, 0);
  const gone = rows(state.pages) - rows(pages) + state.arrivals.length - arrivals.length;
  return { ...state, pages, arrivals, total: Math.max(0, state.total - gone) };
}

function withChange(state: EventsState, change: StreamChange): EventsState {
  if (change.seq <= state.seq) return state;
  const next = { ...state, seq: change.seq };
  switch (change.type) {
    case 'event.captured': {
      if (state.q !== '') return { ...next, headIsStale: true };
      if (holds(state, change.event.id)) return next;
      const unread = new Set(state.unread).add(change.event.id);
      return takeIn({ ...next, unread, total: state.total + 1 }, [change.event]);
    }
    case 'event.updated':
      return holds(state, change.event.id) ? replace(next, change.event) : next;
    case 'event.deleted':
      return remove(next, new Set<string>(change.ids));
    case 'delivery.updated': {
      if (change.delivery.cause !== 'replay' || state.replayed.has(change.delivery.eventId)) return next;
      return { ...next, replayed: new Set(state.replayed).add(change.delivery.eventId) };
    }
    default:
      return next;
  }
}

function withSnapshot(state: EventsState, page: EventPage): EventsState {
  const fresh: EventsState = {
    ...state,
    seq: page.seq,
    loaded: true,
    pages: [toListPage(page)],
    firstIndex: 0,
    total: page.total,
    totalIsExact: page.totalIsExact,
    arrivals: [],
    headIsStale: false,
  };
  return state.recent.reduce(withChange, fresh);
}

function withOlder(state: EventsState, page: EventPage): EventsState {
  const pages = [
    ...state.pages,
    { ...toListPage(page), items: page.items.filter((i) => !holds(state, i.id)) },
  ];
  const dropped = pages.slice(0, Math.max(0, pages.length - KEPT_PAGES));
  const rows = dropped.reduce((sum, { items }) => sum + items.length, 0);
  return { ...state, pages: pages.slice(dropped.length), firstIndex: state.firstIndex + rows };
}

function withNewer(state: EventsState, page: EventPage): EventsState {
  const added = page.items.filter((item) => !holds(state, item.id));
  const pages = [{ ...toListPage(page), items: added }, ...state.pages].slice(0, KEPT_PAGES);
  const atTop = page.prevCursor === null;
  return { ...state, pages, firstIndex: atTop ? 0 : Math.max(1, state.firstIndex - added.length) };
}

function withHead(state: EventsState, page: EventPage): EventsState {
  const newest = (state.arrivals[0] ?? state.pages[0]?.items[0])?.seq ?? 0;
  const arrived = page.items.filter((item) => item.seq > newest);
  const unread = new Set(state.unread);
  for (const item of arrived) unread.add(item.id);
  const counted = {
    ...state,
    headIsStale: false,
    total: page.total,
    totalIsExact: page.totalIsExact,
    unread,
  };
  return takeIn(counted, arrived);
}

export function eventsReducer(state: EventsState, action: EventsAction): EventsState {
  switch (action.type) {
    case 'query':
      return action.q === state.q ? state : { ...state, q: action.q, loaded: false };
    case 'snapshot':
      return action.q === state.q ? withSnapshot(state, action.page) : state;
    case 'older':
      return action.q === state.q ? withOlder(state, action.page) : state;
    case 'newer':
      return action.q === state.q ? withNewer(state, action.page) : state;
    case 'head':
      return action.q === state.q ? withHead(state, action.page) : state;
    case 'changes': {
      const recent = [...state.recent, ...action.changes].slice(-RECENT_CHANGES);
      return action.changes.reduce(withChange, { ...state, recent });
    }
    case 'hold': {
      if (action.holding === state.holding) return state;
      return { ...state, holding: action.holding };
    }
    case 'show-arrivals':
      return takeIn({ ...state, holding: false, arrivals: [] }, state.arrivals);
    case 'read': {
      if (!state.unread.has(action.id)) return state;
      const unread = new Set(state.unread);
      unread.delete(action.id);
      return { ...state, unread };
    }
  }
}
