import type { EventId, EventListItem } from '@hooktap/protocol';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useHooktap } from '../connection/hooktap.ts';
import { isOpened } from './opened-events.ts';
import { useFollowed } from './use-followed.ts';

export const openedKey = ['opened'] as const;
export const unreadQuery = 'is:unread';
/** Walking through the list tells of all that was passed at once. */
const TOGETHER_MS = 250;

interface OpenedEvents {
  readonly isUnread: (event: Pick<EventListItem, 'id' | 'seq'>) => boolean;
  /** How many, or at least how many; undefined until it is known. */
  readonly unread: { readonly total: number; readonly isExact: boolean } | undefined;
  readonly open: (id: EventId) => void;
  /** All with this number or a lower one. */
  readonly openAll: (upTo: number) => void;
}

const OpenedContext = createContext<OpenedEvents>({
  isUnread: () => false,
  unread: undefined,
  open: () => undefined,
  openAll: () => undefined,
});

/** Which events a person has not opened yet, on any screen of this data directory. */
export const useOpened = (): OpenedEvents => useContext(OpenedContext);

export function OpenedProvider({ children }: { readonly children: ReactNode }) {
  const hooktap = useHooktap();
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: openedKey,
    queryFn: ({ signal }) => hooktap.opened(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const unread = useFollowed({
    key: ['unread'],
    ask: async (signal) => {
      const {
        total,
        totalIsExact: isExact,
        seq,
      } = await hooktap.events({ q: unreadQuery, limit: 1 }, signal);
      return { value: { total, isExact }, seq, isWhole: isExact };
    },
    follows: ({ type }) => /^(event\.(captured|deleted|restored)|opened\.changed)$/.test(type),
  });
  const [here, setHere] = useState<ReadonlySet<EventId>>(new Set());
  const waiting = useRef<EventId[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const ranges = data?.ranges;
  const value = useMemo<OpenedEvents>(() => {
    const note = async (request: Parameters<typeof hooktap.noteOpened>[0]) => {
      try {
        queries.setQueryData(openedKey, await hooktap.noteOpened(request));
      } catch {
        // Not noted: they are unread again when the list is loaded anew.
      }
    };
    return {
      unread,
      isUnread: ({ id, seq }) => ranges !== undefined && !here.has(id) && !isOpened(ranges, seq),
      open(id) {
        setHere((before) => (before.has(id) ? before : new Set(before).add(id)));
        waiting.current.push(id);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          const ids = waiting.current.splice(0, 1000);
          void note({ ids });
        }, TOGETHER_MS);
      },
      openAll: (upTo) => void note({ upTo }),
    };
  }, [ranges, here, unread, hooktap, queries]);
  return <OpenedContext value={value}>{children}</OpenedContext>;
}
