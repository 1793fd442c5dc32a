import type { EventMatcher } from '@hooktap/core';
import type { EventId } from '@hooktap/protocol';
import type { BlobStore } from './blob-store.ts';
import { candidateOf } from './event-candidate.ts';
import { readHiddenEvents } from './event-reader.ts';
import type { SegmentCatalog } from './segment-catalog.ts';

/** Events that are in memory at a time. */
const pieceSize = 200;

/** Those of these hidden events that match. They are few and soon gone: each is read. */
export async function matchingHidden(
  ids: readonly EventId[],
  matcher: EventMatcher,
  { catalog, blobs }: { readonly catalog: SegmentCatalog; readonly blobs: BlobStore },
): Promise<EventId[]> {
  const found: EventId[] = [];
  for (let start = 0; start < ids.length; start += pieceSize) {
    const piece = ids.slice(start, start + pieceSize);
    const events = await readHiddenEvents(catalog, piece);
    for (const id of piece) {
      const event = events.get(id);
      const candidate = event && candidateOf(event, blobs);
      if (candidate && (await matcher.matches(candidate))) found.push(id);
    }
  }
  return found;
}
