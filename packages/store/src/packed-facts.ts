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
import { placeAmong } from './sorted-place.ts';

const idLength = 'evt_'.length + 26;

/** The facts of a sealed segment: about 100 bytes an event. */
export class PackedFacts implements FactTable {
  readonly #ids: Buffer;
  readonly #seqs: Float64Array;
  readonly #ats: Float64Array;
  /** The rows in the order of their ids; made when one is first looked for. */
  #byId: Uint32Array | undefined;
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
    const byId = this.#byId ?? this.#sortedById();
    this.#byId = byId;
    const index = byId[placeAmong(byId.length, (place) => this.idAt(byId[place] ?? 0) < id)];
    return index !== undefined && this.idAt(index) === id ? index : undefined;
  }

  /** Rows mostly stand in the order of their ids, though not where requests overlapped. */
  #sortedById(): Uint32Array {
    const ids = Array.from({ length: this.size }, (_, index) => this.idAt(index));
    const places = Uint32Array.from(ids.keys());
    const isSorted = ids.every((id, index) => index === 0 || (ids[index - 1] ?? '') <= id);
    return isSorted ? places : places.sort((a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1));
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
