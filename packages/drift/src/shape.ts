import { type BodySource, FieldNode, type Step } from './field-node.ts';
import { type JsonKind, type KindSet, kindBit } from './json-kind.ts';
import { type JsonToken, type ScannedJson, scanJson } from './json-scan.ts';
import { ownText } from './own-text.ts';
import { isVaryingKey } from './varying-key.ts';

/** Of one event type. */
const mostFields = 400;
/** With more names than these an object is taken for a map: where each name is rare, and in any case. */
const manyNames = 60;
const mostNames = 200;
const rareShare = 0.3;

/** What one body had: the places, by number, with the kinds of their values. */
export type BodyForm = ReadonlyMap<number, KindSet>;

/** Everything ever seen in the JSON bodies of one event type. Bounded, whatever the bodies hold. */
export class Shape {
  readonly root = new FieldNode(0, null, null);
  readonly #nodes: FieldNode[] = [this.root];
  /** Places that were merged into others. */
  readonly #mergedInto = new Map<number, number>();
  /** How often places were merged: numbers given before may then stand for others. */
  merges = 0;
  #fields = 0;
  #objects = 0;
  bodies = 0;
  /** Some fields, members or items were left out. */
  isCut = false;

  /** Takes in a body; null where it is no JSON. */
  see(text: string, source: BodySource): BodyForm | null {
    const scanned = scanJson(text);
    return scanned && this.#seeTokens(text, scanned, source);
  }

  /** The place of that number, which may have been merged into another. */
  nodeOf(id: number): FieldNode {
    let at = id;
    for (let next = this.#mergedInto.get(at); next !== undefined; next = this.#mergedInto.get(at)) at = next;
    return this.#nodes[at] ?? this.root;
  }

  /** Every place below the body, each after its parent, in the order in which they stand in bodies. */
  *fields(): Generator<FieldNode> {
    const open = childrenOf(this.root).reverse();
    for (let node = open.pop(); node; node = open.pop()) {
      yield node;
      open.push(...childrenOf(node).reverse());
    }
  }

  #seeTokens(text: string, { tokens, cut }: ScannedJson, source: BodySource): BodyForm {
    const form = new Map<number, KindSet>();
    const walk = new ShapeWalk(this, form, source);
    for (const token of tokens) walk.take(token, text);
    this.bodies += 1;
    this.isCut ||= cut;
    for (const node of walk.objects) if (isLikeMap(node)) this.#foldKeys(node);
    return form;
  }

  nextObject(): number {
    this.#objects += 1;
    return this.#objects;
  }

  /** Null where there are too many places already. */
  child(parent: FieldNode, step: Step): FieldNode | null {
    const known = step.kind === 'key' ? parent.children.get(step.key) : parent[step.kind];
    if (known) return known;
    if (this.#fields >= mostFields) {
      parent.isCut = true;
      this.isCut = true;
      return null;
    }
    const own = step.kind === 'key' ? { ...step, key: ownText(step.key) } : step;
    const node = new FieldNode(this.#nodes.length, parent, own);
    this.#nodes.push(node);
    this.#fields += 1;
    if (own.kind === 'key') parent.children.set(own.key, node);
    else parent[own.kind] = node;
    return node;
  }

  /** What stood under each key now stands under any. */
  #foldKeys(node: FieldNode): void {
    const children = [...node.children.values()];
    node.isMap = true;
    node.children.clear();
    this.#fields -= children.length;
    const any = node.any ?? this.child(node, { kind: 'any' });
    if (!any) return;
    for (const child of children) this.#merge(any, child);
  }

  #merge(into: FieldNode, from: FieldNode): void {
    into.absorb(from);
    this.#mergedInto.set(from.id, into.id);
    this.merges += 1;
    for (const child of childrenOf(from)) {
      const { step } = child;
      if (!step) continue;
      const own = step.kind === 'key' ? into.children.get(step.key) : into[step.kind];
      if (own) {
        this.#fields -= 1;
        this.#merge(own, child);
      } else {
        child.parent = into;
        if (step.kind === 'key') into.children.set(step.key, child);
        else into[step.kind] = child;
      }
    }
  }
}

export const childrenOf = (node: FieldNode): FieldNode[] => [
  ...node.children.values(),
  ...(node.any ? [node.any] : []),
  ...(node.item ? [node.item] : []),
];

function isLikeMap(node: FieldNode): boolean {
  const names = node.children.size;
  if (names <= manyNames) return false;
  if (names > mostNames) return true;
  let present = 0;
  for (const { presentIn } of node.children.values()) present += presentIn;
  return node.count('object') > 1 && present < rareShare * names * node.count('object');
}

/** Where one body stands in the shape while it is read. A null place is one too many: nothing below it counts. */
class ShapeWalk {
  readonly objects = new Set<FieldNode>();
  readonly #shape: Shape;
  readonly #form: Map<number, KindSet>;
  readonly #source: BodySource;
  readonly #open: { readonly node: FieldNode | null; readonly object: number }[] = [];
  #next: FieldNode | null;

  constructor(shape: Shape, form: Map<number, KindSet>, source: BodySource) {
    this.#shape = shape;
    this.#form = form;
    this.#source = source;
    this.#next = shape.root;
  }

  take(token: JsonToken, text: string): void {
    switch (token.kind) {
      case 'key':
        this.#next = this.#member(stringOf(text, token));
        return;
      case '}':
      case ']':
        this.#open.pop();
        return;
      case '{':
      case '[':
        this.#enter(token.kind === '{' ? 'object' : 'array');
        return;
      default:
        this.#scalar(token, text);
    }
  }

  #member(key: string): FieldNode | null {
    const { node, object } = this.#open.at(-1) ?? { node: null, object: 0 };
    if (!node) return null;
    const isAny = node.isMap || isVaryingKey(key);
    const child = this.#shape.child(node, isAny ? { kind: 'any' } : { kind: 'key', key });
    child?.seeIn(object);
    return child;
  }

  #place(): FieldNode | null {
    const around = this.#open.at(-1);
    if (!around || around.object > 0) return this.#next;
    return around.node && this.#shape.child(around.node, { kind: 'item' });
  }

  #enter(kind: 'object' | 'array'): void {
    const node = this.#place();
    if (node) this.#note(node, kind);
    if (node && kind === 'object') this.objects.add(node);
    this.#open.push({ node, object: kind === 'object' ? this.#shape.nextObject() : 0 });
  }

  #scalar(token: JsonToken, text: string): void {
    const node = this.#place();
    if (!node) return;
    const written = text.slice(token.start, token.end);
    const kind = kindOf(token.kind, written);
    this.#note(node, kind);
    const isString = kind === 'string';
    if (kind === 'integer' && !Number.isSafeInteger(Number(written))) node.hasLargeIntegers = true;
    const whole = isString ? stringOf(text, token) : written;
    if (isString) node.strings.see(whole);
    node.keepExample(whole, kind, this.#source);
  }

  #note(node: FieldNode, kind: JsonKind): void {
    node.see(kind);
    this.#form.set(node.id, (this.#form.get(node.id) ?? 0) | kindBit(kind));
  }
}

function kindOf(token: JsonToken['kind'], written: string): JsonKind {
  if (token === 'number') return /^-?\d+$/.test(written) ? 'integer' : 'number';
  return token === 'boolean' || token === 'null' ? token : 'string';
}

/** The characters of a string token. */
function stringOf(text: string, { start, end }: JsonToken): string {
  const inner = text.slice(start + 1, end - 1);
  return inner.includes('\\') ? (JSON.parse(text.slice(start, end)) as string) : inner;
}
