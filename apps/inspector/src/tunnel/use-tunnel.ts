import type { TunnelReport } from '@hooktap/protocol';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useHooktap } from '../connection/hooktap.ts';
import { useStreamChanges } from '../state/stream-changes.ts';

/** Probes are not told on the stream. */
const LOOK_MS = 5_000;

export const tunnelKey = ['tunnel'] as const;

/** The tunnel with its history, kept up to date while it is looked at. */
export function useTunnel(): TunnelReport | undefined {
  const hooktap = useHooktap();
  const queries = useQueryClient();
  useStreamChanges((changes) => {
    if (changes.some(({ type }) => type === 'tunnel.changed'))
      void queries.invalidateQueries({ queryKey: tunnelKey });
  });
  const { data } = useQuery({
    queryKey: tunnelKey,
    queryFn: ({ signal }) => hooktap.tunnel(signal),
    refetchInterval: LOOK_MS,
  });
  return data;
}
