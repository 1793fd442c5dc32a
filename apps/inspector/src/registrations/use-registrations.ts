import type { Registrations } from '@hooktap/protocol';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useHooktap } from '../connection/hooktap.ts';
import { useStreamChanges } from '../state/stream-changes.ts';

/** They are not told on the stream; a new URL is, and they follow that. */
const LOOK_MS = 10_000;

export const registrationsKey = ['registrations'] as const;

export function useRegistrations(): Registrations | undefined {
  const hooktap = useHooktap();
  const queries = useQueryClient();
  useStreamChanges((changes) => {
    if (changes.some(({ type }) => type === 'tunnel.changed'))
      void queries.invalidateQueries({ queryKey: registrationsKey });
  });
  const { data } = useQuery({
    queryKey: registrationsKey,
    queryFn: ({ signal }) => hooktap.registrations(signal),
    refetchInterval: LOOK_MS,
  });
  return data;
}
