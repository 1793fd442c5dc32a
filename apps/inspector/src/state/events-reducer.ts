import type { EventPage, StreamChange } from '@hooktap/protocol';
import { withChanges } from './event-changes.ts';
import { KEPT_PAGES, takeIn, toListPage, withNewer, withOlder } from './event-window.ts';
import type { EventsState } from './events-state.ts';

/** More than this, and what came since a snapshot was asked for is had by asking for another. */
const SINCE_ASKED_AT_MOST = 10_000;

export type EventsAction =
  | { readonly type: 'query'; readonly q: string }
  /** A snapshot is asked for, or will not come. */
  | { readonly type: 'asking'; readonly asking: boolean }
  | { readonly type: 'snapshot'; readonly q: string; readonly page: EventPage }
  | { readonly type: 'older'; readonly q: string; readonly page: EventPage; readonly kept?: number }
  | { readonly type: 'newer' | 'head'; readonly q: string; readonly page: EventPage }
  | { readonly type: 'changes'; readonly changes: readonly StreamChange[] }
  | { readonly type: 'hold'; readonly holding: boolean }
  | { readonly type: 'show-arrivals' };

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
    hasGap: (state.sinceAsked?.length ?? 0) > SINCE_ASKED_AT_MOST,
    staleSince: null,
    // The whole that follows a part was taken no later than it.
    sinceAsked: page.partial ? state.sinceAsked : null,
  };
  // It was taken before them, though it comes after.
  return withChanges(fresh, state.sinceAsked ?? []);
}

function withHead(state: EventsState, page: EventPage): EventsState {
  const newest = (state.arrivals[0] ?? state.pages[0]?.items[0])?.seq ?? 0;
  const arrived = page.items.filter((item) => item.seq > newest);
  const { total, totalIsExact } = page;
  // All of the page is new: what came before it may be missing here.
  const isCut = newest > 0 && arrived.length === page.items.length && page.nextCursor !== null;
  const hasGap = state.hasGap || isCut;
  // What came or went after it was taken waits for the next one.
  const staleSince = state.lastToWeigh > page.seq ? state.lastToWeigh : null;
  const counted = { ...state, staleSince, total, totalIsExact, hasGap };
  return takeIn(counted, arrived);
}

export function eventsReducer(state: EventsState, action: EventsAction): EventsState {
  switch (action.type) {
    case 'query':
      return action.q === state.q ? state : { ...state, q: action.q, loaded: false };
    case 'asking':
      return { ...state, sinceAsked: action.asking ? [] : null };
    case 'snapshot':
      return action.q === state.q ? withSnapshot(state, action.page) : state;
    case 'older':
      return action.q === state.q ? withOlder(state, action.page, action.kept ?? KEPT_PAGES) : state;
    case 'newer':
      return action.q === state.q ? withNewer(state, action.page) : state;
    case 'head':
      return action.q === state.q ? withHead(state, action.page) : state;
    case 'changes': {
      const next = withChanges(state, action.changes);
      if (next.sinceAsked === null || next.sinceAsked.length > SINCE_ASKED_AT_MOST) return next;
      return { ...next, sinceAsked: [...next.sinceAsked, ...action.changes] };
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
