import { existsSync, rmSync } from 'node:fs';
import { Turns } from '@hooktap/core';
import type { EventId } from '@hooktap/protocol';
import { writeDraft } from './atomic-file.ts';
import type { DataPaths } from './data-paths.ts';
import type { FactRow } from './event-facts.ts';
import { encodeFacts, readFacts, readPlaces, type WrittenPlaces } from './fact-file.ts';
import { type FactTable, writeFacts } from './fact-table.ts';
import type { FilePort } from './file-port.ts';
import { GrowingFacts } from './growing-facts.ts';
import type { LiveSegment } from './live-segment.ts';
import { PackedFacts } from './packed-facts.ts';
import { type RecordPlace, readRecords } from './record-reader.ts';
import type { SealedSegment, Segment, SegmentCatalog } from './segment-catalog.ts';
import type { SegmentContents } from './segment-contents.ts';
import { type SegmentStamp, stampOf } from './segment-stamp.ts';

/** Notes looked at before others have their turn. */
const slice = 256;
/** Events whose facts stay in memory, of the newest segments: about 20 MB. */
const keptInMemory = 200_000;

/**
 * What each segment says of the events that were captured in it, so that fields are searched without reading a
 * record. Sealed segments have it in a file beside them; one that is missing or stale is made anew.
 */
export class FactTables {
  readonly #files: FilePort;
  readonly #paths: DataPaths;
  readonly #live = new WeakMap<SegmentContents, GrowingFacts>();
  /** How an earlier run left the segment that is added to again. */
  readonly #found = new WeakMap<SegmentContents, { readonly stamp: SegmentStamp; readonly notes: number }>();
  readonly #packed = new Map<SealedSegment, PackedFacts>();
  /** Those that are being made: several searches that come to one wait for the same. */
  readonly #making = new Map<SealedSegment, Promise<PackedFacts>>();

  constructor(files: FilePort, paths: DataPaths) {
    this.#files = files;
    this.#paths = paths;
  }

  /** What an earlier run wrote of a segment that is added to again is of use still. Before anything is added. */
  adopt({ path, contents }: LiveSegment): void {
    const stamp = stampOf(path);
    if (stamp) this.#found.set(contents, { stamp, notes: contents.notes.length });
  }

  async table(catalog: SegmentCatalog, segment: Segment): Promise<FactTable> {
    if (!('summary' in segment)) return this.#growing(catalog, segment);
    const known = this.#packed.get(segment) ?? this.#load(segment);
    if (known) return known;
    const making = this.#making.get(segment) ?? this.#make(catalog, segment);
    this.#making.set(segment, making);
    return making;
  }

  /** Sealed segments without a file, fit or not. */
  missing(catalog: SegmentCatalog): SealedSegment[] {
    return catalog.sealed.filter(({ number }) => !existsSync(this.#paths.facts(number)));
  }

  async #make(catalog: SegmentCatalog, segment: SealedSegment): Promise<PackedFacts> {
    try {
      const packed = new PackedFacts(await this.#build(catalog, segment));
      this.#keepInMemory(segment, packed);
      return packed;
    } finally {
      this.#making.delete(segment);
    }
  }

  /**
   * Where the lines are that a segment has of events captured in it; undefined for one it does not know, or where
   * there is no file. At once.
   */
  places(segment: SealedSegment): (id: EventId) => RecordPlace[] | undefined {
    const path = this.#paths.facts(segment.number);
    const table = this.#packed.get(segment) ?? this.#load(segment);
    const places = table && readPlaces(path, segment.stamp);
    if (!places) return () => undefined;
    const ends: number[] = [];
    for (const count of places.counts) ends.push((ends.at(-1) ?? 0) + count);
    return (id) => {
      const index = table.find(id);
      if (index === undefined) return undefined;
      const [from, to] = [ends[index - 1] ?? 0, ends[index]];
      const lengths = places.lengths.slice(from, to);
      return places.offsets.slice(from, to).map((offset, at) => ({ offset, length: lengths[at] ?? 0 }));
    };
  }

  #load(segment: SealedSegment): PackedFacts | undefined {
    const written = readFacts(this.#paths.facts(segment.number), segment.stamp);
    const packed = written && new PackedFacts(written);
    if (packed) this.#keepInMemory(segment, packed);
    return packed;
  }

  /** The file of a segment that nothing is added to any more, and that was like this then. */
  async write(catalog: SegmentCatalog, segment: LiveSegment, stamp: SegmentStamp): Promise<void> {
    const { rows, late } = await this.#growing(catalog, segment);
    await this.#keep(
      segment.number,
      encodeFacts(stamp, writeFacts(rows, late), placesOf(rows, segment.contents)),
    );
  }

  /** The facts of a segment that was rewritten or removed fit it no more. */
  forget(segment: SealedSegment): void {
    this.#packed.delete(segment);
    rmSync(this.#paths.facts(segment.number), { force: true });
  }

  #keepInMemory(segment: SealedSegment, packed: PackedFacts): void {
    this.#packed.set(segment, packed);
    let events = 0;
    for (const one of [...this.#packed.keys()].sort((a, b) => b.number - a.number)) {
      events += this.#packed.get(one)?.size ?? 0;
      if (events > keptInMemory) this.#packed.delete(one);
    }
  }

  async #keep(number: number, content: Buffer): Promise<void> {
    const path = this.#paths.facts(number);
    const draft = await writeDraft(this.#files, path, content);
    await this.#files.rename(draft, path);
  }

  async #build(catalog: SegmentCatalog, segment: SealedSegment) {
    const { stamp } = segment;
    const contents = catalog.contents(segment);
    const positions = contents.notes.flatMap((note, position) => (isTelling(note.type) ? [position] : []));
    // At once, so that a rewrite cannot come between.
    const records = await readRecords(catalog, segment, positions);
    const at = new Map(positions.map((position, index) => [position, records[index]]));
    const table = new GrowingFacts();
    const turns = new Turns();
    for (const id of contents.mentioned()) {
      if (turns.isOver) await turns.breathe();
      table.tell(
        id,
        contents.positions(id).map((position) => at.get(position)),
      );
    }
    const written = writeFacts(table.rows, table.late);
    await this.#keep(segment.number, encodeFacts(stamp, written, placesOf(table.rows, contents))).catch(
      () => {},
    );
    return written;
  }

  async #growing(catalog: SegmentCatalog, segment: LiveSegment): Promise<GrowingFacts> {
    for (;;) {
      // A failed append gives the segment new contents; its facts are then made anew.
      const { contents } = segment;
      const table = this.#live.get(contents) ?? this.#begin(segment);
      const from = table.seen;
      if (from === contents.notes.length) return table;
      const end = Math.min(from + slice, contents.notes.length);
      const told = await this.#tellingOf(catalog, segment, from, end);
      // Another search may have been at it meanwhile.
      if (table.seen !== from || segment.contents !== contents) continue;
      for (const [id, records] of told) table.tell(id, records);
      table.seen = end;
    }
  }

  /** All that the segment has, up to `end`, of the events that these notes are about. */
  async #tellingOf(catalog: SegmentCatalog, segment: LiveSegment, from: number, end: number) {
    const { contents } = segment;
    const ids = new Set<EventId>();
    for (const note of contents.notes.slice(from, end))
      if (isTelling(note.type) && 'id' in note) ids.add(note.id);
    const wanted = [...ids].map((id) => ({
      id,
      positions: contents.positions(id).filter((position) => position < end),
    }));
    const records = await readRecords(
      catalog,
      segment,
      wanted.flatMap(({ positions }) => positions),
    );
    let next = 0;
    return wanted.map(({ id, positions }) => {
      const start = next;
      next += positions.length;
      return [id, records.slice(start, next)] as const;
    });
  }

  #begin({ contents, number }: LiveSegment): GrowingFacts {
    const table = new GrowingFacts();
    this.#live.set(contents, table);
    const found = this.#found.get(contents);
    const written = found && readFacts(this.#paths.facts(number), found.stamp);
    if (!written) return table;
    const packed = new PackedFacts(written);
    for (let index = 0; index < packed.size; index++) table.put(packed.row(index));
    for (const row of packed.late) table.putLate(row);
    table.seen = found.notes;
    return table;
  }
}

function placesOf(rows: readonly FactRow[], contents: SegmentContents): WrittenPlaces {
  const places = rows.map(({ id }) =>
    contents.positions(id).flatMap((position) => contents.notes[position] ?? []),
  );
  return {
    counts: places.map(({ length }) => length),
    offsets: places.flat().map(({ offset }) => offset),
    lengths: places.flat().map(({ length }) => length),
  };
}

/** Marks are in the ledger, and what is hidden too. */
const isTelling = (type: string): boolean => type !== 'annotation';
