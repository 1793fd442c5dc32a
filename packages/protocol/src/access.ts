import * as z from 'zod';

/** A fresh token is in the data directory; it is in no answer. */
export const TokenRotated = z.object({ rotated: z.literal(true) });
export type TokenRotated = z.infer<typeof TokenRotated>;

/** A path of the inspector that leads one browser to it with its token, once and within a minute. */
export const Opening = z.object({ path: z.string().startsWith('/') });
export type Opening = z.infer<typeof Opening>;
