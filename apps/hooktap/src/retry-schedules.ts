import type { ConfiguredEndpoint, RetrySchedules, Store } from '@hooktap/core';
import type { ProviderPack } from '../define-config/providers.js';

let packs: readonly Pick<ProviderPack, 'name' | 'retry'>[] = [];

/** The providers' own waits before their retries, for endpoints that name one (`retry: 'zavu'`); none until loaded. */
export const retrySchedules: RetrySchedules = (provider) => {
  const schedule = packs.find(({ name }) => name === provider)?.retry?.scheduleMs;
  // A pack of the person's own may say anything.
  return Array.isArray(schedule) ? schedule : null;
};

/** Those of the person's own packs go first. */
export async function loadRetrySchedules(userPacks: readonly ProviderPack[] = []): Promise<void> {
  const { builtInPacks } = await import('@hooktap/providers');
  packs = [...userPacks, ...builtInPacks];
}

/** Whether a start has to wait for them: for an endpoint of the flags, the file, or one that the API made before. */
export function namesRetrySchedule(endpoints: readonly ConfiguredEndpoint[], store: Store): boolean {
  const named = endpoints.some(({ config: { retry } }) => typeof retry === 'string' && retry !== 'none');
  return named || /"retry":"(?!none")/.test(store.setting('endpoints') ?? '');
}
