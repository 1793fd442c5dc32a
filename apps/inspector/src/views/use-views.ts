import type { SavedView, SavedViews } from '@hooktap/protocol';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useHooktap } from '../connection/hooktap.ts';
import { problemWords } from '../connection/problem-words.ts';
import { parts } from '../messages/parts/en.ts';
import { useT } from '../messages/use-t.ts';

const key = ['views'];
const none: readonly SavedView[] = [];

/** The searches with a name of this data directory; another screen's are seen when this one is looked at again. */
export function useSavedViews() {
  const hooktap = useHooktap();
  const queries = useQueryClient();
  const t = useT();
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => hooktap.views(signal),
    refetchOnWindowFocus: true,
    staleTime: 5000,
  });
  return {
    views: data?.views ?? none,
    /** Shows them at once; what was refused is put back and said. Null: they are kept. */
    async save(views: readonly SavedView[]): Promise<ReactNode> {
      const before = queries.getQueryData<SavedViews>(key);
      queries.setQueryData<SavedViews>(key, { views: [...views] });
      try {
        queries.setQueryData<SavedViews>(key, await hooktap.saveViews({ views: [...views] }));
        return null;
      } catch (error) {
        queries.setQueryData<SavedViews>(key, before);
        return problemWords(error, t(parts.noAnswerTryAgain));
      }
    },
  };
}
