import { closeSync, openSync, read } from 'node:fs';
import { promisify } from 'node:util';
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
    const record = 'summary' in segment ? undefined : segment.recordAt(position);
    const note = notes[position];
    if (record) found.set(position, record);
    else if (note) missing.push({ position, note });
  }
  if (missing.length > 0) await readMissing(segment.path, missing, found);
  return positions.map((position) => found.get(position));
}

async function readMissing(
  path: string,
  missing: { position: number; note: RecordNote }[],
  found: Map<number, StoredRecord | undefined>,
): Promise<void> {
  const file = openSync(path, 'r');
  try {
    missing.sort((a, b) => a.note.offset - b.note.offset);
    for (const span of spans(missing)) {
      const start = span[0]?.note.offset ?? 0;
      const last = span.at(-1)?.note;
      const length = last ? last.offset + last.length - start : 0;
      const { buffer } = await readAt(file, Buffer.allocUnsafe(length), 0, length, start);
      for (const { position, note } of span) {
        const from = note.offset - start;
        const record = decodeRecord(buffer.subarray(from, from + note.length) as Buffer);
        found.set(position, record?.seq === note.seq ? record : undefined);
      }
    }
  } finally {
    closeSync(file);
  }
}

/** Lines that lie close together are read at once. */
function spans<T extends { note: RecordNote }>(sorted: readonly T[]): T[][] {
  const result: T[][] = [];
  let current: T[] = [];
  for (const item of sorted) {
    const first = current[0]?.note;
    const last = current.at(-1)?.note;
    const near =
      first &&
      last &&
      item.note.offset - (last.offset + last.length) < gapLimit &&
      item.note.offset + item.note.length - first.offset < spanLimit;
    if (near) current.push(item);
    else {
      current = [item];
      result.push(current);
    }
  }
  return result;
}
