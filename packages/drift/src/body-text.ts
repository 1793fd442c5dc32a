import { readingOf, type Store, unpackedBeginning } from '@hooktap/core';
import type { EventListItem } from '@hooktap/protocol';

/** Larger bodies are not looked at, packed or unpacked; in bytes. */
export const largestBody = 256 * 1024;

export type SkippedBody = 'not-json' | 'too-large' | 'incomplete';
export type BodyText =
  | { readonly kind: 'text'; readonly text: string; readonly bytes: number }
  | { readonly kind: SkippedBody };

/** The body of an event as text, where it may be JSON; null where it is gone. */
export async function bodyText(
  store: Pick<Store, 'body'>,
  { id, body }: Pick<EventListItem, 'id' | 'body'>,
): Promise<BodyText | null> {
  if (body.state !== 'complete') return { kind: 'incomplete' };
  if (body.size === 0) return { kind: 'not-json' };
  if (body.size > largestBody) return { kind: 'too-large' };
  const stored = await store.body({ of: 'event', eventId: id });
  if (!stored) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of stored.read()) chunks.push(chunk);
  const sent = Buffer.concat(chunks);
  const coding = body.contentEncoding?.trim().toLowerCase();
  if (coding === undefined || coding === '' || coding === 'identity') return textOf(sent);
  const unpacked = await unpackedBeginning(sent, coding);
  if (!unpacked) return { kind: 'incomplete' };
  return unpacked.length > largestBody ? { kind: 'too-large' } : textOf(unpacked);
}

/** JSON of a webhook is an object or a list. */
function textOf(bytes: Buffer): BodyText {
  const text = readingOf(bytes);
  return /^\ufeff?[\t\n\r ]*[[{]/.test(text)
    ? { kind: 'text', text, bytes: bytes.length }
    : { kind: 'not-json' };
}
