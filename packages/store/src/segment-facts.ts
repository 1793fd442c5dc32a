import type { EventId, Seq } from '@hooktap/protocol';
import type { EventFacts } from '@hooktap/query';
import type { FactTable } from './fact-table.ts';
import { type Evidence, type FactTest, maybe, no, yes } from './text-verdicts.ts';

/** The facts of a segment's events as they are now, with what was said of them later. */
export class SegmentFacts implements Evidence {
  readonly size: number;
  readonly #table: FactTable;
  /** Null where only a closer look can tell. */
  readonly #changed: ReadonlyMap<number, EventFacts | null>;
  readonly #marked: ReadonlySet<EventId>;
  readonly #known = new Map<FactTest, Uint8Array>();

  constructor(
    table: FactTable,
    changed: ReadonlyMap<number, EventFacts | null>,
    marked: ReadonlySet<EventId>,
  ) {
    this.size = table.size;
    this.#table = table;
    this.#changed = changed;
    this.#marked = marked;
  }

  idAt(index: number): EventId {
    return this.#table.idAt(index);
  }
  /** Undefined where there is none so far. */
  seqAt(index: number): Seq | undefined {
    return index < this.size ? this.#table.seqAt(index) : undefined;
  }
  receivedAt(index: number): number {
    return this.#table.receivedAt(index);
  }
  isMarked(index: number): boolean {
    return this.#marked.size > 0 && this.#marked.has(this.idAt(index));
  }

  facts(fits: FactTest): Uint8Array {
    const known = this.#known.get(fits) ?? this.#judge(fits);
    this.#known.set(fits, known);
    return known;
  }

  #judge(fits: FactTest): Uint8Array {
    const result = new Uint8Array(this.size);
    for (let index = 0; index < this.size; index++) {
      result[index] = fits(this.#table.factsAt(index)) ? yes : no;
    }
    for (const [index, facts] of this.#changed) {
      if (index < this.size) result[index] = facts === null ? maybe : fits(facts) ? yes : no;
    }
    return result;
  }

  /** What texts have is not known here. */
  containing(): Uint8Array {
    return new Uint8Array(this.size).fill(maybe);
  }
}
