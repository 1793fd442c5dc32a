import type { Seq } from '@hooktap/protocol';
import type { SettingsFile } from './settings-file.ts';

const block = 20_000;

/** Gives each number once, for ever: numbers are reserved on disk in blocks before they are given. */
export class SeqCounter {
  readonly #settings: SettingsFile;
  #last: Seq;
  #reserved: Seq;

  private constructor(settings: SettingsFile, last: Seq) {
    this.#settings = settings;
    this.#last = last;
    this.#reserved = last;
  }

  static async open(settings: SettingsFile, lastRecorded: Seq): Promise<SeqCounter> {
    const counter = new SeqCounter(settings, Math.max(lastRecorded, settings.reservedSeq));
    await counter.#reserveMore();
    return counter;
  }

  get last(): Seq {
    return this.#last;
  }

  next(): Seq {
    this.#last += 1;
    // Half a block ahead, so that the write is through long before the numbers run out.
    if (this.#last > this.#reserved - block / 2) void this.#reserveMore().catch(() => {});
    return this.#last;
  }

  /** After a clean stop the next run goes on without a gap. */
  close(): Promise<void> {
    return this.#settings.reserve(this.#last);
  }

  #reserveMore(): Promise<void> {
    this.#reserved = this.#last + block;
    return this.#settings.reserve(this.#reserved);
  }
}
