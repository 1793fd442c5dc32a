import type { ConfiguredEndpoint, RetrySchedules, Store } from '@hooktap/core';
import type { ProviderPack } from '@hooktap/providers';

let packs: readonly ProviderPack[] = [];

/** The providers' own waits before their retries, for endpoints that name one (`retry: 'zavu'`); none until loaded. */
export const retrySchedules: RetrySchedules = (provider) =>
  packs.find(({ name }) => name === provider)?.retry?.scheduleMs ?? null;

export async function loadRetrySchedules(): Promise<void> {
  ({ builtInPacks: packs } = await import('@hooktap/providers'));
}

/** Whether a start has to wait for them: for an endpoint of the flags, the file, or one that the API made before. */
export function namesRetrySchedule(endpoints: readonly ConfiguredEndpoint[], store: Store): boolean {
  const named = endpoints.some(({ config: { retry } }) => typeof retry === 'string' && retry !== 'none');
  return named || /"retry":"(?!none")/.test(store.setting('endpoints') ?? '');
}
