import type { Status } from '@hooktap/protocol';
import { useQuery } from '@tanstack/react-query';
import { useHooktap } from '../connection/hooktap.ts';

export function useStatus(): Status | undefined {
  const hooktap = useHooktap();
  const { data } = useQuery({
    queryKey: ['status'],
    queryFn: () => hooktap.status(),
    refetchInterval: 30_000,
  });
  return data;
}
