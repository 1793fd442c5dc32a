import type { Event } from '@hooktap/protocol';
import { useQuery } from '@tanstack/react-query';
import { problemOf, useHooktap } from '../connection/hooktap.ts';
import type { Schema } from './event-schema.ts';

/** What bodies of the event's type look like; null where nothing is known of it, or of no type. */
export function useEventSchema({ provider, eventType }: Event): Schema | null {
  const hooktap = useHooktap();
  const { data } = useQuery({
    queryKey: ['event schema', provider, eventType],
    queryFn: async ({ signal }) => {
      if (eventType === null) return null;
      try {
        const { schema } = await hooktap.eventSchema(
          { type: eventType, ...(provider && { provider }) },
          signal,
        );
        return schema;
      } catch (error) {
        if (problemOf(error)?.status === 404) return null;
        throw error;
      }
    },
    enabled: eventType !== null,
    staleTime: 60_000,
    retry: false,
  });
  return data ?? null;
}
