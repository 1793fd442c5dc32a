import type { EventId } from '@hooktap/protocol';
import { type JsonKind, jsonKinds } from './json-kind.ts';
import { ownText } from './own-text.ts';
import { StringFacts } from './string-facts.ts';

/** Where a value was seen. */
export interface BodySource {
  /** Null: in a sample. */
  readonly eventId: EventId | null;
  /** Rises with time. */
  readonly order: number;
}

/** A value that was seen. Later ones push out earlier ones. */
export interface Example extends BodySource {
  /** Of a string its characters, of all others as it was written. */
  readonly text: string;
  readonly kind: JsonKind;
  /** Only its beginning. */
  readonly cut: boolean;
}

/** How a field stands in its parent. `any`: under keys that vary. */
export type Step = { readonly kind: 'key'; readonly key: string } | { readonly kind: 'item' | 'any' };

const mostExamples = 3;
const longestExample = 80;

/** A place in the bodies of one event type, and everything seen there. */
export class FieldNode {
  readonly id: number;
  readonly step: Step | null;
  readonly children = new Map<string, FieldNode>();
  /** Null for the body itself. */
  parent: FieldNode | null;
  /** The elements of a list. */
  item: FieldNode | null = null;
  /** The values under keys that vary. */
  any: FieldNode | null = null;
  /** How many values of each kind. */
  readonly counts = new Map<JsonKind, number>();
  /** In so many objects of its parent; each counts once, however often the key stands in it. */
  presentIn = 0;
  /** Some integer is too large for a JavaScript number to be exact. */
  hasLargeIntegers = false;
  /** Its keys vary, though none looks it: all stand under `any`. */
  isMap = false;
  /** Some members or items were not looked at. */
  isCut = false;
  readonly strings = new StringFacts();
  examples: readonly Example[] = [];
  /** The object of its parent in which it was seen last. */
  #lastObject = -1;

  constructor(id: number, parent: FieldNode | null, step: Step | null) {
    this.id = id;
    this.parent = parent;
    this.step = step;
  }

  count(kind: JsonKind): number {
    return this.counts.get(kind) ?? 0;
  }

  see(kind: JsonKind): void {
    this.counts.set(kind, this.count(kind) + 1);
  }

  seeIn(object: number): void {
    if (this.#lastObject === object) return;
    this.#lastObject = object;
    this.presentIn += 1;
  }

  get isOptional(): boolean {
    return this.step?.kind === 'key' && this.presentIn < (this.parent?.count('object') ?? 0);
  }

  /** The body itself and what stands in lists or under varying keys: never there or not by their own name. */
  get isNamed(): boolean {
    return this.step?.kind === 'key';
  }

  /** The few words its strings are; one alone only where a key such as `type` says that it tells bodies apart. */
  get words(): readonly string[] {
    const { values } = this.strings;
    const tells =
      this.step?.kind === 'key' && /^(?:type|event|event_?type|object|kind)$/i.test(this.step.key);
    return values.length > 1 || tells ? values : [];
  }

  keepExample(whole: string, kind: JsonKind, source: BodySource): void {
    const oldest = this.examples.at(-1);
    const isFull = this.examples.length >= mostExamples;
    // Most values are older than those kept: they cost no more than this.
    if (isFull && oldest && oldest.order >= source.order) return;
    const { text, cut } = clipped(whole);
    const same = this.examples.find((one) => one.text === text && one.kind === kind);
    if (same && same.order >= source.order) return;
    this.#keep({ text: same?.text ?? ownText(text), cut, kind, ...source });
  }

  #keep(example: Example): void {
    const others = this.examples.filter(({ text, kind }) => text !== example.text || kind !== example.kind);
    this.examples = [...others, example].sort((a, b) => b.order - a.order).slice(0, mostExamples);
  }

  /** Takes in all that is known of another place, which then is no place of its own. */
  absorb(other: FieldNode): void {
    for (const kind of jsonKinds) {
      const count = this.count(kind) + other.count(kind);
      if (count > 0) this.counts.set(kind, count);
    }
    this.presentIn += other.presentIn;
    this.hasLargeIntegers ||= other.hasLargeIntegers;
    this.isCut ||= other.isCut;
    this.strings.merge(other.strings);
    for (const example of other.examples) this.#keep(example);
  }
}

function clipped(text: string): Pick<Example, 'text' | 'cut'> {
  if (text.length <= longestExample) return { text, cut: false };
  const last = text.charCodeAt(longestExample - 1);
  const splits = last >= 0xd800 && last <= 0xdbff;
  return { text: text.slice(0, longestExample - (splits ? 1 : 0)), cut: true };
}
