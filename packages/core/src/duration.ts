import type { Duration } from '@hooktap/protocol';

const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Milliseconds of a duration that the schema has let through. */
export function durationMs(duration: Duration): number {
  if (typeof duration === 'number') return duration;
  const [, count, unit] = /^([\d.]+)(ms|s|m|h|d)$/.exec(duration) ?? [];
  return Number(count) * units[unit as keyof typeof units];
}
