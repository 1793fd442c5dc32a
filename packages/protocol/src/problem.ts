import * as z from 'zod';

/** An error of the API, `application/problem+json` (RFC 9457) with a stable `code`. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  /** What happened and what to do. */
  detail: z.string(),
  code: z.string(),
  /** Of `query-invalid`: where in the query, in UTF-16 code units, and what could stand there. */
  offset: z.number().int().optional(),
  length: z.number().int().optional(),
  expected: z.string().optional(),
  suggestion: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;
