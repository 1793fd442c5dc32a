import * as z from 'zod';

/** A search that a person has given a name. */
export const SavedView = z.strictObject({
  name: z.string().trim().min(1).max(60),
  q: z.string().min(1).max(4096),
});
export type SavedView = z.infer<typeof SavedView>;

/** `GET` and `PUT /api/views`: all of them, in the order of the screen; no name occurs twice. */
export const SavedViews = z
  .strictObject({ views: z.array(SavedView).max(50) })
  .refine(({ views }) => new Set(views.map(({ name }) => name)).size === views.length, {
    path: ['views'],
    message: 'expected names that differ',
  });
export type SavedViews = z.infer<typeof SavedViews>;
