import type { Seq, StreamChange } from '@hooktap/protocol';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { AskingPace } from './asking-pace.ts';
import { useHasList } from './Live.tsx';
import { useStreamChanges } from './stream-changes.ts';

/** What was counted, and the last change that is in it. */
export interface Counted<T> {
  readonly value: T;
  readonly seq: Seq;
  /** Else there was no time to count all of it; a busy machine may have it a moment later. */
  readonly isWhole: boolean;
}

/** So often is asked again for the whole, until something changes. */
const TRIES = 2;

interface Followed<T> {
  readonly key: readonly unknown[];
  readonly ask: (signal: AbortSignal) => Promise<Counted<T>>;
  /** Which changes of the stream may change the answer. */
  readonly follows: (change: StreamChange) => boolean;
  readonly enabled?: boolean;
}

/**
 * What only the server can count, asked once the list is there, and again as long as the answer lacks a change that the
 * stream told of, though never often: also where that came while nothing could be asked.
 */
export function useFollowed<T>({ key, ask, follows, enabled: isWanted = true }: Followed<T>): T | undefined {
  const enabled = useHasList() && isWanted;
  const queries = useQueryClient();
  const pace = useRef(new AskingPace());
  const newest = useRef(0);
  const tries = useRef({ of: '', count: 0 });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const { data, dataUpdatedAt, isPlaceholderData } = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const before = performance.now();
      try {
        return await ask(signal);
      } finally {
        const now = performance.now();
        pace.current.asked(now, now - before);
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
  const askAgain = useRef(() => {
    if (timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      // One that is under way is let come: it tells by its number what it lacks.
      void queries.invalidateQueries({ queryKey: live.current }, { cancelRefetch: false });
    }, pace.current.wait(performance.now()));
  });
  useStreamChanges((changes) => {
    const last = changes.findLast(follows);
    if (!last) return;
    newest.current = last.seq;
    tries.current.count = 0;
    if (enabled) askAgain.current();
  });
  useEffect(() => {
    if (!enabled || !data || isPlaceholderData) return;
    if (data.seq < newest.current) askAgain.current();
    else if (!data.isWhole) {
      const of = JSON.stringify(live.current);
      if (tries.current.of !== of) tries.current = { of, count: 0 };
      if (tries.current.count >= TRIES || timer.current !== undefined) return;
      tries.current.count += 1;
      askAgain.current();
    }
  }, [enabled, data, dataUpdatedAt, isPlaceholderData]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  return data?.value;
}
