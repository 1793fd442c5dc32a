import type { EventPage } from '@hooktap/protocol';
import { type Dispatch, type ReactNode, type SetStateAction, useEffect, useRef, useState } from 'react';
import { PAGE, SOON } from '../connection/connection.ts';
import { isRefusal, problemOf, useHooktap } from '../connection/hooktap.ts';
import { problemWords } from '../connection/problem-words.ts';
import type { AskedEarly } from './asked-early.ts';
import type { EventsAction } from './events-reducer.ts';
import type { Link } from './use-stream.ts';

/** Of a search that cannot be asked. */
const noPage: Omit<EventPage, 'seq'> = {
  items: [],
  nextCursor: null,
  prevCursor: null,
  total: 0,
  totalIsExact: true,
};

/** The page that the first drawing shows already. */
export function drawnAtOnce(firstPage: AskedEarly<EventPage>, q: string): EventPage | null {
  const page = firstPage.here(q);
  return page?.partial ? null : page;
}

interface FirstPageOptions {
  readonly q: string;
  /** Each is loaded once. */
  readonly round: number;
  readonly firstPage: AskedEarly<EventPage>;
  readonly dispatch: Dispatch<EventsAction>;
  readonly setLink: Dispatch<SetStateAction<Link>>;
}

/** Loads the first page of what is searched: what is found soon, then all; anew until it is there. */
export function useFirstPage({ q, round, firstPage, dispatch, setLink }: FirstPageOptions) {
  const hooktap = useHooktap();
  const [queryProblem, setQueryProblem] = useState<ReactNode>(null);
  const [isPartial, setPartial] = useState(false);
  const isDrawn = useRef(drawnAtOnce(firstPage, q) !== null);
  const hasList = useRef(isDrawn.current);

  useEffect(() => {
    let retry: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    // A search that was typed over would go on being looked for, in the way of the next.
    const ending = new AbortController();
    if (isDrawn.current) {
      isDrawn.current = false;
      if (firstPage.take(q)) return;
    }
    const readFirst = async () => {
      try {
        return {
          page: await (firstPage.take(q) ?? hooktap.events({ q, limit: PAGE, within: SOON }, ending.signal)),
          fault: null,
        };
      } catch (error) {
        const problem = problemOf(error);
        if (problem?.status !== 400) throw error;
        // What stood in the list stays; where nothing did, nothing is found, and the stream begins all the same.
        const page = hasList.current ? null : { ...noPage, seq: (await hooktap.events({ limit: 1 })).seq };
        return { page, fault: problemWords(problem, '') };
      }
    };
    /** Shows what was found so far, and then all. */
    const searchOn = async (begun: EventPage) => {
      setPartial(true);
      // Without a cursor: nobody scrolls on into what is being searched.
      if (begun.items.length > 0) dispatch({ type: 'snapshot', q, page: { ...begun, nextCursor: null } });
      const cursor = begun.nextCursor ?? '';
      const rest = await hooktap.events({ q, limit: PAGE, cursor }, ending.signal);
      if (over) return;
      // What came since is told of by the stream, also what the rest holds already.
      const page = { ...rest, items: [...begun.items, ...rest.items], prevCursor: null, seq: begun.seq };
      dispatch({ type: 'snapshot', q, page });
      setPartial(false);
    };
    const load = async () => {
      try {
        dispatch({ type: 'asking', asking: true });
        const { page, fault } = await readFirst();
        if (over) return;
        setQueryProblem(fault);
        if (!page) return dispatch({ type: 'asking', asking: false });
        dispatch({ type: 'query', q });
        if (page.partial) await searchOn(page);
        else dispatch({ type: 'snapshot', q, page });
        hasList.current ||= fault === null;
      } catch (error) {
        if (over) return;
        if (isRefusal(error)) return setLink({ state: 'refused' });
        const problem = problemOf(error);
        retry = setTimeout(load, 2000);
        // It answers, though it cannot search: what stands in the list stays, and the box says so.
        if (problem && problem.status >= 500) return setQueryProblem(problemWords(problem, ''));
        setLink((before) => (before.state === 'lost' ? before : { state: 'lost', since: Date.now() }));
      }
    };
    void load();
    return () => {
      over = true;
      setPartial(false);
      ending.abort();
      clearTimeout(retry);
    };
  }, [hooktap, firstPage, q, round, dispatch, setLink]);

  return { queryProblem, isPartial };
}
