import type { EventId, EventListItem, StreamChange, Thread, Threads } from '@hooktap/protocol';
import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useHooktap } from '../connection/hooktap.ts';
import { useStreamChanges } from '../state/stream-changes.ts';

const eventOf = (change: StreamChange): EventListItem | null =>
  change.type === 'event.captured' || change.type === 'event.updated' ? change.event : null;

const comeOrGone = ({ type }: StreamChange): boolean => type === 'event.deleted' || type === 'event.restored';

/** The events about the same message or conversation, followed as more of it comes. */
export function useThread(id: EventId | null, keys: readonly string[]): UseQueryResult<Thread> {
  const hooktap = useHooktap();
  const queries = useQueryClient();
  useStreamChanges((changes) => {
    const known = new Set(queries.getQueryData<Thread>(['thread', id])?.keys ?? keys);
    const concerns = changes.some(
      (change) => comeOrGone(change) || eventOf(change)?.threadKeys?.some((key) => known.has(key)),
    );
    if (concerns) void queries.invalidateQueries({ queryKey: ['thread', id] });
  });
  return useQuery({
    queryKey: ['thread', id],
    queryFn: ({ signal }) => hooktap.thread(id as EventId, signal),
    enabled: id !== null,
  });
}

/** Messages and conversations among the newest events that a query finds. */
export function useThreads(q: string): UseQueryResult<Threads> {
  const hooktap = useHooktap();
  const queries = useQueryClient();
  useStreamChanges((changes) => {
    if (changes.some((change) => eventOf(change)?.threadKeys?.length || comeOrGone(change)))
      void queries.invalidateQueries({ queryKey: ['threads'] });
  });
  return useQuery({
    queryKey: ['threads', q],
    queryFn: ({ signal }) => hooktap.threads({ q, limit: 100 }, signal),
    placeholderData: keepPreviousData,
    retry: false,
  });
}
