import type { EventId, EventListItem, EventPage, StreamChange } from '@hooktap/protocol';

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
  /** More came than is kept here: between the arrivals and the rows some are missing until it is loaded afresh. */
  readonly hasGap: boolean;
  /** Whose latest delivery seen on the stream was a replay. */
  readonly replayed: ReadonlySet<EventId>;
  /** Something came that only the server can match against `q`. */
  readonly headIsStale: boolean;
  readonly recent: readonly StreamChange[];
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
  headIsStale: false,
  recent: [],
};
