import { Low } from 'lowdb';
import { AppendLog, type LogEntry } from './append-log.ts';
import { encodeRecord } from './disk-record.ts';
import type { FilePort } from './file-port.ts';
import { noteOf, type RecordNote } from './record-note.ts';
import { SegmentContents } from './segment-contents.ts';
import { headerLine } from './segment-header.ts';
import type { StoredRecord } from './stored-record.ts';

/** The segment that records are added to: a lowdb database over an append log, with its notes in memory. */
export class LiveSegment {
  readonly number: number;
  readonly path: string;
  readonly log: AppendLog;
  readonly low: Low<LogEntry[]>;
  contents: SegmentContents;
  #end: number;

  /** With what it holds already; the contents become its own. */
  constructor(files: FilePort, number: number, path: string, known = new SegmentContents()) {
    this.number = number;
    this.path = path;
    this.contents = known;
    const last = known.notes.at(-1);
    const bytes = last ? last.offset + last.length : 0;
    this.log = new AppendLog(files, path, { bytes, entries: known.notes.length });
    const entries = known.notes.map(({ length }) => ({ record: undefined, line: undefined, bytes: length }));
    this.low = new Low<LogEntry[]>(this.log, entries);
    this.#end = Math.max(bytes, headerLine.length);
  }

  /** The length with what still waits. */
  get bytes(): number {
    return this.#end;
  }

  get unwrittenBytes(): number {
    return this.#end - Math.max(this.log.size, headerLine.length);
  }

  add(record: StoredRecord): RecordNote {
    const line = encodeRecord(record);
    const bytes = Buffer.byteLength(line);
    const note = noteOf(record, this.#end, bytes);
    this.#end += bytes;
    this.low.data.push({ record, line, bytes });
    this.contents.add(note);
    return note;
  }

  /** Forgets what could not be written: `count` entries after those on disk. */
  drop(count: number): void {
    const from = this.log.written;
    this.low.data.splice(from, count);
    const notes = this.contents.notes.filter((_, position) => position < from || position >= from + count);
    this.#end = headerLine.length;
    for (const note of notes) {
      note.offset = this.#end;
      this.#end += note.length;
    }
    this.contents = new SegmentContents(notes);
  }

  recordAt(position: number): StoredRecord | undefined {
    return this.low.data[position]?.record;
  }
}
