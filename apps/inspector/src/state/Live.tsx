import type { EventPage } from '@hooktap/protocol';
import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type Dispatch,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useReducer,
  useState,
} from 'react';
import { PAGE } from '../connection/connection.ts';
import { useHooktap } from '../connection/hooktap.ts';
import type { AskedEarly } from './asked-early.ts';
import { type EventsAction, eventsReducer } from './events-reducer.ts';
import { type EventsState, noEvents } from './events-state.ts';
import { drawnAtOnce, useFirstPage } from './use-first-page.ts';
import { type Link, useStream } from './use-stream.ts';

const LONGEST_LIST = 3000;

interface Live {
  readonly events: EventsState;
  readonly dispatch: Dispatch<EventsAction>;
  readonly link: Link;
  /** Loads the list afresh. */
  readonly reload: () => void;
  /** `all`: what was loaded before is kept, also above. */
  readonly loadOlder: (keep?: 'all') => void;
  readonly loadNewer: () => void;
  /** It is searched on: there may be more than stands in the list. */
  readonly isPartial: boolean;
  readonly queryProblem: ReactNode;
  /** Connects anew without waiting. */
  readonly tryNow: () => void;
}

const LiveContext = createContext<Live | null>(null);

const HasListContext = createContext(false);

/** Whether the list of what is searched for is there: what only goes with it waits for it. */
export const useHasList = (): boolean => useContext(HasListContext);

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error('useLive outside of LiveProvider');
  return live;
}

interface LiveProviderProps {
  readonly q: string;
  readonly firstPage: AskedEarly<EventPage>;
  readonly children: ReactNode;
}

export function LiveProvider({ q, firstPage, children }: LiveProviderProps) {
  const hooktap = useHooktap();
  const queries = useQueryClient();
  const [events, dispatch] = useReducer(eventsReducer, { ...noEvents, q }, (empty) => {
    const page = drawnAtOnce(firstPage, q);
    return page ? eventsReducer(empty, { type: 'snapshot', q, page }) : empty;
  });
  const [round, setRound] = useState(0);
  const [paging, setPaging] = useState(false);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  const { link, setLink, tryNow } = useStream({
    started: events.loaded,
    after: events.seq,
    dispatch,
    reload,
  });

  useEffect(() => dispatch({ type: 'query', q }), [q]);

  const { queryProblem, isPartial } = useFirstPage({ q, round, firstPage, dispatch, setLink });

  useEffect(() => {
    if (events.staleSince === null || events.q !== q) return;
    const over = new AbortController();
    const ask = async () => {
      try {
        const page = await hooktap.events({ q, limit: PAGE }, over.signal);
        if (!over.signal.aborted) dispatch({ type: 'head', q, page });
      } catch {
        // The stream tells of a lost connection; arrivals that come meanwhile do not begin this anew.
        if (!over.signal.aborted) later = setTimeout(ask, 2000);
      }
    };
    let later = setTimeout(ask, 400);
    return () => {
      over.abort();
      clearTimeout(later);
    };
  }, [events.staleSince, events.q, q, hooktap]);

  const isAsking = events.sinceAsked !== null;
  const rows = events.pages.reduce((sum, page) => sum + page.items.length, 0);
  useEffect(() => {
    // One at a time: where much comes, the next would be asked for before this one is there.
    if (events.firstIndex > 0 || events.holding || isAsking) return;
    if (rows > LONGEST_LIST || events.hasGap) reload();
  }, [events.firstIndex, events.holding, events.hasGap, isAsking, rows, reload]);

  const page = useCallback(
    async (type: 'older' | 'newer', cursor: string | null | undefined, keep?: 'all') => {
      if (!cursor || paging || events.q !== q) return;
      setPaging(true);
      try {
        const next = await queries.fetchQuery({
          queryKey: ['events', q, cursor],
          queryFn: () => hooktap.events({ q, limit: PAGE, cursor }),
          gcTime: 0,
        });
        if (type === 'newer') dispatch({ type, q, page: next });
        else dispatch({ type, q, page: next, ...(keep && { kept: Number.POSITIVE_INFINITY }) });
      } catch {
        // Scrolling on asks again.
      } finally {
        setPaging(false);
      }
    },
    [paging, events.q, q, queries, hooktap],
  );
  const olderCursor = events.pages.at(-1)?.nextCursor;
  const newerCursor = events.pages[0]?.prevCursor;
  const live = useMemo<Live>(
    () => ({
      events,
      dispatch,
      link,
      reload,
      loadOlder: (keep) => void page('older', olderCursor, keep),
      loadNewer: () => void page('newer', newerCursor),
      isPartial,
      queryProblem,
      tryNow,
    }),
    [events, link, reload, page, olderCursor, newerCursor, isPartial, queryProblem, tryNow],
  );
  return (
    <LiveContext value={live}>
      <HasListContext value={events.loaded && events.q === q && !isPartial}>{children}</HasListContext>
    </LiveContext>
  );
}
