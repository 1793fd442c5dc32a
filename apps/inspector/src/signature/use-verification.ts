import type { Event, EventId, EventVerification } from '@hooktap/protocol';
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useHooktap } from '../connection/hooktap.ts';
import { useStreamChanges } from '../state/stream-changes.ts';

const keyOf = (id: EventId) => ['verification', id] as const;

/** The signature of an event step by step; asked anew when its deliveries, its reading or a secret changed. */
export function useVerification({ id }: Pick<Event, 'id'>): UseQueryResult<EventVerification> {
  const hooktap = useHooktap();
  const queries = useQueryClient();
  useStreamChanges((changes) => {
    const concerns = changes.some(
      (change) =>
        change.type === 'endpoint.changed' ||
        change.type === 'endpoint.removed' ||
        (change.type === 'event.updated' && change.event.id === id) ||
        (change.type === 'attempt.settled' && change.eventId === id),
    );
    if (concerns) void queries.invalidateQueries({ queryKey: keyOf(id) });
  });
  return useQuery({ queryKey: keyOf(id), queryFn: ({ signal }) => hooktap.verification(id, signal) });
}
