import * as z from 'zod';

/**
 * One piece of a sentence: what it says, by a code, and the names and numbers in it. Put one after the other they say in
 * other languages what the English sentence beside them says; a code that is not known leaves the English.
 */
export const ReasonPart = z.object({
  code: z.string(),
  values: z.record(z.string(), z.string()).exactOptional(),
});
export type ReasonPart = z.infer<typeof ReasonPart>;

/** A sentence in English, and in codes. */
export interface Saying {
  readonly message: string;
  readonly parts: readonly ReasonPart[];
}
