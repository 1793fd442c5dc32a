import type { StreamChange } from '@hooktap/protocol';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useHasList } from './Live.tsx';
import { useStreamChanges } from './stream-changes.ts';

/** After the first of several changes; and at least so long between two questions. */
const SOON_MS = 250;
const APART_MS = 1500;
/** A question that is slow to answer is asked the more seldom: at most a tenth of the time goes into it. */
const SHARE = 10;

interface Followed<T> {
  readonly key: readonly unknown[];
  readonly ask: (signal: AbortSignal) => Promise<T>;
  /** Which changes of the stream may change the answer. */
  readonly follows: (change: StreamChange) => boolean;
  readonly enabled?: boolean;
}

/** What only the server can count, asked once the list is there, and again as the stream tells of changes, though never often. */
export function useFollowed<T>({ key, ask, follows, enabled: isWanted = true }: Followed<T>): T | undefined {
  const enabled = useHasList() && isWanted;
  const queries = useQueryClient();
  const asked = useRef({ at: 0, took: 0 });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const { data } = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const before = performance.now();
      try {
        return await ask(signal);
      } finally {
        const now = performance.now();
        asked.current = { at: now, took: now - before };
      }
    },
    enabled,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    // Times such as the last hour go by without any change.
    refetchInterval: 60_000,
  });
  const live = useRef(key);
  live.current = key;
  useStreamChanges((changes) => {
    if (!enabled || timer.current !== undefined || !changes.some(follows)) return;
    const { at, took } = asked.current;
    const wait = at + Math.max(APART_MS, SHARE * took) - performance.now();
    timer.current = setTimeout(
      () => {
        timer.current = undefined;
        void queries.invalidateQueries({ queryKey: live.current });
      },
      Math.max(SOON_MS, wait),
    );
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return data;
}
