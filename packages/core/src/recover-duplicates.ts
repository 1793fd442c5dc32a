import type { EventListItem } from '@hooktap/protocol';
import { comesAgain } from './comes-again.ts';
import { type Duplicates, remembered } from './duplicates.ts';
import type { EndpointBook } from './endpoint-book.ts';
import type { Store } from './store-port.ts';

interface RecoverContext {
  readonly store: Store;
  readonly book: EndpointBook;
  readonly duplicates: Duplicates;
}

const pageSize = 500;

/** Knows again which events came first, where an endpoint goes by it: a restart lets no duplicate through. */
export async function recoverDuplicates({ store, book, duplicates }: RecoverContext): Promise<void> {
  const isNeeded = book.all.some(({ dedupe }) => dedupe.field !== null || dedupe.deliver === 'first');
  if (!isNeeded) return;
  const keyed: Pick<EventListItem, 'endpoint' | 'dedupeKey' | 'duplicateOf' | 'id'>[] = [];
  let before = store.currentSeq() + 1;
  for (let looked = 0; looked < remembered; looked += pageSize) {
    const { items, hasOlder } = await store.page({ words: [], before, limit: pageSize });
    for (const { id, endpoint, dedupeKey, duplicateOf, reply, delivery } of items) {
      if (dedupeKey === undefined) continue;
      const { retry } = book.find(endpoint) ?? book.match('');
      // A handler that was too slow for its sender may have taken it all the same.
      const isTaken = delivery?.status === 'succeeded';
      if (reply && comesAgain(reply, retry) && !isTaken) continue;
      keyed.push({ id, endpoint, dedupeKey, ...(duplicateOf !== undefined && { duplicateOf }) });
    }
    before = items.at(-1)?.seq ?? 0;
    if (!hasOlder) break;
  }
  for (const event of keyed.reverse()) duplicates.remember(event);
}
