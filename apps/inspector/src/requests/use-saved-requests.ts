import type { SavedRequest, SavedRequestId } from '@hooktap/protocol';
import { useQuery } from '@tanstack/react-query';
import { useHooktap } from '../connection/hooktap.ts';

export const savedRequestsKey = ['saved requests'];

/** By name; undefined until they are known. */
export function useSavedRequests(): readonly SavedRequest[] | undefined {
  const hooktap = useHooktap();
  const { data } = useQuery({
    queryKey: savedRequestsKey,
    queryFn: async ({ signal }) => (await hooktap.savedRequests(signal)).items,
    staleTime: 30_000,
  });
  return data;
}

/** Where a saved request is edited: over the event that it belongs to. */
export const editorOf = ({ id, eventId }: SavedRequest) => ({
  eventId,
  editing: true,
  compare: null,
  saved: id as SavedRequestId as string,
});
