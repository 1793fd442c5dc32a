import type { BodySource, FieldNode } from './field-node.ts';
import { type JsonKind, type KindSet, kindBit } from './json-kind.ts';
import type { JsonToken } from './json-scan.ts';
import type { Shape } from './shape.ts';
import { isVaryingKey } from './varying-key.ts';

/** Where one body stands in the shape while it is read. A null place is one too many: nothing below it counts. */
export class ShapeWalk {
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
