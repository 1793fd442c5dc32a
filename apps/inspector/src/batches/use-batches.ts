import type { Batch } from '@hooktap/protocol';
import { useQuery } from '@tanstack/react-query';
import { useHooktap } from '../connection/hooktap.ts';

export const batchesKey = ['batches'] as const;

/** The batches of this run, newest first, kept up to date by the stream. */
export function useBatches(): readonly Batch[] | undefined {
  const hooktap = useHooktap();
  const { data } = useQuery({
    queryKey: batchesKey,
    queryFn: async (): Promise<readonly Batch[]> => (await hooktap.batches()).items,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data;
}
