import type { EventId, EventListItem, EventPage, StreamChange } from '@hooktap/protocol';

export interface ListPage extends Pick<EventPage, 'nextCursor' | 'prevCursor'> {
  readonly items: readonly EventListItem[];
}

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
  /** More came than is kept here, or deleted ones came back: some rows are missing until it is loaded afresh. */
  readonly hasGap: boolean;
  /** Whose latest delivery seen on the stream was a replay. */
  readonly replayed: ReadonlySet<EventId>;
  /** Number of the first change that only the server can hold against `q`; null while none waits for that. */
  readonly staleSince: number | null;
  /** Of the last one. */
  readonly lastToWeigh: number;
  /** What came since a snapshot was asked for that is not there yet; null while none is awaited. */
  readonly sinceAsked: readonly StreamChange[] | null;
}

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
  hasGap: false,
  replayed: new Set(),
  staleSince: null,
  lastToWeigh: 0,
  sinceAsked: null,
};
