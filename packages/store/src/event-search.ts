import { type EventCondition, type EventMatcher, Turns } from '@hooktap/core';
import type { EventId, Seq } from '@hooktap/protocol';
import type { BlobStore } from './blob-store.ts';
import { candidateOf } from './event-candidate.ts';
import { type ReadEvent, readFoundEvents } from './event-reader.ts';
import { LateFacts, type TablesOfFacts } from './late-facts.ts';
import type { Segment, SegmentCatalog } from './segment-catalog.ts';
import type { SegmentFacts } from './segment-facts.ts';
import type { SegmentTexts } from './segment-texts.ts';
import { placeOf } from './sorted-place.ts';
import { idAt } from './text-chunk.ts';
import { TextEvidence } from './text-evidence.ts';
import { hasKind, maybe, no, verdicts, yes } from './text-verdicts.ts';

/** Events read at once for a closer look. */
const group = 64;

/** An event that a search found. */
export interface Match {
  readonly id: EventId;
  readonly seq: Seq;
}
/** Some of what matches, newest first; all from `downTo` up is decided. */
export interface Decided {
  readonly matches: readonly Match[];
  readonly downTo: number;
  /** Nothing more of its segment comes. */
  readonly isLast: boolean;
}
/** What becomes of the next segment: it is searched, or not, or the search is over. */
export type Step = 'search' | 'pass' | 'end';
interface Likely extends Match {
  readonly sure: boolean;
}

/** Finds the events that match: most are decided by their facts and their search text, the others are read. */
export class EventSearch {
  readonly #catalog: SegmentCatalog;
  readonly #blobs: BlobStore;
  readonly #texts: SegmentTexts;
  readonly #tables: TablesOfFacts;

  constructor(catalog: SegmentCatalog, blobs: BlobStore, texts: SegmentTexts, tables: TablesOfFacts) {
    this.#catalog = catalog;
    this.#blobs = blobs;
    this.#texts = texts;
    this.#tables = tables;
  }

  /** All that match, newest first, some at a time. `step` is asked before a segment is opened, and may throw. */
  async *matches(
    matcher: EventMatcher,
    step: (seqs: { min: Seq; max: Seq }) => Step = () => 'search',
  ): AsyncGenerator<Decided> {
    const stepOf = (segment: Segment) => {
      const seqs = this.#catalog.seqs(segment);
      return seqs === null ? 'pass' : step(seqs);
    };
    for await (const likely of this.#likely(matcher.condition, stepOf)) yield* this.#decided(likely, matcher);
  }

  /** Visible events that match or may, newest first, by segments. */
  async *#likely(condition: EventCondition, stepOf: (segment: Segment) => Step): AsyncGenerator<Likely[]> {
    const facts = isOfFacts(condition) ? new LateFacts(this.#catalog, this.#tables) : undefined;
    const turns = new Turns();
    for (const { number } of this.#catalog.all().reverse()) {
      await turns.breathe();
      const segment = this.#segment(number);
      const step = segment ? stepOf(segment) : 'pass';
      if (step === 'end') return;
      if (segment && step === 'search') {
        const known = await facts?.factsOf(segment);
        const likely =
          (known && byFacts(condition, known)) ?? (await this.#byTexts(number, condition, known));
        yield this.#visible(likely);
      }
      const passed = facts && this.#segment(number);
      if (passed) await facts.pass(passed);
    }
  }

  /** Meanwhile it may have been sealed, rewritten or removed. */
  #segment(number: number): Segment | undefined {
    return this.#catalog.all().find((one) => one.number === number);
  }

  async #byTexts(
    number: number,
    condition: EventCondition,
    facts: SegmentFacts | undefined,
  ): Promise<Likely[]> {
    const segment = this.#segment(number);
    if (!segment) return [];
    const found: Likely[] = [];
    const readLater = this.#catalog.readLater(segment);
    const around = { facts, marked: this.#catalog.ledger.marked, readLater };
    let start = 0;
    for await (const chunk of this.#texts.chunks(this.#catalog, segment)) {
      const result = verdicts(condition, new TextEvidence(chunk, { ...around, start }));
      for (const [index, verdict] of result.entries()) {
        const seq = chunk.seqs[index];
        if (verdict !== no && seq !== undefined)
          found.push({ id: idAt(chunk, index), seq, sure: verdict === yes });
      }
      start += chunk.seqs.length;
    }
    return found;
  }

  /** Newest first. */
  #visible(likely: readonly Likely[]): Likely[] {
    const { ledger } = this.#catalog;
    return likely.filter(({ id }) => ledger.isVisible(id)).sort((a, b) => b.seq - a.seq);
  }

  async *#decided(likely: readonly Likely[], matcher: EventMatcher): AsyncGenerator<Decided> {
    const downTo = (part: readonly Likely[]) => part.at(-1)?.seq ?? Infinity;
    if (likely.every(({ sure }) => sure)) {
      yield { matches: likely, downTo: downTo(likely), isLast: true };
      return;
    }
    for (let start = 0; start < likely.length; start += group) {
      const part = likely.slice(start, start + group);
      const unsure = part.flatMap(({ id, sure }) => (sure ? [] : [id]));
      const events = await readFoundEvents(this.#catalog, this.#tables.facts, unsure);
      const found: Match[] = [];
      for (const one of part) {
        const event = events.get(one.id);
        if (one.sure || (event && (await this.#matches(event, matcher)))) found.push(one);
      }
      yield { matches: found, downTo: downTo(part), isLast: start + group >= likely.length };
    }
  }

  /** Those of these events that match; segments that have none of them are not opened. */
  async among(ids: readonly EventId[], matcher: EventMatcher): Promise<Set<EventId>> {
    const found = new Set<EventId>();
    const sorted = ids.toSorted();
    let wanted = new Set<EventId>();
    const stepOf = (segment: Segment): Step => {
      wanted = idsIn(segment, sorted);
      return wanted.size > 0 ? 'search' : 'pass';
    };
    for await (const likely of this.#likely(matcher.condition, stepOf)) {
      const asked = likely.filter(({ id }) => wanted.has(id));
      for await (const { matches } of this.#decided(asked, matcher))
        for (const { id } of matches) found.add(id);
    }
    return found;
  }

  async #matches(read: ReadEvent, matcher: EventMatcher): Promise<boolean> {
    const candidate = candidateOf(read, this.#blobs);
    return candidate !== undefined && (await matcher.matches(candidate));
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

/** What facts say too is not worth opening a text for. */
const isOfFacts = (condition: EventCondition): boolean =>
  (['facts', 'received', 'numbered'] as const).some((kind) => hasKind(condition, kind));

/** Undefined where texts may decide more. */
function byFacts(condition: EventCondition, facts: SegmentFacts): Likely[] | undefined {
  const result = verdicts(condition, facts);
  if (hasKind(condition, 'contains') && result.includes(maybe)) return undefined;
  const found: Likely[] = [];
  for (const [index, verdict] of result.entries()) {
    const seq = facts.seqAt(index);
    if (verdict !== no && seq !== undefined)
      found.push({ id: facts.idAt(index), seq, sure: verdict === yes });
  }
  return found;
}
