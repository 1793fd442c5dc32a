import { type EventCandidate, toEvent } from '@hooktap/core';
import type { Event } from '@hooktap/protocol';
import type { BlobStore } from './blob-store.ts';
import type { ReadEvent } from './event-reader.ts';
import { searchText } from './search-text.ts';

/** How much of a blob a search looks at. */
const blobScan = 1024 * 1024;

/** An event that was read, for a search's closer look; undefined where its capture was not among what was read. */
export function candidateOf({ state, records }: ReadEvent, blobs: BlobStore): EventCandidate | undefined {
  const first = records[0];
  if (first?.type !== 'event') return undefined;
  const { content, sha256 } = first.body;
  const body = async () => (content.kind === 'inline' ? content.bytes : blobs.beginning(sha256, blobScan));
  let event: Event | undefined;
  return {
    get event() {
      event ??= toEvent(state);
      return event;
    },
    body,
    text: async () => searchText(state, await body()),
  };
}
