import type { ReplayOnSave, RunResult } from '@hooktap/protocol';
import { useQuery } from '@tanstack/react-query';
import { useHooktap } from '../connection/hooktap.ts';

export const replayOnSaveKey = ['replay on save'];

/** Which folder is watched and what came of the last run; the stream keeps it fresh. */
export function useReplayOnSave(): ReplayOnSave | undefined {
  const hooktap = useHooktap();
  const { data } = useQuery({
    queryKey: replayOnSaveKey,
    queryFn: ({ signal }) => hooktap.replayOnSave(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data;
}

/** How many are as expected, and how many are not. */
export function tallyOf(results: readonly RunResult[]) {
  const count = (verdict: RunResult['verdict']) => results.filter((one) => one.verdict === verdict).length;
  return { met: count('met'), missed: count('missed') + count('skipped'), waiting: count('waiting') };
}
