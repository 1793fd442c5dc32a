import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import * as z from 'zod';
import type { RecordNote } from './record-note.ts';
import { SegmentContents } from './segment-contents.ts';
import { headerVersion, NewerFormatError, segmentFormat } from './segment-header.ts';
import { type SegmentStamp, sameStamp, stampOf } from './segment-stamp.ts';
import { SegmentSummary, summarize } from './segment-summary.ts';

/** Raised whenever notes or summaries change; an index of another version is made anew. */
const indexVersion = 3;
/** Of these the notes are as they are now: only the summary is made anew, and the segment need not be read. */
const versionsWithSuchNotes: ReadonlySet<number> = new Set([2, indexVersion]);

/** First line of an index: read alone when a store opens. The second is the notes. */
const IndexHead = z.object({
  version: z.literal(indexVersion),
  /** The segment it describes, to the byte and the moment; another is a stale index. */
  segment: z.object({ bytes: z.number(), mtimeMs: z.number() }),
  notesHash: z.string(),
  summary: SegmentSummary,
});

/** What is alike in the heads of all versions. */
const AnyHead = IndexHead.pick({ segment: true }).extend({ version: z.number() });

const hashOf = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

/** The content of the index of the segment at `path`, as that lies on disk now. */
export function encodeIndex(
  path: string,
  contents: SegmentContents,
): { file: Buffer; known: SegmentKnowledge } {
  const summary = summarize(contents);
  const notes = JSON.stringify(contents.notes);
  const stamp = stampOf(path);
  if (!stamp) throw new Error(`${path} is gone`);
  const head = { version: indexVersion, segment: stamp, notesHash: hashOf(notes), summary };
  return { file: Buffer.from(`${JSON.stringify(head)}\n${notes}\n`), known: { stamp, summary } };
}

/** What is known of a segment without reading it. */
export interface SegmentKnowledge {
  readonly stamp: SegmentStamp;
  readonly summary: SegmentSummary;
}

/** Null where there is none that fits the segment. Throws for a segment of a later format. */
export function readSummary(segmentPath: string, indexPath: string): SegmentKnowledge | null {
  try {
    const stamp = stampOf(segmentPath);
    const head = IndexHead.safeParse(JSON.parse(firstLine(indexPath)));
    if (!head.success || !stamp) return null;
    return sameStamp(head.data.segment, stamp) ? { stamp, summary: head.data.summary } : null;
  } catch {
    return null;
  }
}

/** The notes in an index of an earlier version; null where they are of no use, or the index does not fit the segment. */
export function readEarlierContents(segmentPath: string, indexPath: string): SegmentContents | null {
  try {
    const stamp = stampOf(segmentPath);
    const head = AnyHead.safeParse(JSON.parse(firstLine(indexPath)));
    if (!stamp || !head.success || !versionsWithSuchNotes.has(head.data.version)) return null;
    return sameStamp(head.data.segment, stamp) ? readContents(indexPath) : null;
  } catch {
    return null;
  }
}

/** Refuses the segment of a later format, whatever its index says. */
export function checkFormat(segmentPath: string): void {
  const version = headerVersion(Buffer.from(`${firstLine(segmentPath, 256)}`));
  if (version !== undefined && version > segmentFormat) throw new NewerFormatError(segmentPath, version);
}

/** Null where the notes are not what was written. */
export function readContents(indexPath: string): SegmentContents | null {
  try {
    const file = readFileSync(indexPath);
    const split = file.indexOf(0x0a) + 1;
    const notes = file.subarray(split, file.length - 1);
    // The hash is the door: what it fits was written by this code.
    if (!file.subarray(0, split).includes(`"notesHash":"${hashOf(notes)}"`)) return null;
    return new SegmentContents(JSON.parse(notes.toString('utf8')) as RecordNote[]);
  } catch {
    return null;
  }
}

function firstLine(path: string, limit = Number.POSITIVE_INFINITY): string {
  const file = openSync(path, 'r');
  try {
    let text = Buffer.alloc(0);
    for (;;) {
      const piece = Buffer.alloc(Math.min(16 * 1024, limit));
      const length = readSync(file, piece, 0, piece.length, text.length);
      text = Buffer.concat([text, piece.subarray(0, length)]);
      const end = text.indexOf(0x0a);
      if (end >= 0) return text.toString('utf8', 0, end);
      if (length === 0 || text.length >= limit) return text.toString('utf8');
    }
  } finally {
    closeSync(file);
  }
}
