import { type BodySource, FieldNode, type Step } from './field-node.ts';
import type { KindSet } from './json-kind.ts';
import { type ScannedJson, scanJson } from './json-scan.ts';
import { ownText } from './own-text.ts';
import { ShapeWalk } from './shape-walk.ts';

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
