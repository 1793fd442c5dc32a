import type { Client } from '@hooktap/client';
import type { CopyFormat, EventListItem } from '@hooktap/protocol';

export interface CopyChoice {
  /** An origin in place of the one that was called. */
  readonly to?: string;
  readonly safe?: boolean;
}

/** Larger bodies go into files: a clipboard, and what it is pasted into, would choke on them. */
const mostBytes = 1_000_000;

export type Copied =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'too-large' }
  /** Raw HTTP of bytes that are no UTF-8: as text they would be others. */
  | { readonly kind: 'not-text' };

/** The request as code or raw HTTP, written by Hooktap. */
export async function copiedRequest(
  hooktap: Client,
  { id, body }: Pick<EventListItem, 'id' | 'body'>,
  format: CopyFormat,
  { to, safe = false }: CopyChoice,
): Promise<Copied> {
  if (body.size > mostBytes) return { kind: 'too-large' };
  if (format !== 'http') {
    const text = await hooktap.exportEvent(id, { format, safe, ...(to !== undefined && { to }) });
    return { kind: 'text', text };
  }
  const stream = await hooktap.exportEvents({ format, safe, ids: [id] });
  const bytes = await new Response(stream).arrayBuffer();
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { kind: 'not-text' };
  }
}
