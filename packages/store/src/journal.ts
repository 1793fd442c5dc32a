import type { Commit, WriteResult } from '@hooktap/core';
import type { LiveSegment } from './live-segment.ts';
import { storeFailure } from './store-failure.ts';

/** Appends that share one write, and the promises that all of them are given. */
class Batch implements Commit {
  readonly segment: LiveSegment;
  count = 0;
  readonly written: Promise<WriteResult>;
  readonly #durable: Promise<WriteResult>;
  readonly #wanted: () => void;
  /** Whether anyone waits for the sync. What nobody waits for is forced with what comes next. */
  awaited = false;
  settleWritten: (result: WriteResult) => void = () => {};
  settleDurable: (result: WriteResult) => void = () => {};

  constructor(segment: LiveSegment, wanted: () => void) {
    this.segment = segment;
    this.#wanted = wanted;
    this.written = new Promise((resolve) => {
      this.settleWritten = resolve;
    });
    this.#durable = new Promise((resolve) => {
      this.settleDurable = resolve;
    });
  }

  get durable(): Promise<WriteResult> {
    if (!this.awaited) {
      this.awaited = true;
      this.#wanted();
    }
    return this.#durable;
  }
}

const done: WriteResult = { ok: true };

/** What the journal tells its store. */
export interface JournalEvents {
  /** Records were lost: what was counted of them counts no more. */
  dropped(): void;
  /** Nothing more will be added to the segment and it is all on disk. */
  finished(segment: LiveSegment): Promise<void>;
}

/** How long what nobody waits for may lie unforced, in milliseconds. */
const lazySyncMs = 200;

/**
 * Group commit: what comes while the disk is busy shares the next write and the next sync. A sync is made
 * where someone waits for one, and a little later for the rest.
 */
export class Journal {
  readonly #events: JournalEvents;
  readonly #queue: Batch[] = [];
  /** Written to the last segment since its last sync. */
  #unsynced: Batch[] = [];
  #running: Promise<void> | undefined;
  #lazySync: NodeJS.Timeout | undefined;
  #last: LiveSegment;

  constructor(events: JournalEvents, last: LiveSegment) {
    this.#last = last;
    this.#events = events;
  }

  /** Writes the last entry of `segment` with whatever else waits. */
  commit(segment: LiveSegment): Commit {
    let batch = this.#queue.at(-1);
    if (batch?.segment !== segment) {
      batch = new Batch(segment, () => this.#wake());
      this.#queue.push(batch);
    }
    batch.count += 1;
    this.#wake();
    return batch;
  }

  /** Once nothing waits any more and all of it is forced. */
  async idle(): Promise<void> {
    for (const batch of this.#unsynced) void batch.durable;
    while (this.#running) await this.#running;
    if (this.#unsynced.length > 0) await this.#sync();
  }

  #wake(): void {
    this.#running ??= this.#run();
  }

  async #run(): Promise<void> {
    // Requests that were read in the same turn of the event loop belong together.
    await new Promise(setImmediate);
    while (this.#queue.length > 0 || this.#unsynced.some(({ awaited }) => awaited)) {
      const batch = this.#queue.shift();
      if (batch) await this.#write(batch);
      if (this.#unsynced.some(({ awaited }) => awaited)) await this.#sync();
    }
    this.#running = undefined;
    if (this.#unsynced.length > 0) this.#syncLater();
  }

  async #write(batch: Batch): Promise<void> {
    const { segment } = batch;
    if (segment !== this.#last) await this.#leave(segment);
    try {
      await segment.low.write();
    } catch (error) {
      this.#fail([batch], error);
      return;
    }
    this.#unsynced.push(batch);
    batch.settleWritten(done);
  }

  /** The segment before is done with: forced, and then sealed. */
  async #leave(next: LiveSegment): Promise<void> {
    const before = this.#last;
    await this.#sync();
    this.#last = next;
    await this.#events.finished(before);
  }

  async #sync(): Promise<void> {
    const covered = this.#unsynced;
    this.#unsynced = [];
    if (covered.length === 0) return;
    try {
      await this.#last.log.sync();
    } catch (error) {
      this.#fail(covered, error);
      return;
    }
    for (const batch of covered) batch.settleDurable(done);
  }

  #syncLater(): void {
    this.#lazySync ??= setTimeout(() => {
      this.#lazySync = undefined;
      for (const batch of this.#unsynced) void batch.durable;
    }, lazySyncMs).unref();
  }

  /** What could not be kept leaves no trace in reads. */
  #fail(batches: readonly Batch[], cause: unknown): void {
    for (const batch of batches) {
      const error = storeFailure(cause, batch.segment.path);
      batch.segment.drop(batch.count);
      batch.settleWritten({ ok: false, error });
      batch.settleDurable({ ok: false, error });
    }
    this.#events.dropped();
  }
}
