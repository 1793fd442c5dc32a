import type { Endpoint } from '@hooktap/protocol';
import { useQuery } from '@tanstack/react-query';
import { useHooktap } from '../connection/hooktap.ts';

/** New and removed ones are not told on the stream. */
const LOOK_MS = 15_000;

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
