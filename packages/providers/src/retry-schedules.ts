const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/**
 * The documented waits before a provider's own retries, in milliseconds, by provider. Apart from the packs, so that
 * who needs only these loads nothing else. The packs name their sources.
 */
export const retrySchedules = {
  zavu: [minute, 5 * minute, 15 * minute, hour, 4 * hour],
  slack: [0, minute, 5 * minute],
  github: [],
  svix: [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 10 * hour],
} as const satisfies Readonly<Record<string, readonly number[]>>;
