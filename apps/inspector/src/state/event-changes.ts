import type { EventId, EventListItem, StreamChange } from '@hooktap/protocol';
import { heldIds, remove, replace, restored, takeIn, toWeigh } from './event-window.ts';
import type { EventsState } from './events-state.ts';

/**
 * Takes changes into the list, as one step: hundreds come in a second, and thousands of rows may stand there.
 * Those that the list has seen already, by their number, are passed over.
 */
export function withChanges(state: EventsState, changes: readonly StreamChange[]): EventsState {
  const step = new Step(state);
  for (const change of changes) step.take(change);
  return step.done();
}

class Step {
  #state: EventsState;
  #held: Set<EventId> | undefined;
  /** Oldest first. */
  #fresh: EventListItem[] = [];
  #updated = new Map<EventId, EventListItem>();
  #replayed: Set<EventId> | undefined;

  constructor(state: EventsState) {
    this.#state = state;
  }

  take(change: StreamChange): void {
    if (change.seq <= this.#state.seq) return;
    this.#state = { ...this.#state, seq: change.seq };
    switch (change.type) {
      case 'event.captured':
        this.#captured(change.event, change.seq);
        return;
      case 'event.updated':
        if (this.#holds(change.event.id)) this.#updated.set(change.event.id, change.event);
        return;
      case 'event.deleted':
        this.#state = remove(this.done(), new Set<string>(change.ids), change.seq);
        this.#held = undefined;
        return;
      case 'event.restored':
        this.#state = restored(this.done(), change.ids.length, change.seq);
        return;
      case 'delivery.updated':
        if (change.delivery.cause === 'replay') this.#wasReplayed(change.delivery.eventId);
    }
  }

  done(): EventsState {
    const taken = takeIn(this.#state, this.#fresh.toReversed());
    const replayed = this.#replayed ?? taken.replayed;
    this.#state = replace({ ...taken, replayed }, this.#updated);
    this.#fresh = [];
    this.#updated = new Map();
    return this.#state;
  }

  #captured(event: EventListItem, seq: number): void {
    const { q, total } = this.#state;
    if (q !== '') {
      this.#state = toWeigh(this.#state, seq);
      return;
    }
    if (this.#holds(event.id)) return;
    this.#held?.add(event.id);
    this.#fresh.push(event);
    this.#state = { ...this.#state, total: total + 1 };
  }

  #holds(id: EventId): boolean {
    this.#held ??= heldIds(this.#state);
    return this.#held.has(id);
  }

  #wasReplayed(id: EventId): void {
    if (this.#state.replayed.has(id)) return;
    this.#replayed = (this.#replayed ?? new Set(this.#state.replayed)).add(id);
  }
}
