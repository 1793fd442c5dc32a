import type { StorePageQuery } from '@hooktap/core';
import type { Match } from './event-search.ts';
import type { FoundPage } from './search-page.ts';
import type { SegmentCatalog } from './segment-catalog.ts';

interface ListBounds {
  /** Exclusive. */
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  /** Instead of newest first. */
  readonly oldestFirst?: boolean;
}

/** All visible events between the bounds, a segment at a time; their notes tell all that is needed. */
export async function* listEvents(
  catalog: SegmentCatalog,
  { before = Infinity, after = -1, oldestFirst = false }: ListBounds,
): AsyncGenerator<Match[]> {
  const segments = catalog.all();
  if (!oldestFirst) segments.reverse();
  for (const segment of segments) {
    const seqs = catalog.seqs(segment);
    if (!seqs || seqs.min >= before || seqs.max <= after) continue;
    const found = catalog
      .contents(segment)
      .events.filter(({ id, seq }) => seq < before && seq > after && catalog.ledger.isVisible(id));
    yield oldestFirst ? found : found.reverse();
    await new Promise(setImmediate);
  }
}

/** The page of everything; only the segments it lies in are looked at. */
export async function listPage(
  catalog: SegmentCatalog,
  { before, after, limit }: Pick<StorePageQuery, 'before' | 'after' | 'limit'>,
): Promise<FoundPage> {
  const oldestFirst = after !== undefined && before === undefined;
  // Before anything is awaited: what comes meanwhile is not on the page, and is told of by its number.
  const total = catalog.ledger.events;
  const found = await first(catalog, { before, after, oldestFirst }, limit + 1);
  const more = found.length > limit;
  const matches = found.slice(0, limit);
  if (oldestFirst) matches.reverse();
  const beyond = oldestFirst
    ? await first(catalog, { before: after + 1 }, 1)
    : before === undefined
      ? []
      : await first(catalog, { after: before - 1, oldestFirst: true }, 1);
  const isBeyond = beyond.length > 0;
  return {
    matches,
    hasOlder: oldestFirst ? isBeyond : more,
    hasNewer: oldestFirst ? more : isBeyond,
    total,
    totalIsExact: true,
  };
}

async function first(catalog: SegmentCatalog, bounds: ListBounds, count: number): Promise<Match[]> {
  const found: Match[] = [];
  for await (const matches of listEvents(catalog, bounds)) {
    for (const { id, seq } of matches) found.push({ id, seq });
    if (found.length >= count) break;
  }
  return found.slice(0, count);
}
