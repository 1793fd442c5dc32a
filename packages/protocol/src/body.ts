import * as z from 'zod';

/** `truncated`: above the size limit, its beginning is kept. `aborted`: the connection broke off. */
export const BodyState = z.enum(['complete', 'truncated', 'aborted']);
export type BodyState = z.infer<typeof BodyState>;

/** What is known of a body; its bytes are had from `href`. Sizes in bytes, the hash in lower-case hex. */
export const BodyRef = z.object({
  size: z.number().int().nonnegative(),
  /** Of the sender's Content-Length line, where there was one. */
  declaredSize: z.number().int().nonnegative().optional(),
  state: BodyState,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  contentType: z.string().optional(),
  contentEncoding: z.string().optional(),
  /** The beginning as UTF-8 text, at most 256 characters; absent where the bytes are no text. */
  preview: z.string().max(256).optional(),
  href: z.string(),
});
export type BodyRef = z.infer<typeof BodyRef>;
