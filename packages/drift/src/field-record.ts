import type { FieldNode } from './field-node.ts';
import { type JsonKind, kindsOf } from './json-kind.ts';
import { childrenOf } from './shape.ts';
import type { TypeHistory } from './type-history.ts';

/** In which of a type's events, by their index from the oldest, a place was seen. */
export interface FieldRecord {
  readonly node: FieldNode;
  /** Rising. */
  readonly events: readonly number[];
  /** With it as an object or list that has something in it: where the fields below it could have been. */
  readonly open: readonly number[];
  readonly kinds: ReadonlyMap<JsonKind, { readonly first: number; readonly count: number }>;
}

/** The records of all places that the looked-at events have, by number. */
export function fieldRecords(history: TypeHistory): Map<number, FieldRecord> {
  const records = new Map<number, GrowingRecord>();
  for (const [index, event] of history.events.entries()) {
    for (const [id, kinds] of history.placesOf(event)) {
      const record = records.get(id) ?? new GrowingRecord(history.shape.nodeOf(id));
      records.set(id, record);
      record.see(index, kindsOf(kinds));
    }
  }
  return records;
}

class GrowingRecord implements FieldRecord {
  readonly node: FieldNode;
  readonly events: number[] = [];
  readonly open: number[] = [];
  readonly kinds = new Map<JsonKind, { first: number; count: number }>();
  readonly #hasFields: boolean;

  constructor(node: FieldNode) {
    this.node = node;
    this.#hasFields = childrenOf(node).length > 0;
  }

  /** Once for each event; again where several places were merged into this one. */
  see(index: number, kinds: readonly JsonKind[]): void {
    if (this.events.at(-1) !== index) this.events.push(index);
    if (this.#hasFields && this.open.at(-1) !== index && kinds.includes('object')) this.open.push(index);
    for (const kind of kinds) {
      const known = this.kinds.get(kind);
      if (known) known.count += 1;
      else this.kinds.set(kind, { first: index, count: 1 });
    }
  }
}

/** How many of rising numbers are below one. */
export function countBelow(rising: readonly number[], limit: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
