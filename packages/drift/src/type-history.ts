import type { EventId } from '@hooktap/protocol';
import { type FieldRecordMap, FieldRecords } from './field-record.ts';
import type { GivingWay } from './giving-way.ts';
import { type BodyForm, Shape } from './shape.ts';

/** An event whose body was read. */
export interface SeenEvent {
  readonly id: EventId;
  /** Of its capture: events are ordered by it. */
  readonly seq: number;
  /** When it arrived, milliseconds since 1970. */
  readonly at: number;
  /** Pairs of a place's number and the kinds it had. Events with the same pairs share one. */
  readonly form: Uint32Array;
}

/** The events of one type that were looked at, and what their bodies have. */
export class TypeHistory {
  readonly shape = new Shape();
  #events: SeenEvent[] = [];
  readonly #forms = new Map<string, Uint32Array>();
  #isSorted = true;

  /** Of the events so far, while they only grew at the end and no places were merged. */
  #records: { readonly grown: FieldRecords; readonly merges: number } | null = null;

  /** False where the body is no JSON. */
  see(event: Pick<SeenEvent, 'id' | 'seq' | 'at'>, text: string): boolean {
    const form = this.shape.see(text, { eventId: event.id, order: event.seq });
    if (!form) return false;
    const isLast = this.#isSorted && (this.#events.at(-1)?.seq ?? 0) < event.seq;
    const seen = { ...event, form: this.#shared(form) };
    this.#events.push(seen);
    this.#isSorted = isLast;
    if (isLast) this.#records?.grown.see(this.#events.length - 1, seen.form);
    else this.#records = null;
    return true;
  }

  /** Oldest first. */
  get events(): readonly SeenEvent[] {
    if (!this.#isSorted) this.#events.sort((a, b) => a.seq - b.seq);
    this.#isSorted = true;
    return this.#events;
  }

  /** In which events each place was seen, by its number. */
  get records(): FieldRecordMap {
    const { merges } = this.shape;
    if (this.#records?.merges === merges) return this.#records.grown.all;
    const grown = new FieldRecords(this.shape);
    for (const [index, { form }] of this.events.entries()) grown.see(index, form);
    this.#records = { grown, merges };
    return grown.all;
  }

  /** Makes the records where they are out of date, piece by piece. Until then nothing may be seen or dropped. */
  async makeRecords(way: Pick<GivingWay, 'pause'>): Promise<void> {
    const { merges } = this.shape;
    if (this.#records?.merges === merges) return;
    const grown = new FieldRecords(this.shape);
    for (const [index, { form }] of this.events.entries()) {
      grown.see(index, form);
      await way.pause();
    }
    this.#records = { grown, merges };
  }

  /** What was learnt of them stays in the shape. */
  drop(ids: ReadonlySet<EventId>): void {
    this.#events = this.#events.filter(({ id }) => !ids.has(id));
    this.#records = null;
  }

  #shared(form: BodyForm): Uint32Array {
    const pairs = Uint32Array.from([...form].sort(([a], [b]) => a - b).flat());
    const name = pairs.join();
    const known = this.#forms.get(name);
    if (known) return known;
    this.#forms.set(name, pairs);
    return pairs;
  }
}
