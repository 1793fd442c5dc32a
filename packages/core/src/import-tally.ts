import type { EventId, ImportResult } from '@hooktap/protocol';
import type { EventState } from './event-state.ts';
import type { Wrong } from './field-fault.ts';
import type { ImportEntry } from './import-events.ts';

/** Of what was left out so many are told with their reason. */
const mostFaults = 100;
const longestReason = 300;

/** What became of a file so far; those that were kept are told of in the order of the file. */
export class ImportTally {
  readonly #ids: EventId[] | null;
  readonly #faults: ImportResult['faults'] = [];
  #skipped = 0;
  #imported = 0;
  #first: EventId | null = null;
  #last: EventId | null = null;
  #oldest: string | null = null;

  constructor(lists: boolean) {
    this.#ids = lists ? [] : null;
  }

  kept({ captured: { id, receivedAt } }: EventState): void {
    this.#imported += 1;
    this.#first ??= id;
    this.#last = id;
    if (this.#oldest === null || receivedAt < this.#oldest) this.#oldest = receivedAt;
    this.#ids?.push(id);
  }

  skipped({ place, placePart }: Pick<ImportEntry, 'place' | 'placePart'>, { message, parts }: Wrong): void {
    this.#skipped += 1;
    if (this.#faults.length >= mostFaults) return;
    // What is long comes of the file; then the words alone are told.
    const isShort = message.length <= longestReason;
    const told = { place, ...(placePart && { placePart }), message: message.slice(0, longestReason) };
    this.#faults.push({ ...told, ...(parts && isShort && { parts }) });
  }

  result(seq: number): ImportResult {
    return {
      imported: this.#imported,
      firstId: this.#first,
      lastId: this.#last,
      seq,
      skipped: this.#skipped,
      faults: this.#faults,
      oldest: this.#oldest,
      ...(this.#ids && { ids: this.#ids }),
    };
  }
}
