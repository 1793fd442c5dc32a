import type {
  Attempt,
  DeliveryListItem,
  DeliveryPage,
  DeliveryStatus,
  StreamChange,
} from '@hooktap/protocol';
import { handlerMs } from '../delivery/handler-time.ts';

/** Changes kept for a page that was read before them but comes after. */
const RECENT_CHANGES = 300;

/** With more than so many, a list that is read at its top lets go of those further down. */
const LONGEST_LIST = 3000;

/** The delivery log as the screen has it, newest first. */
export interface DeliveryLogState {
  /** Query and status; pages of another are not for this list. */
  readonly key: string;
  readonly status: DeliveryStatus | null;
  readonly loaded: boolean;
  readonly items: readonly DeliveryListItem[];
  /** Newer than `items`, kept back while the reader's hand is on the list. */
  readonly arrivals: readonly DeliveryListItem[];
  readonly holding: boolean;
  readonly nextCursor: string | null;
  readonly total: number;
  readonly totalIsExact: boolean;
  readonly totals: DeliveryPage['totals'];
  readonly seq: number;
  readonly recent: readonly StreamChange[];
}

export type DeliveryLogAction =
  | { readonly type: 'ask'; readonly key: string; readonly status: DeliveryStatus | null }
  | { readonly type: 'head' | 'older'; readonly key: string; readonly page: DeliveryPage }
  | { readonly type: 'changes'; readonly changes: readonly StreamChange[] }
  | { readonly type: 'hold'; readonly holding: boolean };

export const emptyLog: DeliveryLogState = {
  key: '',
  status: null,
  loaded: false,
  items: [],
  arrivals: [],
  holding: false,
  nextCursor: null,
  total: 0,
  totalIsExact: true,
  totals: { pending: 0, retrying: 0, held: 0, succeeded: 0, failed: 0, cancelled: 0 },
  seq: 0,
  recent: [],
};

function settled(item: DeliveryListItem, { number, timing, outcome }: Attempt): DeliveryListItem {
  const { status } = item.digest;
  const digest = {
    status,
    attempts: Math.max(item.digest.attempts, number),
    tookMs: handlerMs(timing),
    ...(outcome.kind === 'responded'
      ? { lastStatusCode: outcome.statusCode }
      : { lastFailure: outcome.failure }),
  };
  return { ...item, digest };
}

function itemWithChange(item: DeliveryListItem, change: StreamChange): DeliveryListItem {
  if (change.type === 'attempt.settled' && change.deliveryId === item.id)
    return settled(item, change.attempt);
  if (change.type !== 'delivery.updated' || change.delivery.id !== item.id) return item;
  const { event, digest } = item;
  return { ...change.delivery, event, digest: { ...digest, status: change.delivery.status } };
}

function mapped(items: readonly DeliveryListItem[], change: StreamChange): readonly DeliveryListItem[] {
  const next = items.map((item) => itemWithChange(item, change));
  return next.every((item, index) => item === items[index]) ? items : next;
}

function withChange(state: DeliveryLogState, change: StreamChange): DeliveryLogState {
  if (change.seq <= state.seq) return state;
  const items = mapped(state.items, change);
  return { ...state, seq: change.seq, items, arrivals: mapped(state.arrivals, change) };
}

/** Newest first, each once. */
function merged(first: readonly DeliveryListItem[], second: readonly DeliveryListItem[]) {
  const known = new Set(first.map(({ id }) => id));
  return [...first, ...second.filter(({ id }) => !known.has(id))];
}

function withHead(state: DeliveryLogState, page: DeliveryPage): DeliveryLogState {
  const counted = {
    ...state,
    loaded: true,
    seq: page.seq,
    total: page.total,
    totalIsExact: page.totalIsExact,
    totals: page.totals,
  };
  const known = new Set(state.items.map(({ id }) => id));
  const overlaps = page.items.some(({ id }) => known.has(id));
  const [newest] = state.items;
  if (state.holding && newest) {
    const fresh = new Map(page.items.map((item) => [item.id, item]));
    return {
      ...counted,
      items: state.items.map((item) => fresh.get(item.id) ?? item),
      arrivals: page.items.filter(({ id }) => !known.has(id) && id > newest.id),
    };
  }
  const last = page.items.at(-1);
  // Without overlap there may be a gap between what is known and what has come.
  const isWhole = page.nextCursor === null || !overlaps || !last || state.items.length > LONGEST_LIST;
  const older = isWhole
    ? []
    : state.items.filter(({ id, status }) => id < last.id && (!state.status || status === state.status));
  const nextCursor = older.length > 0 ? state.nextCursor : page.nextCursor;
  return { ...counted, items: merged(page.items, older), arrivals: [], nextCursor };
}

/** One message or page after the other; nothing here asks for anything. */
export function deliveryLog(state: DeliveryLogState, action: DeliveryLogAction): DeliveryLogState {
  switch (action.type) {
    case 'ask': {
      if (action.key === state.key) return state;
      const { holding, recent, totals } = state;
      return { ...emptyLog, key: action.key, status: action.status, holding, recent, totals };
    }
    case 'head':
      if (action.key !== state.key) return state;
      return state.recent.reduce(withChange, withHead(state, action.page));
    case 'older': {
      if (action.key !== state.key) return state;
      const { items, nextCursor } = action.page;
      return { ...state, items: merged(state.items, items), nextCursor };
    }
    case 'changes': {
      const recent = [...state.recent, ...action.changes].slice(-RECENT_CHANGES);
      return action.changes.reduce(withChange, { ...state, recent });
    }
    case 'hold': {
      if (action.holding) return state.holding ? state : { ...state, holding: true };
      if (!state.holding && state.arrivals.length === 0) return state;
      return { ...state, holding: false, items: merged(state.arrivals, state.items), arrivals: [] };
    }
  }
}

/** Whether a change can have moved deliveries into the log, out of it, or between its totals. */
export const concernsLog = ({ type }: StreamChange): boolean =>
  type === 'delivery.updated' || type === 'event.deleted' || type === 'event.restored';
