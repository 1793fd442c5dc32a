import type { DeliveryStatus } from '@hooktap/protocol';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import { problemOf, useHooktap } from '../connection/hooktap.ts';
import { problemWords } from '../connection/problem-words.ts';
import { parts } from '../messages/parts/en.ts';
import { useT } from '../messages/use-t.ts';
import { useStreamChanges } from '../state/stream-changes.ts';
import { concernsLog, type DeliveryLogState, deliveryLog, emptyLog } from './delivery-log.ts';
import { useAgain } from './use-again.ts';

const PAGE = 200;
/** The first page is read anew at most this often while deliveries are changing. */
const AGAIN_MS = 1000;

export interface DeliveryLog {
  readonly log: DeliveryLogState;
  /** What the API says against the query. */
  readonly problem: ReactNode;
  readonly loadOlder: () => void;
  readonly hold: (holding: boolean) => void;
}

/** The log of what a query finds, paged, and kept up to date by the stream. */
export function useDeliveryLog(q: string, status: DeliveryStatus | null): DeliveryLog {
  const t = useT();
  const hooktap = useHooktap();
  const key = `${status ?? ''} ${q}`;
  const [state, dispatch] = useReducer(deliveryLog, emptyLog);
  const [isPaging, setIsPaging] = useState(false);
  const asked = useMemo(() => ({ q, limit: PAGE, ...(status !== null && { status }) }), [q, status]);
  const { data, error, refetch } = useQuery({
    queryKey: ['deliveries', key],
    queryFn: () => hooktap.deliveries(asked),
    gcTime: 0,
    retry: (times, failure) => problemOf(failure)?.status !== 400 && times < 3,
  });
  useEffect(() => dispatch({ type: 'ask', key, status }), [key, status]);
  useEffect(() => {
    if (data) dispatch({ type: 'head', key, page: data });
  }, [data, key]);
  const again = useAgain(() => void refetch(), AGAIN_MS);
  useStreamChanges((changes) => {
    dispatch({ type: 'changes', changes });
    if (changes.some(concernsLog)) again();
  });
  const loadOlder = async () => {
    if (isPaging || state.nextCursor === null || state.key !== key) return;
    setIsPaging(true);
    try {
      dispatch({
        type: 'older',
        key,
        page: await hooktap.deliveries({ ...asked, cursor: state.nextCursor }),
      });
    } catch {
      // Scrolling on asks again.
    } finally {
      setIsPaging(false);
    }
  };
  return {
    log: state.key === key ? state : { ...emptyLog, totals: state.totals },
    problem: error ? problemWords(error, t(parts.noAnswer)) : null,
    loadOlder: () => void loadOlder(),
    hold: useCallback((holding: boolean) => dispatch({ type: 'hold', holding }), []),
  };
}
