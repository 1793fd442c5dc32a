import * as z from 'zod';

/** ISO 8601 in UTC with milliseconds. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'expected an ISO 8601 time');
export type Instant = z.infer<typeof Instant>;

/** A duration of a monotonic clock, fractions allowed. */
export const Milliseconds = z.number().nonnegative();
export type Milliseconds = z.infer<typeof Milliseconds>;

/** A duration as people write it: `"30s"`, `"1.5h"`, or milliseconds. */
export const Duration = z.union([
  z.number().nonnegative(),
  z.string().regex(/^\d+(\.\d+)?(ms|s|m|h|d)$/, 'expected a duration such as 500ms, 30s, 5m, 4h or 1d'),
]);
export type Duration = z.infer<typeof Duration>;
