import { closeSync, existsSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EventId, EventReading } from '@hooktap/protocol';
import { writeDraft } from './atomic-file.ts';
import type { DataPaths } from './data-paths.ts';
import { decodeRecord } from './disk-record.ts';
import { readEvents } from './event-reader.ts';
import type { FilePort } from './file-port.ts';
import type { LiveSegment } from './live-segment.ts';
import type { QuietWork } from './quiet-work.ts';
import type { RecordNote } from './record-note.ts';
import type { SealedSegment, Segment, SegmentCatalog } from './segment-catalog.ts';
import type { SegmentContents } from './segment-contents.ts';
import { type SegmentStamp, stampOf } from './segment-stamp.ts';
import { idOf, type TextChunk } from './text-chunk.ts';
import { chunksOf, type TextEntry, textEntry } from './text-entry.ts';
import { encodeTexts, newTextMemory, TextFile, type TextMemory } from './text-file.ts';

/** Captures made into text before others have their turn. */
const slice = 32;
/** Texts that lack a reading from a later segment are looked at closely; so many are worth writing anew. */
const worthRefreshing = 32;

/** The texts of a live segment's captures, as far as they were made. */
interface LiveTexts {
  entries: TextEntry[];
  /** Where the text of an event is among them. */
  readonly places: Map<EventId, number>;
  /** Notes that were looked at. */
  seen: number;
  /** The segment as an earlier run left it with a file of its texts. */
  found: { readonly stamp: SegmentStamp; readonly notes: number } | undefined;
}

/**
 * The search text of every capture, lower-cased, so that searching is looking for bytes. Sealed segments have it in a
 * file beside them; a file that is missing or stale is only a shortcut less and is made anew at the next search.
 */
export class SegmentTexts {
  readonly #files: FilePort;
  readonly #paths: DataPaths;
  readonly #live = new WeakMap<SegmentContents, LiveTexts>();
  readonly #quiet: QuietWork;
  /** Segments whose texts are to be written anew. */
  readonly #refreshing = new Set<number>();
  /** While no search uses it. */
  #spare: TextMemory | undefined;

  constructor(files: FilePort, paths: DataPaths, quiet: QuietWork) {
    this.#files = files;
    this.#paths = paths;
    this.#quiet = quiet;
  }

  /** Begun in the same turn of the event loop as the segment was looked up: a rewrite then does no harm. */
  async *chunks(catalog: SegmentCatalog, segment: Segment): AsyncGenerator<TextChunk> {
    if (!('summary' in segment)) {
      yield* chunksOf(await this.#liveEntries(segment));
      return;
    }
    const stamp = stampOf(segment.path);
    if (!stamp) return;
    const file = TextFile.open(this.#paths.text(segment.number), stamp);
    if (!file) {
      yield* chunksOf(await this.#build(catalog, segment, stamp));
      return;
    }
    if (catalog.readLater(segment).size - file.late >= worthRefreshing)
      this.#refresh(catalog, segment, stamp);
    yield* this.#chunksOf(file);
  }

  /** Sealed segments without a file, fit or not. */
  missing(catalog: SegmentCatalog): SealedSegment[] {
    return catalog.sealed.filter(({ number }) => !existsSync(this.#paths.text(number)));
  }

  /** The file of a sealed segment, where it has none yet. */
  async make(catalog: SegmentCatalog, segment: SealedSegment): Promise<void> {
    const stamp = stampOf(segment.path);
    const file = stamp && TextFile.open(this.#paths.text(segment.number), stamp);
    file?.close();
    if (!stamp || file) return;
    await this.#build(catalog, segment, stamp);
  }

  /** Takes the readings from later segments in, when there is time. */
  #refresh(catalog: SegmentCatalog, segment: SealedSegment, stamp: SegmentStamp): void {
    const { number } = segment;
    if (this.#refreshing.has(number)) return;
    this.#refreshing.add(number);
    this.#quiet.whenever(async () => {
      this.#refreshing.delete(number);
      const file = TextFile.open(this.#paths.text(number), stamp);
      if (file) await this.#keep(number, stamp, await withLaterReadings(catalog, segment, file.entries()));
    });
  }

  async *#chunksOf(file: TextFile): AsyncGenerator<TextChunk> {
    const memory = this.#spare ?? newTextMemory();
    this.#spare = undefined;
    try {
      yield* file.chunks(memory);
    } finally {
      this.#spare = memory;
    }
  }

  /** What an earlier run wrote of a segment that is added to again is of use still. Before anything is added. */
  adopt(segment: LiveSegment): void {
    const notes = segment.contents.notes.length;
    const stamp = stampOf(segment.path);
    if (stamp)
      this.#live.set(segment.contents, { entries: [], places: new Map(), seen: 0, found: { stamp, notes } });
  }

  /** The file of a segment that nothing is added to any more, and that was like this then. */
  async write(catalog: SegmentCatalog, segment: LiveSegment, stamp: SegmentStamp): Promise<void> {
    const entries = await withLaterReadings(catalog, segment, await this.#liveEntries(segment));
    await this.#keep(segment.number, stamp, entries);
  }

  /** The texts of a segment that was rewritten fit it no more. */
  forget(segment: SealedSegment): void {
    rmSync(this.#paths.text(segment.number), { force: true });
  }

  async #keep(number: number, stamp: SegmentStamp, entries: readonly TextEntry[]): Promise<void> {
    const path = this.#paths.text(number);
    const draft = await writeDraft(this.#files, path, encodeTexts(stamp, entries));
    await this.#files.rename(draft, path);
  }

  async #build(
    catalog: SegmentCatalog,
    segment: SealedSegment,
    stamp: SegmentStamp,
  ): Promise<readonly TextEntry[]> {
    const content = readFileSync(segment.path);
    const own: TextEntry[] = [];
    const readings = readingsIn(content);
    for (const line of linesOf(content)) {
      const record = decodeRecord(line);
      if (record?.type !== 'event') continue;
      const made = own.push(textEntry(record, readings.get(record.event.id) ?? null));
      if (made % slice === 0) await nextTurn();
    }
    const entries = await withLaterReadings(catalog, segment, own);
    await this.#keep(segment.number, stamp, entries).catch(() => {});
    return entries;
  }

  async #liveEntries(segment: LiveSegment): Promise<readonly TextEntry[]> {
    let texts = this.#textsOf(segment);
    // Another search may be at it too: each turn goes on where the last one stopped.
    for (; texts.seen < segment.contents.notes.length; texts = this.#textsOf(segment)) {
      readSlice(segment, texts);
      await nextTurn();
    }
    return texts.entries;
  }

  /** A failed append gives the segment new contents; its texts are then made anew. */
  #textsOf({ contents, number }: LiveSegment): LiveTexts {
    const texts = this.#live.get(contents) ?? { entries: [], places: new Map(), seen: 0, found: undefined };
    this.#live.set(contents, texts);
    const { found } = texts;
    const file = found && TextFile.open(this.#paths.text(number), found.stamp);
    if (found && file) {
      texts.entries = file.entries();
      texts.seen = found.notes;
      for (const [place, { text }] of texts.entries.entries()) texts.places.set(idOf(text), place);
    }
    texts.found = undefined;
    return texts;
  }
}

/** The same with what later segments have read of them so far. */
async function withLaterReadings(
  catalog: SegmentCatalog,
  segment: Segment,
  entries: readonly TextEntry[],
): Promise<readonly TextEntry[]> {
  const readLater = catalog.readLater(segment);
  if (readLater.size === 0) return entries;
  const events = await readEvents(catalog, [...readLater.keys()]);
  return entries.map((entry) => {
    const id = idOf(entry.text);
    const late = readLater.get(id);
    const event = events.get(id);
    const captured = event?.records[0];
    if (late === undefined || captured?.type !== 'event') return entry;
    return { ...textEntry(captured, event?.state.reading ?? null), late };
  });
}

function readSlice(segment: LiveSegment, texts: LiveTexts): void {
  const { contents } = segment;
  const end = Math.min(texts.seen + slice, contents.notes.length);
  for (; texts.seen < end; texts.seen++) {
    const note = contents.notes[texts.seen];
    if (note?.type !== 'event' && note?.type !== 'reading') continue;
    const place = texts.places.get(note.id);
    const entry = note.type === 'event' || place !== undefined ? entryOf(segment, note.id) : undefined;
    if (!entry) continue;
    if (place !== undefined) texts.entries[place] = entry;
    else texts.places.set(note.id, texts.entries.push(entry) - 1);
  }
}

/** With the last reading that the segment has of it. */
function entryOf(segment: LiveSegment, id: EventId): TextEntry | undefined {
  const { notes } = segment.contents;
  const positions = segment.contents.positions(id);
  const record = (type: RecordNote['type']) => {
    const position = positions.findLast((one) => notes[one]?.type === type);
    const note = position === undefined ? undefined : notes[position];
    // Records of an earlier run are on disk only.
    return position !== undefined && note
      ? (segment.recordAt(position) ?? decodeRecord(lineAt(segment.path, note)))
      : undefined;
  };
  const event = record('event');
  const reading = record('reading');
  if (event?.type !== 'event') return undefined;
  return textEntry(event, reading?.type === 'reading' ? reading.reading : null);
}

function readingsIn(content: Buffer): Map<EventId, EventReading> {
  const readings = new Map<EventId, EventReading>();
  const start = Buffer.from('{"type":"reading"');
  for (const line of linesOf(content)) {
    const record = line.subarray(0, start.length).equals(start) ? decodeRecord(line) : undefined;
    if (record?.type === 'reading') readings.set(record.eventId, record.reading);
  }
  return readings;
}

function* linesOf(content: Buffer): Generator<Buffer> {
  let start = 0;
  for (let end = content.indexOf(0x0a); end >= 0; end = content.indexOf(0x0a, start)) {
    yield content.subarray(start, end + 1);
    start = end + 1;
  }
}

function lineAt(path: string, { offset, length }: RecordNote): Buffer {
  const file = openSync(path, 'r');
  try {
    const line = Buffer.allocUnsafe(length);
    readSync(file, line, 0, length, offset);
    return line;
  } finally {
    closeSync(file);
  }
}
