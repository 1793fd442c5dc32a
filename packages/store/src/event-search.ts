import { type EventMatcher, toEvent } from '@hooktap/core';
import type { Event, EventId, Seq } from '@hooktap/protocol';
import type { BlobStore } from './blob-store.ts';
import { type ReadEvent, readEvents } from './event-reader.ts';
import { searchText } from './search-text.ts';
import type { Segment, SegmentCatalog } from './segment-catalog.ts';
import type { SegmentTexts } from './segment-texts.ts';
import { idAt, type TextChunk } from './text-chunk.ts';
import { no, verdicts, yes } from './text-verdicts.ts';

/** How much of a blob a search looks at. */
const blobScan = 1024 * 1024;
/** Events read at once for a closer look. */
const group = 64;

/** An event that a search found. */
export interface Match {
  readonly id: EventId;
  readonly seq: Seq;
}
interface Likely extends Match {
  readonly sure: boolean;
}

/** Finds the events that match: most are decided by their search text, the others are read. */
export class EventSearch {
  readonly #catalog: SegmentCatalog;
  readonly #blobs: BlobStore;
  readonly #texts: SegmentTexts;

  constructor(catalog: SegmentCatalog, blobs: BlobStore, texts: SegmentTexts) {
    this.#catalog = catalog;
    this.#blobs = blobs;
    this.#texts = texts;
  }

  /** All that match, newest first, some at a time. `skip` is asked before a segment is opened. */
  async *matches(
    matcher: EventMatcher,
    skip: (seqs: { min: Seq; max: Seq }) => boolean = () => false,
  ): AsyncGenerator<Match[]> {
    for (const { number } of this.#catalog.all().reverse()) {
      // Meanwhile it may have been sealed, rewritten or removed.
      const segment = this.#catalog.all().find((one) => one.number === number);
      const seqs = segment && this.#catalog.seqs(segment);
      if (!seqs || skip(seqs)) continue;
      const likely = await this.#likely(segment, matcher);
      yield* this.#decided(likely, matcher);
    }
  }

  /** Newest first. */
  async #likely(segment: Segment, { condition }: EventMatcher): Promise<Likely[]> {
    const found: Likely[] = [];
    const scattered = this.#catalog.scattered(segment);
    for await (const chunk of this.#texts.chunks(segment)) {
      const elsewhere = (index: number) =>
        chunk.partial[index] === true || (scattered.size > 0 && scattered.has(idAt(chunk, index)));
      const result = verdicts(condition, chunk, elsewhere);
      for (const [index, verdict] of result.entries()) {
        if (verdict !== no) this.#add(found, chunk, index, verdict === yes);
      }
    }
    return found.sort((a, b) => b.seq - a.seq);
  }

  #add(found: Likely[], chunk: TextChunk, index: number, sure: boolean): void {
    const id = idAt(chunk, index);
    const seq = chunk.seqs[index];
    if (seq !== undefined && this.#catalog.ledger.isVisible(id)) found.push({ id, seq, sure });
  }

  async *#decided(likely: readonly Likely[], matcher: EventMatcher): AsyncGenerator<Match[]> {
    if (likely.every(({ sure }) => sure)) {
      yield [...likely];
      return;
    }
    for (let start = 0; start < likely.length; start += group) {
      const part = likely.slice(start, start + group);
      const unsure = part.flatMap(({ id, sure }) => (sure ? [] : [id]));
      const events = await readEvents(this.#catalog, unsure);
      const found: Match[] = [];
      for (const one of part) {
        const event = events.get(one.id);
        if (one.sure || (event && (await this.#matches(event, matcher)))) found.push(one);
      }
      yield found;
    }
  }

  /** Those of these events that match; segments that have none of them are not opened. */
  async among(ids: readonly EventId[], matcher: EventMatcher): Promise<Set<EventId>> {
    const found = new Set<EventId>();
    const sorted = ids.toSorted();
    for (const { number } of this.#catalog.all().reverse()) {
      const segment = this.#catalog.all().find((one) => one.number === number);
      const wanted = segment && idsIn(segment, sorted);
      if (!wanted || wanted.size === 0) continue;
      const likely = await this.#likely(segment, matcher);
      const asked = likely.filter(({ id }) => wanted.has(id));
      for await (const matches of this.#decided(asked, matcher)) for (const { id } of matches) found.add(id);
    }
    return found;
  }

  async #matches({ state, records }: ReadEvent, matcher: EventMatcher): Promise<boolean> {
    const first = records[0];
    if (first?.type !== 'event') return false;
    const { content, sha256 } = first.body;
    const body = async () =>
      content.kind === 'inline' ? content.bytes : this.#blobs.beginning(sha256, blobScan);
    let event: Event | undefined;
    return matcher.matches({
      get event() {
        event ??= toEvent(state);
        return event;
      },
      body,
      text: async () => searchText(state, await body()),
    });
  }
}

/** Which of these ids, in their order, may be of events that were captured in a segment. */
function idsIn(segment: Segment, sorted: readonly EventId[]): Set<EventId> {
  if (!('summary' in segment)) return new Set(sorted.filter((id) => segment.contents.home(id)));
  const { eventIds } = segment.summary;
  if (!eventIds) return new Set();
  const { min, max } = eventIds;
  return new Set(
    sorted.slice(
      placeOf(sorted, (id) => id < min),
      placeOf(sorted, (id) => id <= max),
    ),
  );
}

/** How many at the beginning are so; after them none is. */
function placeOf(sorted: readonly EventId[], isSo: (id: EventId) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const id = sorted[middle];
    if (id !== undefined && isSo(id)) low = middle + 1;
    else high = middle;
  }
  return low;
}
