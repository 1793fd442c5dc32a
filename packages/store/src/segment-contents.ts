import type { DeliveryId, EventId } from '@hooktap/protocol';
import { type EventNote, type RecordNote, takenBytes as taken } from './record-note.ts';

/** What one segment holds, as notes in the order of its lines, with the ways to find them. */
export class SegmentContents {
  readonly notes: RecordNote[] = [];
  readonly #byEvent = new Map<EventId, number[]>();
  readonly #homes = new Map<EventId, EventNote>();
  readonly #deliveries = new Map<DeliveryId, EventId>();
  #inOrder: EventNote[] = [];
  #sorted = true;

  constructor(notes: readonly RecordNote[] = []) {
    for (const note of notes) this.add(note);
  }

  add(note: RecordNote): void {
    const position = this.notes.push(note) - 1;
    if (!('id' in note)) return;
    const positions = this.#byEvent.get(note.id);
    if (positions) positions.push(position);
    else this.#byEvent.set(note.id, [position]);
    if (note.type === 'event') this.#addEvent(note);
    else if (note.type === 'delivery') this.#deliveries.set(note.deliveryId, note.id);
  }

  #addEvent(note: EventNote): void {
    this.#homes.set(note.id, note);
    this.#sorted &&= (this.#inOrder.at(-1)?.seq ?? -1) < note.seq;
    this.#inOrder.push(note);
  }

  /** Captures by seq; they may have been appended a little out of it. */
  get events(): readonly EventNote[] {
    if (!this.#sorted) this.#inOrder.sort((a, b) => a.seq - b.seq);
    this.#sorted = true;
    return this.#inOrder;
  }

  home(id: EventId): EventNote | undefined {
    return this.#homes.get(id);
  }

  /** Where the lines about an event are, in order; also of one that was captured elsewhere. */
  positions(id: EventId): readonly number[] {
    return this.#byEvent.get(id) ?? [];
  }

  /** Every event that a line here is about. */
  mentioned(): Iterable<EventId> {
    return this.#byEvent.keys();
  }

  eventOf(delivery: DeliveryId): EventId | undefined {
    return this.#deliveries.get(delivery);
  }
}

/** What the lines about an event here take up, with their blobs. */
export const takenBytes = (contents: SegmentContents, id: EventId): number =>
  contents.positions(id).reduce((sum, position) => {
    const note = contents.notes[position];
    return note ? sum + taken(note) : sum;
  }, 0);
