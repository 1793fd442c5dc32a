import type { Client } from '@hooktap/client';
import type { CopyFormat, EventId, EventListItem } from '@hooktap/protocol';

export interface CopyChoice {
  /** An origin in place of the one that was called. */
  readonly to?: string;
  readonly safe?: boolean;
}

/** Larger bodies go into files: a clipboard, and what it is pasted into, would choke on them. */
const mostBytes = 1_000_000;

export const isTooLargeToPaste = (bytes: number): boolean => bytes > mostBytes;

/** What copied code calls the file that it reads a large body from. */
export const bodyFileOf = (id: EventId): string => `${id}.bin`;

export type Copied =
  | { readonly kind: 'text'; readonly text: string }
  /** Code that reads the body from a file, which is still to be saved. */
  | { readonly kind: 'text-for-file'; readonly text: string; readonly file: string }
  /** Raw HTTP too large for a clipboard, or of bytes that are no UTF-8: as text they would be others. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly file: string }
  /** A file would hold what was captured, not the stand-ins. */
  | { readonly kind: 'too-large-to-share' };

/** The request as code or raw HTTP, written by Hooktap. */
export async function copiedRequest(
  hooktap: Client,
  { id, body }: Pick<EventListItem, 'id' | 'body'>,
  format: CopyFormat,
  { to, safe = false }: CopyChoice,
): Promise<Copied> {
  const isLarge = isTooLargeToPaste(body.size);
  if (isLarge && safe) return { kind: 'too-large-to-share' };
  const choice = { format, safe, ...(to !== undefined && { to }) };
  if (format === 'http') {
    const stream = await hooktap.exportEvents({ format, safe, ids: [id] });
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    const text = isLarge ? null : textOf(bytes);
    return text === null ? { kind: 'bytes', bytes, file: `${id}.http` } : { kind: 'text', text };
  }
  if (!isLarge) return { kind: 'text', text: await hooktap.exportEvent(id, choice) };
  const text = await hooktap.exportEvent(id, { ...choice, body: 'file' });
  return { kind: 'text-for-file', text, file: bodyFileOf(id) };
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
