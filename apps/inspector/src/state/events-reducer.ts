import type { EventPage, StreamChange } from '@hooktap/protocol';
import {
  holds,
  KEPT_PAGES,
  remove,
  replace,
  takeIn,
  toListPage,
  withNewer,
  withOlder,
} from './event-window.ts';
import type { EventsState } from './events-state.ts';

/** Changes kept for a snapshot that was taken before them but comes after. */
const RECENT_CHANGES = 300;

export type EventsAction =
  | { readonly type: 'query'; readonly q: string }
  | { readonly type: 'snapshot'; readonly q: string; readonly page: EventPage }
  | { readonly type: 'older'; readonly q: string; readonly page: EventPage; readonly kept?: number }
  | { readonly type: 'newer' | 'head'; readonly q: string; readonly page: EventPage }
  | { readonly type: 'changes'; readonly changes: readonly StreamChange[] }
  | { readonly type: 'hold'; readonly holding: boolean }
  | { readonly type: 'show-arrivals' };

function withChange(state: EventsState, change: StreamChange): EventsState {
  if (change.seq <= state.seq) return state;
  const next = { ...state, seq: change.seq };
  switch (change.type) {
    case 'event.captured': {
      if (state.q !== '') return { ...next, headIsStale: true };
      if (holds(state, change.event.id)) return next;
      return takeIn({ ...next, total: state.total + 1 }, [change.event]);
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
    hasGap: false,
    headIsStale: false,
  };
  return state.recent.reduce(withChange, fresh);
}

function withHead(state: EventsState, page: EventPage): EventsState {
  const newest = (state.arrivals[0] ?? state.pages[0]?.items[0])?.seq ?? 0;
  const arrived = page.items.filter((item) => item.seq > newest);
  const { total, totalIsExact } = page;
  // All of the page is new: what came before it may be missing here.
  const isCut = newest > 0 && arrived.length === page.items.length && page.nextCursor !== null;
  const hasGap = state.hasGap || isCut;
  const counted = { ...state, headIsStale: false, total, totalIsExact, hasGap };
  return takeIn(counted, arrived);
}

export function eventsReducer(state: EventsState, action: EventsAction): EventsState {
  switch (action.type) {
    case 'query':
      return action.q === state.q ? state : { ...state, q: action.q, loaded: false };
    case 'snapshot':
      return action.q === state.q ? withSnapshot(state, action.page) : state;
    case 'older':
      return action.q === state.q ? withOlder(state, action.page, action.kept ?? KEPT_PAGES) : state;
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
      // With a gap they wait until all is loaded afresh.
      if (state.hasGap) return { ...state, holding: false };
      return takeIn({ ...state, holding: false, arrivals: [] }, state.arrivals);
  }
}
