import type { Client } from '@hooktap/client';
import type { EventListItem, ReplayRequest } from '@hooktap/protocol';
import type { QueryClient } from '@tanstack/react-query';

/**
 * How an event is replayed by one key: as captured, or signed anew where its signature was right and signs a time, which
 * a handler refuses once it is old.
 */
export async function replayAsDue(
  hooktap: Pick<Client, 'provider'>,
  queries: QueryClient,
  event: EventListItem | undefined,
): Promise<ReplayRequest> {
  const { provider = null, verification } = event ?? {};
  if (provider === null || verification?.verdict !== 'valid') return {};
  try {
    const { schemes } = await queries.fetchQuery({
      queryKey: ['provider', provider],
      queryFn: () => hooktap.provider(provider),
      staleTime: Number.POSITIVE_INFINITY,
    });
    const scheme = schemes.find(({ name }) => name === verification.scheme);
    return scheme?.signsTime ? { resign: true } : {};
  } catch {
    // The replay says what is wrong.
    return {};
  }
}
