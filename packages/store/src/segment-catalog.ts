import type { DeliveryId, EventId, Seq } from '@hooktap/protocol';
import { Ledger } from './ledger.ts';
import type { LiveSegment } from './live-segment.ts';
import { strayReadings } from './packed-strays.ts';
import { type SegmentContents, takenBytes } from './segment-contents.ts';
import type { SegmentKnowledge } from './segment-index.ts';
import type { SegmentStamp } from './segment-stamp.ts';
import { boundsOf, type SegmentSummary, within } from './segment-summary.ts';
import type { StoredRecord } from './stored-record.ts';
import { StrayIndex } from './stray-index.ts';

/** A segment that nothing is added to any more. */
export interface SealedSegment {
  readonly number: number;
  readonly path: string;
  readonly stamp: SegmentStamp;
  readonly summary: SegmentSummary;
}
export type Segment = SealedSegment | LiveSegment;

/** Notes of sealed segments that stay in memory after use. */
const keptInMemory = 8;

/** All segments in order, which of them has what, and the totals over them. */
export class SegmentCatalog {
  readonly #load: (segment: SealedSegment) => SegmentContents;
  readonly #recent = new Map<SealedSegment, SegmentContents>();
  #strays = new StrayIndex([]);
  readonly #liveReadings = new WeakMap<SegmentContents, { notes: number; readings: [EventId, Seq][] }>();
  /** Of segments whose ids lie between those of others. */
  readonly #ids = new WeakMap<SealedSegment, ReadonlySet<EventId>>();
  /** The last one that was sealed, as it is in memory: what was just captured is what is asked for most. */
  #warm: { readonly sealed: SealedSegment; readonly live: LiveSegment } | undefined;
  #sealed: SealedSegment[];
  /** The last is added to; others wait for the disk. */
  #live: LiveSegment[];
  ledger: Ledger;

  constructor(sealed: SealedSegment[], live: LiveSegment, load: (segment: SealedSegment) => SegmentContents) {
    this.#sealed = sealed;
    this.#live = [live];
    this.#load = load;
    this.ledger = this.#count();
  }

  get current(): LiveSegment {
    const live = this.#live.at(-1);
    if (!live) throw new Error('A catalog always has a segment to add to');
    return live;
  }
  get sealed(): readonly SealedSegment[] {
    return this.#sealed;
  }
  get live(): readonly LiveSegment[] {
    return this.#live;
  }
  /** Oldest first. */
  all(): Segment[] {
    return [...this.#sealed, ...this.#live];
  }

  begin(segment: LiveSegment): void {
    this.#live.push(segment);
  }

  /** The live segment is on disk for good; from now on only its summary stays in memory. */
  seal(live: LiveSegment, known: SegmentKnowledge): void {
    this.#live = this.#live.filter((segment) => segment !== live);
    const sealed = { number: live.number, path: live.path, ...known };
    this.#sealed.push(sealed);
    this.#strays.add(sealed);
    this.#warm = { sealed, live };
    this.#remember(sealed, live.contents);
  }

  /** A live segment that came to nothing. */
  discard(live: LiveSegment): void {
    this.#live = this.#live.filter((segment) => segment !== live);
  }

  /** Puts a rewritten segment in the place of the old one, or none. To be counted again once all are in place. */
  replace(old: SealedSegment, fresh: SealedSegment | undefined): void {
    this.#recent.delete(old);
    if (this.#warm?.sealed === old) this.#warm = undefined;
    this.#sealed = this.#sealed.flatMap((segment) => (segment !== old ? [segment] : fresh ? [fresh] : []));
    this.#strays = new StrayIndex(this.#sealed);
  }

  recount(): void {
    this.ledger = this.#count();
  }

  #count(): Ledger {
    this.#strays = new StrayIndex(this.#sealed);
    const ledger = new Ledger((id) => this.#sizeOf(id));
    for (const { summary } of this.#sealed) ledger.add(summary);
    for (const { contents } of this.#live) for (const note of contents.notes) ledger.note(note);
    return ledger;
  }

  #sizeOf(id: EventId): number | undefined {
    const segment = this.home(id);
    return segment && takenBytes(this.contents(segment), id);
  }

  contents(segment: Segment): SegmentContents {
    if (!('summary' in segment)) return segment.contents;
    const contents = this.#recent.get(segment) ?? this.#load(segment);
    this.#remember(segment, contents);
    return contents;
  }

  #remember(segment: SealedSegment, contents: SegmentContents): void {
    this.#recent.delete(segment);
    this.#recent.set(segment, contents);
    for (const oldest of this.#recent.keys()) {
      if (this.#recent.size <= keptInMemory) break;
      this.#recent.delete(oldest);
    }
  }

  /** A record that is in memory; undefined where the disk has it only. */
  recordIn(segment: Segment, position: number): StoredRecord | undefined {
    if (!('summary' in segment)) return segment.recordAt(position);
    return this.#warm?.sealed === segment ? this.#warm.live.recordAt(position) : undefined;
  }

  /** The segment where an event was captured, hidden ones too. */
  home(id: EventId): Segment | undefined {
    const live = this.#live.findLast(({ contents }) => contents.home(id));
    if (live) return live;
    const likely = this.#sealed.filter(({ summary }) => within(summary.eventIds, id));
    return likely.findLast((segment) =>
      likely.length === 1 ? this.contents(segment).home(id) : this.#idsIn(segment).has(id),
    );
  }

  /** Segments of one time, as an import beside arrivals makes them, are asked for by turns: not opened each time. */
  #idsIn(segment: SealedSegment): ReadonlySet<EventId> {
    const known = this.#ids.get(segment) ?? new Set(this.contents(segment).events.map(({ id }) => id));
    this.#ids.set(segment, known);
    return known;
  }

  /** Where the lines about an event of a sealed segment are, as far as that is told without opening that one. */
  whereabouts(id: EventId): { readonly home: SealedSegment; readonly later: readonly Segment[] } | undefined {
    const [home, ...others] = this.#sealed.filter(({ summary }) => within(summary.eventIds, id));
    if (!home || others.length > 0 || this.#live.some(({ contents }) => contents.home(id))) return undefined;
    const live = this.#live.filter(({ contents }) => contents.positions(id).length > 0);
    return { home, later: [...this.#strays.about(id), ...live] };
  }

  /** Every segment with lines about an event, in order. */
  mentioning(id: EventId): Segment[] {
    const home = this.home(id);
    if (!home) return [];
    // What was sealed before it was captured says nothing of it.
    const sealed = 'summary' in home ? this.#strays.about(id) : [];
    const later = [...sealed, ...this.#live].filter(
      (segment) => segment !== home && this.contents(segment).positions(id).length > 0,
    );
    return [home, ...later];
  }

  /** Events of a segment that were read in a later one, with the seq of the last reading. */
  readLater(segment: Segment): Map<EventId, Seq> {
    const inLive = this.#live.flatMap((live) => (live === segment ? [] : this.#readingsIn(live)));
    if ('summary' in segment) {
      const { eventIds } = segment.summary;
      return new Map([...this.#strays.readings(eventIds), ...inLive.filter(([id]) => within(eventIds, id))]);
    }
    const { contents } = segment;
    const all = [...this.#strays.readings(boundsOf(contents)), ...inLive];
    return new Map(all.filter(([id]) => contents.home(id)));
  }

  /** Found once for as many notes as there are. */
  #readingsIn({ contents }: LiveSegment): [EventId, Seq][] {
    const known = this.#liveReadings.get(contents);
    const notes = contents.notes.length;
    if (known?.notes === notes) return known.readings;
    const readings = strayReadings(contents);
    this.#liveReadings.set(contents, { notes, readings });
    return readings;
  }

  /** The event a delivery is of. */
  eventOf(delivery: DeliveryId): EventId | undefined {
    for (const { contents } of this.#live) {
      const found = contents.eventOf(delivery);
      if (found) return found;
    }
    for (const segment of this.#sealed.toReversed()) {
      if (!within(segment.summary.deliveryIds, delivery)) continue;
      const found = this.contents(segment).eventOf(delivery);
      if (found) return found;
    }
    return undefined;
  }

  /** Null where a segment has no captures. */
  seqs(segment: Segment): { min: Seq; max: Seq } | null {
    if ('summary' in segment) return segment.summary.seqs;
    const { events } = segment.contents;
    const [first, last] = [events[0], events.at(-1)];
    return first && last ? { min: first.seq, max: last.seq } : null;
  }
}
