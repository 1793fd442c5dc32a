import type { Event, EventId, EventListItem } from '@hooktap/protocol';
import { useQuery } from '@tanstack/react-query';
import { problemOf, useHooktap } from '../connection/hooktap.ts';
import { useLive } from './Live.tsx';

export interface OpenEvent {
  readonly item: EventListItem | undefined;
  readonly event: Event | undefined;
  readonly isGone: boolean;
}

/** The open event: at once what the list has of it, soon all of it, though no loaded page may hold it. */
export function useEvent(id: EventId | null): OpenEvent {
  const hooktap = useHooktap();
  const { events } = useLive();
  const { data: event, error } = useQuery({
    queryKey: ['event', id],
    queryFn: () => hooktap.event(id as EventId),
    enabled: id !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: (times, failure) => problemOf(failure)?.status !== 404 && times < 3,
  });
  const listed = events.pages.flatMap((page) => page.items).find((item) => item.id === id);
  const item = listed ?? events.arrivals.find((arrival) => arrival.id === id) ?? event;
  return { item, event, isGone: problemOf(error)?.status === 404 && !item };
}
