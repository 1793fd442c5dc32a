import type { ProviderDetail, ProviderSummary, SamplePreview } from '@hooktap/protocol';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useHooktap } from '../connection/hooktap.ts';

/** Every provider that is known, in short. */
export function useProviders(): UseQueryResult<readonly ProviderSummary[]> {
  const hooktap = useHooktap();
  return useQuery({
    queryKey: ['providers'],
    queryFn: async ({ signal }): Promise<readonly ProviderSummary[]> =>
      (await hooktap.providers(signal)).items,
  });
}

/** All that is known of one. */
export function useProvider(name: string | null): UseQueryResult<ProviderDetail> {
  const hooktap = useHooktap();
  return useQuery({
    queryKey: ['provider', name],
    queryFn: ({ signal }) => hooktap.provider(name ?? '', signal),
    enabled: name !== null,
  });
}

/** A sample as it would be sent. It stays as it is while it is looked at, though each is fresh when it is made. */
export function useSample(
  provider: string,
  sample: string,
  seed: number | undefined,
): UseQueryResult<SamplePreview> {
  const hooktap = useHooktap();
  return useQuery({
    queryKey: ['sample', provider, sample, seed],
    queryFn: ({ signal }) => hooktap.sample(provider, sample, seed === undefined ? {} : { seed }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
}
