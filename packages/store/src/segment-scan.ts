import { decodeRecord } from './disk-record.ts';
import { noteOf, type RecordNote } from './record-note.ts';
import { headerLine, headerVersion, NewerFormatError, segmentFormat } from './segment-header.ts';

/** What reading a segment file from end to end found. */
export interface SegmentScan {
  /** The good lines; offsets as they are once the file is rewritten with nothing else. */
  readonly notes: RecordNote[];
  readonly lines: Buffer[];
  readonly bad: Buffer[];
  /** An unfinished append at the end: what a kill in the middle of a write leaves. */
  readonly torn: boolean;
  /** Whether the file is just a header and the good lines, as it should be. */
  readonly clean: boolean;
}

const newline = 0x0a;
/** How a line of ours begins, as far as an unfinished one got. */
const looksUnfinished = (tail: Buffer): boolean => {
  const start = '{"type":"';
  return tail.toString('latin1', 0, start.length) === start.slice(0, tail.length);
};

/** Without the room that was made for more lines and not used: a kill leaves it. */
function withoutRoom(file: Buffer): Buffer {
  let end = file.length;
  while (end > 0 && file[end - 1] === 0) end -= 1;
  return file.subarray(0, end);
}

export function scanSegment(path: string, file: Buffer): SegmentScan {
  const content = withoutRoom(file);
  const notes: RecordNote[] = [];
  const lines: Buffer[] = [];
  const bad: Buffer[] = [];
  let start = 0;
  let target = headerLine.length;
  let headed = false;
  for (let end = content.indexOf(newline); end >= 0; end = content.indexOf(newline, start)) {
    const line = content.subarray(start, end + 1);
    const version = start === 0 ? headerVersion(line) : undefined;
    start = end + 1;
    if (version !== undefined) {
      if (version > segmentFormat) throw new NewerFormatError(path, version);
      headed = true;
      continue;
    }
    // Format 0 had no header; its records read the same, so the rewrite is its whole migration.
    const record = decodeRecord(line);
    if (!record) {
      bad.push(line);
      continue;
    }
    notes.push(noteOf(record, target, line.length));
    lines.push(line);
    target += line.length;
  }
  const tail = content.subarray(start);
  const torn = tail.length > 0 && looksUnfinished(tail);
  if (tail.length > 0 && !torn) bad.push(tail);
  const clean = headed && bad.length === 0 && tail.length === 0 && content.length === file.length;
  return { notes, lines, bad, torn, clean };
}
