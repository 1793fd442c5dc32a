import type { EventId } from '@hooktap/protocol';
import type { KindSet } from './json-kind.ts';
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

  /** False where the body is no JSON. */
  see(event: Pick<SeenEvent, 'id' | 'seq' | 'at'>, text: string): boolean {
    const form = this.shape.see(text, { eventId: event.id, order: event.seq });
    if (!form) return false;
    this.#events.push({ ...event, form: this.#shared(form) });
    this.#isSorted = false;
    return true;
  }

  /** Oldest first. */
  get events(): readonly SeenEvent[] {
    if (!this.#isSorted) this.#events.sort((a, b) => a.seq - b.seq);
    this.#isSorted = true;
    return this.#events;
  }

  /** What was learnt of them stays in the shape. */
  drop(ids: ReadonlySet<EventId>): void {
    this.#events = this.#events.filter(({ id }) => !ids.has(id));
  }

  /** The places of a body with their kinds, merged as the shape is now. */
  *placesOf({ form }: SeenEvent): Generator<readonly [number, KindSet]> {
    for (let at = 0; at < form.length; at += 2) {
      yield [this.shape.nodeOf(form[at] ?? 0).id, form[at + 1] ?? 0];
    }
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
