import type { EventMatcher, Inspection } from '@hooktap/core';
import type {
  DriftFields,
  DriftTypes,
  EventDrift,
  EventId,
  ShapeFormat,
  ShapeText,
  StreamChange,
} from '@hooktap/protocol';
import { typeName } from './code-text.ts';
import { describedType } from './described-type.ts';
import { driftRule } from './drift-flags.ts';
import { fieldsOf, typeOf } from './drift-report.ts';
import { type EventKind, isSameKind, kindName } from './event-kind.ts';
import { eventNovelty } from './event-novelty.ts';
import { GivingWay } from './giving-way.ts';
import { joinedTypes } from './joined-type.ts';
import { LearnedKind } from './learned-kind.ts';
import { type SampleProviders, sampleShape } from './sample-shape.ts';
import { shapeText } from './shape-text.ts';

/** So many types are looked at, those with the newest events. */
const mostKinds = 100;

export interface DriftContext extends Pick<Inspection, 'store' | 'publisher'> {
  readonly providers: SampleProviders;
  /** Milliseconds since 1970. */
  now(): number;
}

/**
 * The fields ever seen in the JSON bodies of each event type, and what is out of the ordinary. Learnt from stored
 * events when someone asks, off the way of a capture, and kept up to date while Hooktap runs.
 */
export class Drift {
  readonly #context: DriftContext;
  /** The one asked for last comes last. */
  readonly #learned = new Map<string, LearnedKind>();
  /** The one with the newest event comes last; null: not looked for yet. */
  #kinds: Map<string, EventKind> | null = null;

  constructor(context: DriftContext) {
    this.#context = context;
    context.publisher.subscribe((change) => this.#hear(change));
  }

  async types(): Promise<DriftTypes> {
    const { store } = this.#context;
    const seq = store.currentSeq();
    const kinds = [...(await this.#allKinds()).values()].reverse();
    const items = [];
    const way = new GivingWay();
    for (const kind of kinds.slice(0, mostKinds)) {
      const learned = await this.#upToDate(kind);
      if (learned.looked > 0) items.push(typeOf(learned, this.#context.now()));
      await way.pause();
    }
    return { items, cut: kinds.length > mostKinds, rule: driftRule, seq };
  }

  /** Null where there is no such event. */
  async fields(kind: EventKind): Promise<DriftFields | null> {
    const seq = this.#context.store.currentSeq();
    const learned = await this.#upToDate(kind);
    if (learned.looked === 0) return null;
    const now = this.#context.now();
    return { type: typeOf(learned, now), items: fieldsOf(learned, now), rule: driftRule, seq };
  }

  /** Null where no body of the type was seen, nor a sample asked for and found. */
  async shape(kind: EventKind, format: ShapeFormat, withSamples: boolean): Promise<ShapeText | null> {
    const { shape } = (await this.#upToDate(kind)).history;
    const samples = withSamples ? await sampleShape(this.#context.providers, kind) : null;
    const events = shape.bodies;
    const bodies = events + (samples?.bodies ?? 0);
    if (bodies === 0) return null;
    const [seen, sampled] = [describedType(shape.root), samples && describedType(samples.root)];
    const type = sampled ? joinedTypes(sampled, seen) : seen;
    const text = shapeText(format, type, typeName(kind.provider, kind.eventType), bodies);
    return { format, text, events, samples: samples?.bodies ?? 0, cut: shape.isCut };
  }

  /** Null where there is no such event. */
  async event(id: EventId): Promise<EventDrift | null> {
    const event = await this.#context.store.listItem(id);
    if (!event) return null;
    const { provider, eventType } = event;
    const learned = await this.#upToDate({ provider, eventType });
    return { provider, eventType, ...eventNovelty(learned.history, id) };
  }

  async #upToDate(kind: EventKind): Promise<LearnedKind> {
    const name = kindName(kind);
    const learned = this.#learned.get(name) ?? new LearnedKind(this.#context.store, kind);
    this.#learned.delete(name);
    this.#learned.set(name, learned);
    for (const oldest of this.#learned.keys()) {
      if (this.#learned.size <= mostKinds) break;
      this.#learned.delete(oldest);
    }
    await learned.upToDate();
    return learned;
  }

  async #allKinds(): Promise<Map<string, EventKind>> {
    if (this.#kinds) return this.#kinds;
    const newestFirst = new Map<string, EventKind>();
    const note = ({ provider, eventType }: EventKind) => {
      const kind = { provider, eventType };
      const name = kindName(kind);
      if (newestFirst.size <= mostKinds && !newestFirst.has(name)) newestFirst.set(name, kind);
      return false;
    };
    const later = new Map<string, EventKind>();
    this.#kinds = later;
    await this.#context.store.matching([], noting(note)).catch((error: unknown) => {
      if (this.#kinds === later) this.#kinds = null;
      throw error;
    });
    const found = new Map([...newestFirst].reverse());
    for (const [name, kind] of later) {
      found.delete(name);
      found.set(name, kind);
    }
    // Unless events were restored meanwhile, which may not be among them.
    if (this.#kinds === later) this.#kinds = found;
    return found;
  }

  #hear(change: StreamChange): void {
    if (change.type === 'event.deleted') {
      for (const learned of this.#learned.values()) for (const id of change.ids) learned.remove(id);
    }
    // Rare: what is asked for is learnt anew, with them.
    if (change.type === 'event.restored') {
      this.#learned.clear();
      this.#kinds = null;
    }
    if (change.type !== 'event.captured' && change.type !== 'event.updated') return;
    const { event } = change;
    const name = kindName(event);
    this.#noteKind(name, event);
    const own = this.#learned.get(name);
    if (own?.has(event.id)) return;
    for (const learned of this.#learned.values()) {
      if (!isSameKind(learned.kind, event) && learned.has(event.id)) learned.remove(event.id);
    }
    own?.add(event);
  }

  #noteKind(name: string, { provider, eventType }: EventKind): void {
    const kinds = this.#kinds;
    if (!kinds) return;
    kinds.delete(name);
    kinds.set(name, { provider, eventType });
    for (const oldest of kinds.keys()) {
      if (kinds.size <= mostKinds + 1) break;
      kinds.delete(oldest);
    }
  }
}

/** Shows every event to `note` by what a store has at hand. */
const noting = (note: (kind: EventKind) => boolean): EventMatcher => ({
  condition: { kind: 'facts', fits: note },
  matches: ({ event }) => note(event),
});
