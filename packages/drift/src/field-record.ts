import type { FieldNode } from './field-node.ts';
import { type JsonKind, jsonKinds, kindBit } from './json-kind.ts';
import type { Shape } from './shape.ts';

/** In which of a type's events, by their index from the oldest, a place was seen. */
export interface FieldRecord {
  readonly node: FieldNode;
  /** Rising. */
  readonly events: readonly number[];
  /** With it as an object: where the fields below it could have been. Rising. */
  readonly open: readonly number[];
  /** With each kind: the first event, and how many. In the order in which they first came. */
  readonly kinds: readonly { readonly kind: JsonKind; readonly first: number; readonly count: number }[];
}

export type FieldRecordMap = ReadonlyMap<number, FieldRecord>;

const object = kindBit('object');

/** The records of all places that the events have, by number. Events come in order, the oldest first. */
export class FieldRecords {
  readonly #shape: Shape;
  readonly #records = new Map<number, GrowingRecord>();

  constructor(shape: Shape) {
    this.#shape = shape;
  }

  get all(): FieldRecordMap {
    return this.#records;
  }

  /** `form`: pairs of a place's number and the kinds it had. */
  see(index: number, form: Uint32Array): void {
    for (let at = 0; at < form.length; at += 2) {
      const node = this.#shape.nodeOf(form[at] ?? 0);
      let record = this.#records.get(node.id);
      if (!record) {
        record = new GrowingRecord(node);
        this.#records.set(node.id, record);
      }
      record.see(index, form[at + 1] ?? 0);
    }
  }
}

class GrowingRecord implements FieldRecord {
  readonly node: FieldNode;
  readonly events: number[] = [];
  readonly open: number[] = [];
  readonly #byKind: { kind: JsonKind; first: number; last: number; count: number }[] = [];
  /** As bits, those that came already. */
  #known = 0;

  constructor(node: FieldNode) {
    this.node = node;
  }

  get kinds(): FieldRecord['kinds'] {
    return this.#byKind;
  }

  /** Once for each event; again where several places were merged into this one. */
  see(index: number, kinds: number): void {
    if (this.events.at(-1) !== index) this.events.push(index);
    if ((kinds & object) !== 0 && this.open.at(-1) !== index) this.open.push(index);
    if ((kinds & ~this.#known) !== 0) this.#meet(index, kinds & ~this.#known);
    for (const known of this.#byKind) {
      if ((kinds & kindBit(known.kind)) === 0 || known.last === index) continue;
      known.last = index;
      known.count += 1;
    }
  }

  #meet(index: number, kinds: number): void {
    this.#known |= kinds;
    for (const kind of jsonKinds) {
      if ((kinds & kindBit(kind)) !== 0) this.#byKind.push({ kind, first: index, last: index, count: 1 });
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
