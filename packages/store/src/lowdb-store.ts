import type {
  BodyWriter,
  ChangeNote,
  Commit,
  EventMatcher,
  RetentionLimits,
  RetentionRound,
  Store,
  StoreError,
  StoreRecord,
  WriteResult,
} from '@hooktap/core';
import type { EventId, RejectedRequest, Saying } from '@hooktap/protocol';
import type { BlobStore } from './blob-store.ts';
import { BodyIntake } from './body-intake.ts';
import { changeNotes } from './change-notes.ts';
import type { DataPaths } from './data-paths.ts';
import type { DeliveryTables } from './delivery-tables.ts';
import { derivedBytes } from './derived-bytes.ts';
import { Eraser } from './eraser.ts';
import { EventReads } from './event-reads.ts';
import type { FactTables } from './fact-tables.ts';
import type { FilePort } from './file-port.ts';
import { matchingHidden } from './hidden-events.ts';
import { Journal } from './journal.ts';
import { LiveSegment } from './live-segment.ts';
import type { Lock } from './lock.ts';
import type { QuietWork } from './quiet-work.ts';
import type { RejectedFile } from './rejected-file.ts';
import type { SegmentCatalog } from './segment-catalog.ts';
import { headerLine } from './segment-header.ts';
import { encodeIndex } from './segment-index.ts';
import { writeManifest } from './segment-manifest.ts';
import { stampOf } from './segment-stamp.ts';
import type { SegmentTexts } from './segment-texts.ts';
import type { SeqCounter } from './seq-counter.ts';
import type { SettingsFile } from './settings-file.ts';
import { closedError, storeFailure } from './store-failure.ts';
import type { StoredRecord } from './stored-record.ts';

/** Everything that opening found or made. */
export interface StoreParts {
  readonly files: FilePort;
  readonly paths: DataPaths;
  readonly catalog: SegmentCatalog;
  readonly blobs: BlobStore;
  readonly texts: SegmentTexts;
  readonly facts: FactTables;
  readonly quiet: QuietWork;
  readonly tables: DeliveryTables;
  readonly settings: SettingsFile;
  readonly counter: SeqCounter;
  readonly rejected: RejectedFile;
  readonly lock: Lock;
  readonly warnings: readonly Saying[];
  readonly segmentEvents: number;
  readonly inlineLimit: number;
}

const segmentBytes = 16 * 1024 * 1024;

/** The store over lowdb adapters: appends to the live segment, reads from all. */
export class LowdbStore extends EventReads implements Store {
  readonly warnings: readonly Saying[];
  readonly #parts: StoreParts;
  readonly #journal: Journal;
  readonly #eraser: Eraser;
  #closing: Promise<void> | undefined;
  /** Once in a run, with the first retention. */
  #collecting: Promise<void> | undefined;

  constructor(parts: StoreParts) {
    super(parts);
    this.#parts = parts;
    this.warnings = parts.warnings;
    this.#eraser = new Eraser(parts);
    const { current } = parts.catalog;
    this.#journal = new Journal(
      {
        dropped: () => parts.catalog.recount(),
        finished: (segment) => this.#seal(segment),
      },
      current,
    );
    // What an earlier run had no quiet moment for.
    parts.quiet.whenever(async () => {
      const { catalog, texts, facts } = parts;
      const lacking = new Set([...facts.missing(catalog), ...texts.missing(catalog)]);
      // The newest first: those are looked at most.
      for (const { number } of [...lacking].sort((a, b) => b.number - a.number))
        parts.quiet.whenever(this.#shortenCold(number));
    });
  }

  nextSeq(): number {
    return this.#parts.counter.next();
  }
  currentSeq(): number {
    return this.#parts.counter.last;
  }

  openBody(): BodyWriter {
    return new BodyIntake(this.#parts.blobs, this.#parts.inlineLimit);
  }

  append(record: StoreRecord): Commit {
    return this.#closing ? failed(closedError()) : this.#append(record);
  }
  appendLater(record: StoreRecord): void {
    if (!this.#closing) this.#journal.commitLater(this.#add(record));
  }

  #append(record: StoredRecord): Commit {
    return this.#journal.commit(this.#add(record));
  }

  /** Into memory; the segment that has it now. */
  #add(record: StoredRecord): LiveSegment {
    const { catalog, blobs, quiet } = this.#parts;
    quiet.noteAppend();
    const segment = this.#segmentFor(record);
    const note = segment.add(record);
    catalog.ledger.note(note);
    if (note.blob) blobs.release(note.blob.sha256);
    return segment;
  }

  #segmentFor(record: StoredRecord): LiveSegment {
    const { catalog, files, paths, segmentEvents } = this.#parts;
    const { current } = catalog;
    // What is appended at once, such as a capture with its deliveries, is kept or lost together: in one write.
    if (record.type !== 'event' && this.#journal.isGathering(current)) return current;
    // Only a capture begins a new segment by number: what follows it soon stays with it.
    const full = record.type === 'event' && current.contents.events.length >= segmentEvents;
    if (!full && current.bytes < segmentBytes) return current;
    const number = current.number + 1;
    const fresh = new LiveSegment(files, number, paths.segment(number));
    catalog.begin(fresh);
    return fresh;
  }

  /** Where this fails the segment stays in memory, and the next opening makes its index. */
  async #seal(segment: LiveSegment): Promise<void> {
    const { catalog } = this.#parts;
    try {
      await segment.log.close();
      // All of its records may have failed; then there may be no file either.
      if (segment.contents.notes.length === 0) return catalog.discard(segment);
      catalog.seal(segment, await this.#writeIndex(segment));
      this.#shorten(segment);
    } catch {}
  }

  /** Writes in a quiet moment what makes a segment fast to search; where that fails a search makes it. */
  #shorten(segment: LiveSegment): void {
    const { catalog, texts, facts, tables, quiet } = this.#parts;
    // Taken now: were the segment rewritten meanwhile, this would not be of what it has then.
    const stamp = stampOf(segment.path);
    if (!stamp) return;
    const fresh = async () => {
      await texts.write(catalog, segment, stamp);
      await facts.write(catalog, segment, stamp);
      tables.write(catalog, segment, stamp);
      await tables.idle();
    };
    quiet.later({ fresh, cold: this.#shortenCold(segment.number) });
  }

  /** The same from the disk, so that nothing of it waits in memory. */
  #shortenCold(wanted: number): () => Promise<void> {
    const { catalog, texts, facts, tables } = this.#parts;
    return async () => {
      const sealed = catalog.sealed.find(({ number }) => number === wanted);
      if (!sealed) return;
      await texts.make(catalog, sealed);
      await facts.table(catalog, sealed);
      await tables.table(catalog, sealed);
    };
  }

  async #writeIndex(segment: LiveSegment) {
    const { files, paths } = this.#parts;
    const { file, known } = encodeIndex(segment.path, segment.contents);
    const path = paths.index(segment.number);
    try {
      await files.remove(path);
      const index = await files.open(path);
      await index.append(file);
      await index.close();
    } catch {
      // An index is only a shortcut: what is missing is built anew from the segment.
    }
    return known;
  }

  async recentChanges(limit: number): Promise<ChangeNote[]> {
    const { catalog } = this.#parts;
    const changes: ChangeNote[] = [];
    for (const segment of catalog.all().reverse()) {
      changes.push(...catalog.contents(segment).notes.flatMap(changeNotes));
      if (changes.length >= limit) break;
    }
    return changes.sort((a, b) => a.seq - b.seq).slice(-limit);
  }

  async hidden(ids: readonly EventId[] | 'all', matcher?: EventMatcher): Promise<EventId[]> {
    const { hidden } = this.#parts.catalog.ledger;
    const found = ids === 'all' ? [...hidden.keys()] : ids.filter((id) => hidden.has(id));
    return matcher ? matchingHidden(found, matcher, this.#parts) : found;
  }

  noteRejected(request: RejectedRequest): void {
    this.#parts.rejected.add(request);
  }
  rejected(): { items: readonly RejectedRequest[]; total: number } {
    const { items, total } = this.#parts.rejected.ring;
    return { items, total };
  }

  counts(): { events: number; pinned: number; openDeliveries: number; storedBytes: number } {
    const { events, pinned, open, storedBytes } = this.#parts.catalog.ledger;
    return { events, pinned, openDeliveries: open.size, storedBytes };
  }

  derivedBytes(): Promise<number> {
    return derivedBytes(this.#parts.paths);
  }

  async retain(limits: RetentionLimits, round: RetentionRound): Promise<EventId[]> {
    if (this.#closing) return [];
    this.#collecting ??= this.#eraser.collectBlobs().catch(() => {});
    await this.#collecting;
    const { hidden, shown } = this.#eraser.choose(limits, round);
    const ids = [...hidden, ...shown];
    if (ids.length === 0) return [];
    const seq = round.takeSeq?.() ?? this.nextSeq();
    const commit = this.#append({ type: 'erased', seq, ids, hidden: hidden.length });
    const result = await commit.durable;
    if (!result.ok) throw result.error;
    round.onErased?.(shown);
    await this.#eraser.sweep();
    return ids;
  }

  setting(name: string): string | undefined {
    return this.#parts.settings.value(name);
  }
  async setSetting(name: string, value: string): Promise<WriteResult> {
    if (this.#closing) return { ok: false, error: closedError() };
    try {
      await this.#parts.settings.setValue(name, value);
      return { ok: true };
    } catch (error) {
      return { ok: false, error: storeFailure(error, this.#parts.paths.settings) };
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const { catalog, counter, rejected, lock, quiet, paths } = this.#parts;
    await this.#journal.idle();
    await this.#collecting;
    try {
      const { current } = catalog;
      await current.log.close();
      if (current.log.size > headerLine.length) {
        const { number } = current;
        const last = { number, ...(await this.#writeIndex(current)) };
        writeManifest(paths.manifest, [...catalog.sealed, last]);
        this.#shorten(current);
      }
      await quiet.stop();
      await rejected.idle();
      await counter.close().catch(() => {});
    } finally {
      await lock.release();
    }
  }
}

function failed(error: StoreError): Commit {
  const result = Promise.resolve<WriteResult>({ ok: false, error });
  return { written: result, durable: result };
}
