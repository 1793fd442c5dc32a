import type {
  DeliveryStatus,
  EventId,
  FailureKind,
  ReplySource,
  Seq,
  Verification,
  Via,
} from '@hooktap/protocol';
import type { EventFacts } from '@hooktap/query';
import { type FactRow, factsOf, type LateRow } from './event-facts.ts';
import {
  columns,
  type FactTable,
  type NameColumn,
  type NumberColumn,
  nameColumns,
  numberColumns,
  type WrittenFacts,
} from './fact-table.ts';

const idLength = 'evt_'.length + 26;

/** The facts of a sealed segment: about 100 bytes an event. */
export class PackedFacts implements FactTable {
  readonly #ids: Buffer;
  readonly #seqs: Float64Array;
  readonly #ats: Float64Array;
  readonly late: readonly LateRow[];
  readonly names: readonly string[];
  readonly byName: Readonly<Record<NameColumn, Uint16Array | Uint32Array>>;
  readonly byNumber: Readonly<Record<NumberColumn, Float64Array>>;

  constructor({ ids, seqs, ats, names, byName, byNumber, late }: WrittenFacts) {
    this.#ids = Buffer.from(ids, 'latin1');
    this.#seqs = new Float64Array(seqs);
    this.#ats = new Float64Array(ats);
    this.late = late;
    this.names = names;
    const Places = names.length < 65_536 ? Uint16Array : Uint32Array;
    this.byName = columns(nameColumns, (name) => new Places(byName[name]));
    this.byNumber = columns(numberColumns, (name) => {
      return new Float64Array(byNumber[name].map((value) => value ?? Number.NaN));
    });
  }

  get size(): number {
    return this.#seqs.length;
  }
  seqAt(index: number): Seq {
    return this.#seqs[index] ?? -1;
  }
  receivedAt(index: number): number {
    return this.#ats[index] ?? 0;
  }
  idAt(index: number): EventId {
    return this.#ids.toString('latin1', index * idLength, (index + 1) * idLength) as EventId;
  }
  factsAt(index: number): EventFacts {
    return new PackedRow(this, index);
  }
  /** For good. */
  row(index: number): FactRow {
    const facts = factsOf(this.factsAt(index));
    return { id: this.idAt(index), seq: this.seqAt(index), at: this.receivedAt(index), facts };
  }
  find(id: EventId): number | undefined {
    const at = this.#ids.indexOf(id, 0, 'latin1');
    return at < 0 ? undefined : at / idLength;
  }
}

/** What was written came from facts, so names are what they were. */
class PackedRow implements EventFacts {
  readonly #table: PackedFacts;
  readonly #index: number;

  constructor(table: PackedFacts, index: number) {
    this.#table = table;
    this.#index = index;
  }

  #name<Value extends string>(column: NameColumn): Value | undefined {
    const place = this.#table.byName[column][this.#index];
    return place ? (this.#table.names[place - 1] as Value) : undefined;
  }
  #number(column: NumberColumn): number | undefined {
    const value = this.#table.byNumber[column][this.#index];
    return value === undefined || Number.isNaN(value) ? undefined : value;
  }

  get endpoint() {
    return this.#name('endpoint') ?? '';
  }
  get via() {
    return this.#name<Via>('via') ?? 'direct';
  }
  get method() {
    return this.#name('method') ?? '';
  }
  get path() {
    return this.#name('path') ?? '';
  }
  get provider() {
    return this.#name('provider') ?? null;
  }
  get eventType() {
    return this.#name('eventType') ?? null;
  }
  get duplicateOf() {
    return this.#name<EventId>('duplicateOf');
  }
  get verification() {
    return { verdict: this.#name<Verification['verdict']>('verdict') ?? 'unchecked' };
  }
  get reply() {
    const source = this.#name<ReplySource>('reply');
    return source ? { source } : null;
  }
  get body() {
    return { size: this.#number('size') ?? 0 };
  }
  get delivery() {
    const status = this.#name<DeliveryStatus>('status');
    if (!status) return null;
    return {
      status,
      attempts: this.#number('attempts') ?? 0,
      lastStatusCode: this.#number('code'),
      lastFailure: this.#name<FailureKind>('failure'),
      tookMs: this.#number('tookMs'),
    };
  }
  get isReplayed() {
    return this.#number('replayed') === 1;
  }
  /** A person's marks lie elsewhere. */
  get pinned() {
    return false;
  }
}
