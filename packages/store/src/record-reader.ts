import { closeSync, openSync, read } from 'node:fs';
import { promisify } from 'node:util';
import { Turns } from '@hooktap/core';
import { decodeRecord } from './disk-record.ts';
import type { RecordNote } from './record-note.ts';
import type { Segment, SegmentCatalog } from './segment-catalog.ts';
import type { StoredRecord } from './stored-record.ts';

const readAt = promisify(read);

/** Lines further apart than this are read one by one. */
const gapLimit = 64 * 1024;
const spanLimit = 1024 * 1024;

/**
 * The records at these positions of a segment, in their order; undefined where a line is damaged.
 * The file is opened before anything is awaited, so a rewrite of the segment cannot come between.
 */
export async function readRecords(
  catalog: SegmentCatalog,
  segment: Segment,
  positions: readonly number[],
): Promise<(StoredRecord | undefined)[]> {
  const found = new Map<number, StoredRecord | undefined>();
  const missing: { position: number; note: RecordNote }[] = [];
  const { notes } = catalog.contents(segment);
  for (const position of positions) {
    const record = catalog.recordIn(segment, position);
    const note = notes[position];
    if (record) found.set(position, record);
    else if (note) missing.push({ position, note });
  }
  const read = await recordsAt(
    segment.path,
    missing.map(({ note }) => note),
  );
  for (const [index, { position, note }] of missing.entries()) {
    const record = read[index];
    found.set(position, record?.seq === note.seq ? record : undefined);
  }
  return positions.map((position) => found.get(position));
}

/** Where a line lies in its segment. */
export type RecordPlace = Pick<RecordNote, 'offset' | 'length'>;

/** The records at these places, in their order, with the same promise. */
export async function recordsAt(
  path: string,
  places: readonly RecordPlace[],
): Promise<(StoredRecord | undefined)[]> {
  const found = new Map<RecordPlace, StoredRecord | undefined>();
  if (places.length === 0) return [];
  const file = openSync(path, 'r');
  const turns = new Turns();
  try {
    for (const span of spans(places.toSorted((a, b) => a.offset - b.offset))) {
      const start = span[0]?.offset ?? 0;
      const last = span.at(-1);
      const length = last ? last.offset + last.length - start : 0;
      const { buffer } = await readAt(file, Buffer.allocUnsafe(length), 0, length, start);
      for (const place of span) {
        const from = place.offset - start;
        found.set(place, decodeRecord(buffer.subarray(from, from + place.length) as Buffer));
        if (turns.isOver) await turns.breathe();
      }
    }
  } finally {
    closeSync(file);
  }
  return places.map((place) => found.get(place));
}

/** Lines that lie close together are read at once. */
function spans(sorted: readonly RecordPlace[]): RecordPlace[][] {
  const result: RecordPlace[][] = [];
  let current: RecordPlace[] = [];
  for (const place of sorted) {
    const first = current[0];
    const last = current.at(-1);
    const near =
      first &&
      last &&
      place.offset - (last.offset + last.length) < gapLimit &&
      place.offset + place.length - first.offset < spanLimit;
    if (near) current.push(place);
    else {
      current = [place];
      result.push(current);
    }
  }
  return result;
}
