import type { Commit, WriteResult } from '@hooktap/core';
import { littleBytes } from './append-log.ts';
import type { LiveSegment } from './live-segment.ts';
import { storeFailure } from './store-failure.ts';

/** Appends that share one write, and the promises that all of them are given. */
class Batch implements Commit {
  readonly segment: LiveSegment;
  count = 0;
  readonly written: Promise<WriteResult>;
  readonly #durable: Promise<WriteResult>;
  readonly #wanted: () => void;
  /** Whether anything in it is to be written soon, not just with what comes next. */
  hurried = false;
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
    this.hurry();
    return this.#durable;
  }

  /** To be written and forced without waiting for more. */
  hurry(): void {
    if (this.awaited) return;
    this.awaited = true;
    this.hurried = true;
    this.#wanted();
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

/** How long what nobody waits for may lie unwritten or unforced, in milliseconds. */
const lazyMs = 200;

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
  #isWriting = false;
  #syncing: Promise<void> | undefined;
  #onHurried: () => void = () => {};
  #lazily: NodeJS.Timeout | undefined;
  #last: LiveSegment;

  constructor(events: JournalEvents, last: LiveSegment) {
    this.#last = last;
    this.#events = events;
  }

  /** Writes the last entry of `segment` with whatever else waits. */
  commit(segment: LiveSegment): Commit {
    const batch = this.#join(segment);
    batch.hurried = true;
    this.#wake();
    return batch;
  }

  /** The same, but only once something else is committed, or a little later. */
  commitLater(segment: LiveSegment): void {
    this.#join(segment);
    this.#hurryLater();
  }

  /** Whether what is added to it now shares a write, and its fate, with what was added before. */
  isGathering(segment: LiveSegment): boolean {
    return this.#queue.some((batch) => batch.segment === segment);
  }

  /** Once nothing waits any more and all of it is forced. */
  async idle(): Promise<void> {
    for (this.#hurry(); this.#running; this.#hurry()) await this.#running;
  }

  #join(segment: LiveSegment): Batch {
    let batch = this.#queue.at(-1);
    if (batch?.segment !== segment) {
      const begun = new Batch(segment, () => this.#want(begun));
      batch = begun;
      this.#queue.push(batch);
    }
    batch.count += 1;
    return batch;
  }

  /** What is written already is forced at once: the disk works beside whatever is done meanwhile. */
  #want(batch: Batch): void {
    if (!this.#isWriting && this.#unsynced.includes(batch)) this.#syncIfWanted();
    this.#wake();
  }

  #wake(): void {
    this.#onHurried();
    this.#running ??= this.#run();
  }

  async #run(): Promise<void> {
    // Requests that were read in the same turn of the event loop belong together.
    await new Promise(setImmediate);
    for (;;) {
      while (this.#queue.some(({ hurried }) => hurried)) await this.#writeNext();
      this.#syncIfWanted();
      if (!this.#syncing) break;
      // What comes meanwhile is written at once; only its own sync has to wait.
      await Promise.race([this.#syncing, this.#nextHurried()]);
    }
    this.#running = undefined;
    if (this.#queue.length > 0 || this.#unsynced.length > 0) this.#hurryLater();
  }

  /** Settles when something is to be written without waiting for more. */
  #nextHurried(): Promise<void> {
    return new Promise((resolve) => {
      this.#onHurried = resolve;
    });
  }

  /** Until the very write the batch stays in the queue, so that all that is written with it belongs to it. */
  async #writeNext(): Promise<void> {
    const batch = this.#queue[0];
    if (!batch) return;
    const { segment } = batch;
    this.#isWriting = true;
    if (segment !== this.#last) await this.#leave(segment);
    try {
      await segment.log.ready();
      // Little is written in one go beside a sync; what takes longer must not be caught by its failing.
      if (segment.log.takingBack || segment.unwrittenBytes > littleBytes) await this.#syncing;
      this.#queue.shift();
      await segment.low.write();
    } catch (error) {
      await this.#syncing;
      if (this.#queue[0] === batch) this.#queue.shift();
      this.#isWriting = false;
      this.#fail([batch], error);
      return;
    }
    this.#isWriting = false;
    this.#unsynced.push(batch);
    batch.settleWritten(done);
  }

  /** The segment before is done with: forced, and then sealed. */
  async #leave(next: LiveSegment): Promise<void> {
    const before = this.#last;
    await this.#syncing;
    await this.#sync();
    this.#last = next;
    await this.#events.finished(before);
  }

  /** Begins a sync where someone waits for one; writes go on beside it. */
  #syncIfWanted(): void {
    if (this.#syncing || !this.#unsynced.some(({ awaited }) => awaited)) return;
    this.#syncing = this.#sync().then(() => {
      this.#syncing = undefined;
    });
  }

  async #sync(): Promise<void> {
    const covered = this.#unsynced;
    this.#unsynced = [];
    if (covered.length === 0) return;
    try {
      await this.#last.log.sync();
    } catch (error) {
      // What was written beside it was taken back with it.
      const lost = [...covered, ...this.#unsynced];
      this.#unsynced = [];
      this.#fail(lost, error);
      return;
    }
    for (const batch of covered) batch.settleDurable(done);
  }

  #hurryLater(): void {
    this.#lazily ??= setTimeout(() => {
      this.#lazily = undefined;
      this.#hurry();
    }, lazyMs).unref();
  }

  #hurry(): void {
    for (const batch of this.#queue) batch.hurry();
    for (const batch of this.#unsynced) batch.hurry();
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
