import type { DeliveryId, EventId } from '@hooktap/protocol';
import { type RecordNote, takenBytes } from './record-note.ts';
import type { SegmentSummary } from './segment-summary.ts';

/** Running totals over all segments: what is pinned, open, hidden, erased, and how much there is. */
export class Ledger {
  readonly marked = new Set<EventId>();
  readonly open = new Map<DeliveryId, EventId>();
  /** Hidden events and since when. */
  readonly hidden = new Map<EventId, string>();
  /** Erased, but still in a segment that was not rewritten yet. */
  readonly erased = new Set<EventId>();
  readonly #pinned = new Set<EventId>();
  /** What an event takes up; undefined where it is in no segment (any more). */
  readonly #sizeOf: (id: EventId) => number | undefined;
  #captured = 0;
  #pinnedHidden = 0;
  #bytes = 0;

  constructor(sizeOf: (id: EventId) => number | undefined) {
    this.#sizeOf = sizeOf;
  }

  get events(): number {
    return this.#captured - this.hidden.size - this.erased.size;
  }
  get pinned(): number {
    return this.#pinned.size - this.#pinnedHidden;
  }
  get storedBytes(): number {
    return Math.max(0, this.#bytes);
  }

  isPinned(id: EventId): boolean {
    return this.#pinned.has(id);
  }
  isVisible(id: EventId): boolean {
    return !this.hidden.has(id) && !this.erased.has(id);
  }

  /** The effect of one more record. */
  note(note: RecordNote): void {
    this.#bytes += takenBytes(note);
    if (note.type === 'event') this.#captured += 1;
    else if (note.type === 'annotation') this.#mark(note.id, note.pinned ?? null);
    else if (note.type === 'delivery') this.#deliver(note.deliveryId, note.id, note.open);
    else if (note.type === 'deleted') for (const id of note.ids) this.#hide(id, note.at);
    else if (note.type === 'restored') for (const id of note.ids) this.#restore(id);
    else if (note.type === 'erased') this.#eraseAll(note.ids);
  }

  /** The effect of a whole segment, the same as that of its records one by one. */
  add(summary: SegmentSummary): void {
    this.#bytes += summary.takenBytes;
    this.#captured += summary.events;
    for (const [id, pinned] of summary.marks) this.#mark(id, pinned);
    for (const [delivery, id] of summary.open) this.#deliver(delivery, id, true);
    for (const delivery of summary.settled) this.open.delete(delivery);
    for (const [id, at] of summary.hidden) this.#hide(id, at);
    for (const id of summary.restored) this.#restore(id);
    this.#eraseAll(summary.erased);
  }

  #mark(id: EventId, pinned: boolean | null): void {
    this.marked.add(id);
    if (pinned === null || pinned === this.#pinned.has(id)) return;
    if (pinned && this.#sizeOf(id) === undefined) return;
    if (pinned) this.#pinned.add(id);
    else this.#pinned.delete(id);
    if (this.hidden.has(id)) this.#pinnedHidden += pinned ? 1 : -1;
  }

  #deliver(delivery: DeliveryId, event: EventId, open: boolean): void {
    if (!open) this.open.delete(delivery);
    else if (!this.erased.has(event) && this.#sizeOf(event) !== undefined) this.open.set(delivery, event);
  }

  #hide(id: EventId, at: string): void {
    if (this.hidden.has(id) || this.erased.has(id) || this.#sizeOf(id) === undefined) return;
    this.hidden.set(id, at);
    if (this.#pinned.has(id)) this.#pinnedHidden += 1;
  }

  #restore(id: EventId): void {
    if (this.hidden.delete(id) && this.#pinned.has(id)) this.#pinnedHidden -= 1;
  }

  #eraseAll(ids: readonly EventId[]): void {
    if (ids.length === 0) return;
    const gone = new Set(ids);
    for (const id of ids) {
      const size = this.#sizeOf(id);
      if (size === undefined || this.erased.has(id)) continue;
      this.#bytes -= size;
      this.#restore(id);
      this.#pinned.delete(id);
      this.marked.delete(id);
      this.erased.add(id);
    }
    for (const [delivery, event] of this.open) if (gone.has(event)) this.open.delete(delivery);
  }
}
