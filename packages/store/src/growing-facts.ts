import { applyRecord, type EventState, initialState } from '@hooktap/core';
import type { EventId, Seq } from '@hooktap/protocol';
import type { EventFacts } from '@hooktap/query';
import { type FactRow, factRow, type LateRow, readFacts } from './event-facts.ts';
import type { FactTable } from './fact-table.ts';
import type { StoredRecord } from './stored-record.ts';

/** The facts of a segment while records are added to it. */
export class GrowingFacts implements FactTable {
  readonly #rows: FactRow[] = [];
  readonly #places = new Map<EventId, number>();
  readonly #late = new Map<EventId, LateRow>();
  /** Notes that were looked at. */
  seen = 0;

  get rows(): readonly FactRow[] {
    return this.#rows;
  }
  get late(): readonly LateRow[] {
    return [...this.#late.values()];
  }
  get size(): number {
    return this.#rows.length;
  }
  seqAt(index: number): Seq {
    return this.#row(index).seq;
  }
  receivedAt(index: number): number {
    return this.#row(index).at;
  }
  idAt(index: number): EventId {
    return this.#row(index).id;
  }
  factsAt(index: number): EventFacts {
    return this.#row(index).facts;
  }
  find(id: EventId): number | undefined {
    return this.#places.get(id);
  }

  #row(index: number): FactRow {
    const row = this.#rows[index];
    if (!row) throw new RangeError(`No row ${index}`);
    return row;
  }

  put(row: FactRow): void {
    const place = this.#places.get(row.id);
    if (place !== undefined) this.#rows[place] = row;
    else this.#places.set(row.id, this.#rows.push(row) - 1);
  }

  putLate(row: LateRow): void {
    this.#late.set(row.id, row);
  }

  /** All that the segment has of one event, in order. */
  tell(id: EventId, records: readonly (StoredRecord | undefined)[]): void {
    let state: EventState | undefined;
    let late: LateRow = { id, reply: null, reading: null };
    for (const record of records) {
      if (!record || record.type === 'erased') continue;
      if (record.type === 'event') state = initialState(record.event);
      else if (state) state = applyRecord(state, record);
      else if (record.type === 'reply') late = { ...late, reply: { source: record.reply.source } };
      else if (record.type === 'reading') late = { ...late, reading: readFacts(record.reading) };
    }
    if (state) this.put(factRow(state));
    else if (late.reply || late.reading) this.putLate(late);
  }
}
