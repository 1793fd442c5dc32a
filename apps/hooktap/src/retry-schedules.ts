import type { RetrySchedules } from '@hooktap/core';
import { builtInPacks } from '@hooktap/providers';

/** The providers' own waits before their retries, for endpoints that name one (`retry: 'zavu'`). */
export const retrySchedules: RetrySchedules = (provider) =>
  builtInPacks.find(({ name }) => name === provider)?.retry?.scheduleMs ?? null;
