import type { EventId } from '@hooktap/protocol';
import type { BlobStore } from './blob-store.ts';
import { type ReadEvent, readEvents } from './event-reader.ts';
import { likelyLines } from './line-prefilter.ts';
import type { EventNote } from './record-note.ts';
import { hasAllWords, searchText } from './search-text.ts';
import { SegmentBuffer } from './segment-buffer.ts';
import type { Segment, SegmentCatalog } from './segment-catalog.ts';

/** How much of a blob a search looks at. */
const blobScan = 1024 * 1024;
/** Events read at once while looking for words. */
const chunk = 64;

export interface WalkQuery {
  /** Lower-cased. */
  readonly words: readonly string[];
  readonly direction: 'older' | 'newer';
  /** Exclusive bounds. */
  readonly before?: number;
  readonly after?: number;
}

/** Walks the captures that match, newest or oldest first, a segment at a time. */
export class EventSearch {
  readonly #catalog: SegmentCatalog;
  readonly #blobs: BlobStore;

  constructor(catalog: SegmentCatalog, blobs: BlobStore) {
    this.#catalog = catalog;
    this.#blobs = blobs;
  }

  async *walk(query: WalkQuery): AsyncGenerator<EventId[]> {
    const buffer = new SegmentBuffer();
    const segments = this.#catalog.all();
    if (query.direction === 'older') segments.reverse();
    for (const segment of segments) {
      const seqs = this.#catalog.seqs(segment);
      if (!seqs || seqs.min >= (query.before ?? Infinity) || seqs.max <= (query.after ?? -1)) continue;
      if (query.words.length > 0) yield* this.#matches(segment, query, buffer);
      else yield this.#inBounds(segment, query).map(({ id }) => id);
      await new Promise(setImmediate);
    }
  }

  #inBounds(segment: Segment, { direction, before = Infinity, after = -1 }: WalkQuery): EventNote[] {
    const { ledger } = this.#catalog;
    const notes = this.#catalog
      .contents(segment)
      .events.filter(({ id, seq }) => seq < before && seq > after && ledger.isVisible(id));
    return direction === 'older' ? notes.reverse() : notes;
  }

  async *#matches(segment: Segment, query: WalkQuery, buffer: SegmentBuffer): AsyncGenerator<EventId[]> {
    const { words } = query;
    const likely = await this.#likely(segment, query, buffer);
    for (let start = 0; start < likely.length; start += chunk) {
      const part = likely.slice(start, start + chunk);
      const events = await readEvents(
        this.#catalog,
        part.map(({ id }) => id),
      );
      const found: EventId[] = [];
      for (const { id } of part) {
        const event = events.get(id);
        if (event && (await this.#has(event, words))) found.push(id);
      }
      yield found;
    }
  }

  /** Marks may lie in another segment, so a marked event is always looked at. */
  async #likely(segment: Segment, query: WalkQuery, buffer: SegmentBuffer): Promise<EventNote[]> {
    if (!('summary' in segment)) return this.#inBounds(segment, query);
    const content = await buffer.read(segment.path);
    // A rewrite came between: the old notes say nothing about the new file, so every line may match.
    const now = this.#catalog.sealed.find(({ number }) => number === segment.number);
    if (now !== segment) return now ? this.#inBounds(now, query) : [];
    const filter = likelyLines(content, query.words);
    const { marked } = this.#catalog.ledger;
    if (filter?.none && segment.summary.opaque === 0 && marked.size === 0) return [];
    const notes = this.#inBounds(segment, query);
    return filter ? notes.filter((note) => marked.has(note.id) || filter.test(note)) : notes;
  }

  async #has({ state, records }: ReadEvent, words: readonly string[]): Promise<boolean> {
    const first = records[0];
    if (first?.type !== 'event') return false;
    const { content, sha256 } = first.body;
    const body = content.kind === 'inline' ? content.bytes : await this.#blobs.beginning(sha256, blobScan);
    return hasAllWords(searchText(state, body), words);
  }
}
