import type { Commit, StoreError, WriteResult } from '@hooktap/core';
import type { LiveSegment } from './live-segment.ts';
import { storeFailure } from './store-failure.ts';

/** Appends that share one write and one sync, and the promises that all of them are given. */
class Batch implements Commit {
  readonly segment: LiveSegment;
  count = 0;
  readonly written: Promise<WriteResult>;
  readonly durable: Promise<WriteResult>;
  settleWritten: (result: WriteResult) => void = () => {};
  settleDurable: (result: WriteResult) => void = () => {};

  constructor(segment: LiveSegment) {
    this.segment = segment;
    this.written = new Promise((resolve) => {
      this.settleWritten = resolve;
    });
    this.durable = new Promise((resolve) => {
      this.settleDurable = resolve;
    });
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

/** Group commit: what comes while the disk is busy shares the next write and the next sync. */
export class Journal {
  readonly #events: JournalEvents;
  readonly #queue: Batch[] = [];
  #running: Promise<void> | undefined;
  #last: LiveSegment | undefined;

  constructor(events: JournalEvents, last: LiveSegment) {
    this.#last = last;
    this.#events = events;
  }

  /** Makes the last entry of `segment` durable with whatever else waits. */
  commit(segment: LiveSegment): Commit {
    let batch = this.#queue.at(-1);
    if (batch?.segment !== segment) {
      batch = new Batch(segment);
      this.#queue.push(batch);
    }
    batch.count += 1;
    this.#running ??= this.#run();
    return batch;
  }

  /** Once nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #run(): Promise<void> {
    // Requests that were read in the same turn of the event loop belong together.
    await new Promise(setImmediate);
    for (let batch = this.#queue.shift(); batch; batch = this.#queue.shift()) {
      await this.#write(batch);
      const before = this.#last;
      this.#last = batch.segment;
      if (before && before !== batch.segment) await this.#events.finished(before);
    }
    this.#running = undefined;
  }

  async #write(batch: Batch): Promise<void> {
    const { segment } = batch;
    try {
      await segment.low.write();
      batch.settleWritten(done);
      await segment.log.sync();
      batch.settleDurable(done);
    } catch (error) {
      segment.drop(batch.count);
      this.#events.dropped();
      this.#fail(batch, storeFailure(error, segment.path));
    }
  }

  #fail(batch: Batch, error: StoreError): void {
    batch.settleWritten({ ok: false, error });
    batch.settleDurable({ ok: false, error });
  }
}
