import type { RetrySchedules } from '@hooktap/core';
import { retrySchedules as documented } from '@hooktap/providers/retry-schedules';

const byName = new Map<string, readonly number[]>(Object.entries(documented));

/** The providers' own waits before their retries, for endpoints that name one (`retry: 'zavu'`). */
export const retrySchedules: RetrySchedules = (provider) => byName.get(provider) ?? null;
