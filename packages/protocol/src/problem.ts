import * as z from 'zod';
import { ReasonPart } from './reason-part.ts';

/** What is wrong with one field of what was asked; `path` as in `retry.schedule`. */
export const FieldError = z.object({
  path: z.string(),
  message: z.string(),
  /** The message in codes. */
  parts: z.array(ReasonPart).readonly().exactOptional(),
});
export type FieldError = z.infer<typeof FieldError>;

/** An error of the API, `application/problem+json` (RFC 9457) with a stable `code`. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  /** What happened and what to do. */
  detail: z.string(),
  code: z.string(),
  /** The detail in codes. */
  parts: z.array(ReasonPart).readonly().exactOptional(),
  /** Of `query-invalid`: where in the query, in UTF-16 code units, and what could stand there. */
  offset: z.number().int().optional(),
  length: z.number().int().optional(),
  expected: z.string().optional(),
  expectedPart: ReasonPart.exactOptional(),
  suggestion: z.string().optional(),
  errors: z.array(FieldError).readonly().optional(),
});
export type Problem = z.infer<typeof Problem>;
