import { createHash } from 'node:crypto';
import { Seq } from '@hooktap/protocol';
import * as z from 'zod';

/** Where a page goes on: events older than `before`, of which `counted` newer ones were found; or newer than `after`. */
export type PageEdge = { readonly before: Seq; readonly counted?: number } | { readonly after: Seq };

const Written = z.union([
  z.strictObject({ q: z.string(), before: Seq, counted: z.number().int().nonnegative().exactOptional() }),
  z.strictObject({ q: z.string(), after: Seq }),
]);

/** Tells queries apart; what they ask for cannot be read from it. */
export const fingerprint = (q: string): string =>
  createHash('sha256').update(q).digest('base64url').slice(0, 16);

/** Opaque to clients, and good only for the query it came from. */
export const writeCursor = (q: string, edge: PageEdge): string =>
  Buffer.from(JSON.stringify({ q: fingerprint(q), ...edge })).toString('base64url');

/** Null where it is none of ours, or of another query. */
export function readCursor(q: string, cursor: string): PageEdge | null {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
  const written = Written.safeParse(json);
  if (!written.success || written.data.q !== fingerprint(q)) return null;
  const { q: _q, ...edge } = written.data;
  return edge;
}
