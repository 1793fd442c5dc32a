/** What stands in one row of JSON set out in lines. */
export const rowKinds = { open: 0, close: 1, empty: 2, string: 3, number: 4, word: 5 } as const;

/** `ascii`: every character of the value takes one cell. */
export const rowMarks = { comma: 1, isArray: 2, repeatedKey: 4, unclosed: 8, ascii: 16 } as const;

/**
 * JSON as rows over its own text: nothing is parsed into values, so that long numbers, repeated keys and
 * their order stay as they were sent. Columns of one table; offsets are into the text.
 */
export interface JsonRows {
  readonly count: number;
  readonly kind: Uint8Array;
  /** rowMarks, added up. */
  readonly marks: Uint8Array;
  readonly depth: Uint32Array;
  /** Of the key with its quotes; both 0 where there is none. */
  readonly keyStart: Uint32Array;
  readonly keyEnd: Uint32Array;
  /** Of the value; of `open` the whole from bracket to bracket. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Of `open` the row of its end, of `close` that of its begin. */
  readonly partner: Uint32Array;
  /** The row that holds this one; itself at the top. */
  readonly parent: Uint32Array;
  /** Its place among its siblings. */
  readonly index: Uint32Array;
}

/** A table of rows that grows as they come. */
export class RowTable {
  #size = 256;
  count = 0;
  kind = new Uint8Array(this.#size);
  marks = new Uint8Array(this.#size);
  depth = new Uint32Array(this.#size);
  keyStart = new Uint32Array(this.#size);
  keyEnd = new Uint32Array(this.#size);
  start = new Uint32Array(this.#size);
  end = new Uint32Array(this.#size);
  partner = new Uint32Array(this.#size);
  parent = new Uint32Array(this.#size);
  index = new Uint32Array(this.#size);

  /** The number of the new row. */
  add(kind: number, depth: number, parent: number, index: number): number {
    if (this.count === this.#size) this.#grow();
    const row = this.count++;
    this.kind[row] = kind;
    this.depth[row] = depth;
    this.parent[row] = parent < 0 ? row : parent;
    this.index[row] = index;
    this.partner[row] = row;
    return row;
  }

  #grow(): void {
    this.#size *= 2;
    const more = <T extends Uint8Array | Uint32Array>(old: T, next: T): T => {
      next.set(old);
      return next;
    };
    this.kind = more(this.kind, new Uint8Array(this.#size));
    this.marks = more(this.marks, new Uint8Array(this.#size));
    for (const name of ['depth', 'keyStart', 'keyEnd', 'start', 'end', 'partner', 'parent', 'index'] as const)
      this[name] = more(this[name], new Uint32Array(this.#size));
  }

  rows(): JsonRows {
    const { count } = this;
    return {
      count,
      kind: this.kind.slice(0, count),
      marks: this.marks.slice(0, count),
      depth: this.depth.slice(0, count),
      keyStart: this.keyStart.slice(0, count),
      keyEnd: this.keyEnd.slice(0, count),
      start: this.start.slice(0, count),
      end: this.end.slice(0, count),
      partner: this.partner.slice(0, count),
      parent: this.parent.slice(0, count),
      index: this.index.slice(0, count),
    };
  }
}

/** The memory of the table, to be handed from the worker to the page. */
export function buffersOf(rows: JsonRows): ArrayBufferLike[] {
  return Object.values(rows).flatMap((column) => (typeof column === 'number' ? [] : [column.buffer]));
}
