import type { Endpoint } from '@hooktap/protocol';
import { useQuery } from '@tanstack/react-query';
import { useHooktap } from '../connection/hooktap.ts';

/** What changed while Hooktap was not running, nobody tells. */
const LOOK_MS = 60_000;

export const endpointsKey = ['endpoints'] as const;

/** Every endpoint with its switches and queue, kept up to date by the stream. */
export function useEndpoints(): readonly Endpoint[] | undefined {
  const hooktap = useHooktap();
  const { data } = useQuery({
    queryKey: endpointsKey,
    queryFn: async (): Promise<readonly Endpoint[]> => (await hooktap.endpoints()).items,
    refetchInterval: LOOK_MS,
  });
  return data;
}
