import type { AttemptName, EventId } from '@hooktap/protocol';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useHooktap } from '../connection/hooktap.ts';

/** Which attempt of the event was marked as answered as it should be, and how to mark another. */
export function useExpectedAnswer(id: EventId) {
  const hooktap = useHooktap();
  const queries = useQueryClient();
  const key = ['expected answer', id];
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => hooktap.expectedAnswer(id, signal),
    staleTime: 10_000,
  });
  const marked = data?.expected.kind === 'marked' ? data.expected : null;
  return {
    isExpected: ({ deliveryId, attempt }: AttemptName) =>
      marked?.deliveryId === deliveryId && marked.attempt === attempt,
    async expect(attempt: AttemptName | null): Promise<void> {
      queries.setQueryData(
        key,
        await (attempt ? hooktap.expectAnswer(id, attempt) : hooktap.expectSuccess(id)),
      );
    },
  };
}
