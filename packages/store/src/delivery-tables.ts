import { rmSync } from 'node:fs';
import type { DeliveryId, EventId } from '@hooktap/protocol';
import { writeDraft } from './atomic-file.ts';
import type { DataPaths } from './data-paths.ts';
import { type DeliveryRow, mergeRows, rowOf } from './delivery-row.ts';
import {
  type DeliveryTable,
  encodeTable,
  headOfTable,
  readTable,
  readTableHead,
  type TableHead,
} from './delivery-table.ts';
import type { FilePort } from './file-port.ts';
import type { LiveSegment } from './live-segment.ts';
import { readRecords } from './record-reader.ts';
import type { SealedSegment, Segment, SegmentCatalog } from './segment-catalog.ts';
import type { SegmentContents } from './segment-contents.ts';
import { type SegmentStamp, stampOf } from './segment-stamp.ts';
import type { StoredRecord } from './stored-record.ts';

/** Records read at once. */
const slice = 512;

/** The rows of a segment while records are added to it. */
class GrowingTable implements DeliveryTable {
  readonly #contents: SegmentContents;
  readonly #own = new Map<DeliveryId, DeliveryRow>();
  readonly #strays = new Map<DeliveryId, DeliveryRow>();
  /** Notes that were looked at. */
  seen = 0;

  constructor(contents: SegmentContents) {
    this.#contents = contents;
  }

  get own(): Iterable<DeliveryRow> {
    return this.#own.values();
  }
  get strays(): Iterable<DeliveryRow> {
    return this.#strays.values();
  }

  add(record: StoredRecord | undefined): void {
    const row = record && rowOf(record);
    if (row) this.put(row);
  }
  put(row: DeliveryRow): void {
    const rows = this.#isOwn(row.eventId) ? this.#own : this.#strays;
    rows.set(row.id, mergeRows(rows.get(row.id), row));
  }
  #isOwn(id: EventId): boolean {
    return this.#contents.home(id) !== undefined;
  }
}

/**
 * What each segment says of deliveries, so that the log is searched and counted without reading a record. Sealed
 * segments have it in a file beside them; one that is missing or stale is made anew.
 */
export class DeliveryTables {
  readonly #files: FilePort;
  readonly #paths: DataPaths;
  readonly #live = new WeakMap<SegmentContents, GrowingTable>();
  /** How an earlier run left the segment that is added to again. */
  readonly #found = new WeakMap<SegmentContents, { readonly stamp: SegmentStamp; readonly notes: number }>();
  readonly #heads = new WeakMap<SealedSegment, TableHead>();
  #writing: Promise<void> = Promise.resolve();

  constructor(files: FilePort, paths: DataPaths) {
    this.#files = files;
    this.#paths = paths;
  }

  /** What an earlier run wrote of a segment that is added to again is of use still. Before anything is added. */
  adopt({ path, contents }: LiveSegment): void {
    const stamp = stampOf(path);
    if (stamp) this.#found.set(contents, { stamp, notes: contents.notes.length });
  }

  async table(catalog: SegmentCatalog, segment: Segment): Promise<DeliveryTable> {
    if (!('summary' in segment)) return this.#growing(catalog, segment);
    return readTable(this.#paths.deliveries(segment.number), segment.stamp) ?? this.#build(catalog, segment);
  }

  async head(catalog: SegmentCatalog, segment: SealedSegment): Promise<TableHead> {
    const head =
      this.#heads.get(segment) ??
      readTableHead(this.#paths.deliveries(segment.number), segment.stamp) ??
      headOfTable(await this.table(catalog, segment));
    this.#heads.set(segment, head);
    return head;
  }

  /** Writes the table of a segment that nothing is added to any more, and that was like this then; it may take a while. */
  write(catalog: SegmentCatalog, segment: LiveSegment, stamp: SegmentStamp): void {
    const before = this.#writing;
    const write = async () => {
      await before;
      await this.#keep(segment.number, stamp, await this.#growing(catalog, segment));
    };
    // Where this fails the next search makes it anew.
    this.#writing = write().catch(() => {});
  }

  /** Once all that was begun is written. */
  idle(): Promise<void> {
    return this.#writing;
  }

  /** The table of a segment that was rewritten fits it no more. */
  forget({ number }: SealedSegment): void {
    rmSync(this.#paths.deliveries(number), { force: true });
  }

  async #keep(number: number, stamp: SegmentStamp, table: DeliveryTable): Promise<void> {
    const path = this.#paths.deliveries(number);
    const draft = await writeDraft(this.#files, path, encodeTable(stamp, table));
    await this.#files.rename(draft, path);
  }

  async #build(catalog: SegmentCatalog, segment: SealedSegment): Promise<DeliveryTable> {
    const { stamp } = segment;
    const contents = catalog.contents(segment);
    const table = new GrowingTable(contents);
    const positions = tellingPositions(contents, 0, contents.notes.length);
    // At once, so that a rewrite cannot come between.
    for (const record of await readRecords(catalog, segment, positions)) table.add(record);
    await this.#keep(segment.number, stamp, table).catch(() => {});
    return table;
  }

  async #growing(catalog: SegmentCatalog, segment: LiveSegment): Promise<DeliveryTable> {
    for (;;) {
      // A failed append gives the segment new contents; its table is then made anew.
      const { contents } = segment;
      const table = this.#live.get(contents) ?? this.#begin(segment);
      const from = table.seen;
      if (from === contents.notes.length) return table;
      const end = Math.min(from + slice, contents.notes.length);
      const records = await readRecords(catalog, segment, tellingPositions(contents, from, end));
      // Another search may have been at it meanwhile.
      if (table.seen !== from || segment.contents !== contents) continue;
      for (const record of records) table.add(record);
      table.seen = end;
    }
  }

  #begin({ contents, number }: LiveSegment): GrowingTable {
    const table = new GrowingTable(contents);
    this.#live.set(contents, table);
    const found = this.#found.get(contents);
    const known = found && readTable(this.#paths.deliveries(number), found.stamp);
    if (!known) return table;
    for (const row of [...known.own, ...known.strays]) table.put(row);
    table.seen = found.notes;
    return table;
  }
}

/** Where the records are that say something of deliveries. */
function tellingPositions({ notes }: SegmentContents, from: number, end: number): number[] {
  const positions: number[] = [];
  for (let position = from; position < end; position++) {
    const type = notes[position]?.type;
    if (type === 'delivery' || type === 'attempt') positions.push(position);
  }
  return positions;
}
