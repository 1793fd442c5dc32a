import { closeSync, existsSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import type { RetentionLimits } from '@hooktap/core';
import type { EventId, Instant } from '@hooktap/protocol';
import { writeDraft } from './atomic-file.ts';
import type { BlobStore } from './blob-store.ts';
import type { DataPaths } from './data-paths.ts';
import type { DeliveryTables } from './delivery-tables.ts';
import type { FactTables } from './fact-tables.ts';
import type { FilePort } from './file-port.ts';
import type { RecordNote } from './record-note.ts';
import { pushedOut, type RetentionCandidate } from './retention-choice.ts';
import type { SealedSegment, Segment, SegmentCatalog } from './segment-catalog.ts';
import { SegmentContents, takenBytes } from './segment-contents.ts';
import { headerLine } from './segment-header.ts';
import { encodeIndex } from './segment-index.ts';
import { isFlaw } from './segment-summary.ts';
import type { SegmentTexts } from './segment-texts.ts';

interface EraserParts {
  readonly files: FilePort;
  readonly paths: DataPaths;
  readonly catalog: SegmentCatalog;
  readonly blobs: BlobStore;
  readonly texts: SegmentTexts;
  readonly facts: FactTables;
  readonly tables: DeliveryTables;
}

/** What retention erases. */
export interface ErasureChoice {
  readonly hidden: readonly EventId[];
  readonly shown: readonly EventId[];
}

const idsOf = (candidates: readonly RetentionCandidate[]): EventId[] => candidates.map(({ id }) => id);

/** Chooses what retention erases, and gives its space back by rewriting segments. */
export class Eraser {
  readonly #files: FilePort;
  readonly #paths: DataPaths;
  readonly #catalog: SegmentCatalog;
  readonly #blobs: BlobStore;
  readonly #texts: SegmentTexts;
  readonly #facts: FactTables;
  readonly #tables: DeliveryTables;

  constructor({ files, paths, catalog, blobs, texts, facts, tables }: EraserParts) {
    this.#files = files;
    this.#paths = paths;
    this.#catalog = catalog;
    this.#blobs = blobs;
    this.#texts = texts;
    this.#facts = facts;
    this.#tables = tables;
  }

  /** What has to go: of what is hidden already, and of what lists still show. */
  choose(limits: RetentionLimits, at: { now: number; hiddenBefore: Instant }): ErasureChoice {
    const { ledger } = this.#catalog;
    const expired = [...ledger.hidden].flatMap(([id, since]) => (since < at.hiddenBefore ? [id] : []));
    const gone = expired.flatMap((id) => {
      const segment = this.#catalog.home(id);
      return segment ? [this.#candidate(segment, id)] : [];
    });
    if (!this.#pressed(limits, at.now)) return { hidden: idsOf(gone), shown: [] };
    const candidates = this.#catalog.all().flatMap((segment) => this.#candidates(segment));
    const freed = gone.reduce((sum, { bytes }) => sum + bytes, 0);
    const held = { events: ledger.events, bytes: ledger.storedBytes - freed };
    return { hidden: idsOf(gone), shown: idsOf(pushedOut(candidates, held, limits, at.now)) };
  }

  #pressed({ keepEvents, keepBytes, keepDays }: RetentionLimits, now: number): boolean {
    const { ledger } = this.#catalog;
    if (ledger.events > keepEvents || ledger.storedBytes > keepBytes) return true;
    const oldest = now - keepDays * 86_400_000;
    return this.#catalog
      .all()
      .some((segment) =>
        'summary' in segment
          ? segment.summary.oldestAt < oldest
          : segment.contents.events.some(({ at }) => at < oldest),
      );
  }

  #candidates(segment: Segment): RetentionCandidate[] {
    const { ledger } = this.#catalog;
    const open = new Set(ledger.open.values());
    return this.#catalog
      .contents(segment)
      .events.filter(({ id }) => ledger.isVisible(id) && !ledger.isPinned(id) && !open.has(id))
      .map(({ id }) => this.#candidate(segment, id));
  }

  #candidate(segment: Segment, id: EventId): RetentionCandidate {
    const contents = this.#catalog.contents(segment);
    return {
      id,
      at: contents.home(id)?.at ?? 0,
      bytes: takenBytes(contents, id),
      flawed: this.#catalog.mentioning(id).some((one) => hasFlaw(this.#catalog.contents(one), id)),
    };
  }

  /** Rewrites sealed segments that hold mostly what is erased, and removes blobs that nothing names. */
  async sweep(): Promise<void> {
    let rewritten = 0;
    try {
      for (const segment of [...this.#catalog.sealed]) {
        const contents = this.#catalog.contents(segment);
        const gone = contents.events.filter(({ id }) => this.#catalog.ledger.erased.has(id));
        const worth = gone.length * 2 >= contents.events.length || gone.some(({ blob }) => blob);
        if (gone.length === 0 || !worth) continue;
        rewritten += 1;
        await this.#rewrite(segment, contents);
      }
    } finally {
      // What was erased counts the same before and after, so once for all of them is enough.
      if (rewritten > 0) this.#catalog.recount();
    }
  }

  /**
   * Removes blobs that no record names: what a crash left between a body and its record. Not while there are damaged
   * lines set aside, which may name some.
   */
  async collectBlobs(): Promise<void> {
    if (existsSync(this.#paths.damaged)) return;
    const named = new Set(this.#catalog.sealed.flatMap(({ summary }) => summary.blobs));
    for await (const sha256 of this.#blobs.all()) {
      if (!named.has(sha256) && !this.#isNamed(sha256)) await this.#blobs.remove(sha256);
    }
  }

  async #rewrite(segment: SealedSegment, contents: SegmentContents): Promise<void> {
    const here = new Set(contents.events.map(({ id }) => id));
    const kept = contents.notes.filter((note) => this.#stays(note, here));
    const path = segment.path;
    const lines = readLines(path, kept);
    const draft = await writeDraft(this.#files, path, Buffer.concat([headerLine, ...lines]));
    const index = this.#paths.index(segment.number);
    const fresh = new SegmentContents(relocated(kept));
    // In one turn of the event loop, so that no read sees the old notes with the new file.
    rmSync(index, { force: true });
    this.#texts.forget(segment);
    this.#facts.forget(segment);
    this.#tables.forget(segment);
    if (kept.length === 0) {
      rmSync(path);
      rmSync(draft);
      this.#catalog.replace(segment, undefined);
    } else {
      renameSync(draft, path);
      const { file, known } = encodeIndex(path, fresh);
      this.#catalog.replace(segment, { number: segment.number, path, ...known });
      await this.#files.remove(index);
      const indexFile = await this.#files.open(index);
      await indexFile.append(file);
      await indexFile.close();
    }
    await this.#files.syncDir(this.#paths.segments);
    for (const sha256 of new Set(segment.summary.blobs)) {
      if (!this.#isNamed(sha256)) await this.#blobs.remove(sha256);
    }
  }

  /** Lines about erased events go; the word that one is erased stays as long as it lies elsewhere. */
  #stays(note: RecordNote, here: ReadonlySet<EventId>): boolean {
    const { erased } = this.#catalog.ledger;
    if ('id' in note) return !erased.has(note.id);
    if (note.type === 'erased') return note.ids.some((id) => erased.has(id) && !here.has(id));
    return note.ids.some((id) => this.#catalog.ledger.hidden.has(id));
  }

  #isNamed(sha256: string): boolean {
    return (
      this.#catalog.sealed.some(({ summary }) => summary.blobs.includes(sha256)) ||
      this.#catalog.live.some(({ contents }) => contents.notes.some(({ blob }) => blob?.sha256 === sha256))
    );
  }
}

function relocated(notes: readonly RecordNote[]): RecordNote[] {
  let offset = headerLine.length;
  return notes.map((note) => {
    const moved = { ...note, offset };
    offset += note.length;
    return moved;
  });
}

function readLines(path: string, notes: readonly RecordNote[]): Buffer[] {
  const file = openSync(path, 'r');
  try {
    return notes.map(({ offset, length }) => {
      const line = Buffer.allocUnsafe(length);
      readSync(file, line, 0, length, offset);
      return line;
    });
  } finally {
    closeSync(file);
  }
}

const hasFlaw = (contents: SegmentContents, id: EventId): boolean =>
  contents.positions(id).some((position) => {
    const note = contents.notes[position];
    return note !== undefined && isFlaw(note);
  });
