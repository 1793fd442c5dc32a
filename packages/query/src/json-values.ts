import { foldCase } from './fold-case.ts';

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** JSON's escapes undone wherever they stand, whether or not the whole is JSON. What is no escape stays. */
export function unescapeJson(text: string): string {
  let unescaped = '';
  let done = 0;
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at)) {
    const next = text[at + 1] ?? '';
    const code = next === 'u' ? text.slice(at + 2, at + 6) : '';
    const character = next === 'u' ? characterOf(code) : escapes[next];
    if (character !== undefined) {
      unescaped += text.slice(done, at) + character;
      done = at + 2 + code.length;
    }
    at = character === undefined ? at + 1 : done;
  }
  return done === 0 ? text : unescaped + text.slice(done);
}

const characterOf = (code: string): string | undefined =>
  /^[0-9a-fA-F]{4}$/.test(code) ? String.fromCharCode(Number.parseInt(code, 16)) : undefined;

/** Deeper containers are passed over: nobody's callback goes so deep, and to go there costs time. */
const deepest = 512;

/**
 * Whether some value at the path passes the test. Reads the text once from left to right without building
 * anything of it, so numbers keep every digit, each of several equal keys counts, and a body that was cut off
 * is read as far as it goes. Lists are transparent: each element counts, by its index or as it is. Keys are
 * compared without case. An object at the path is its own text.
 * @param path at most 30 steps, folded
 */
export const someJsonValue = (
  text: string,
  path: readonly string[],
  test: (value: string) => boolean,
): boolean => new JsonWalk(text, path, test).run();

/**
 * Where in the path a value stands is a set, kept as bits: an element of a list stands where the list stands
 * and, if the next step is its index, one further.
 */
class JsonWalk {
  readonly #text: string;
  readonly #path: readonly string[];
  readonly #test: (value: string) => boolean;
  readonly #goal: number;
  /** Of the open containers: their places in the path, and the index of the element, -1 for an object. */
  readonly #places: number[] = [];
  readonly #indexes: number[] = [];
  /** Whether the path may lead to one element of a list by its index. */
  readonly #countsElements: boolean;
  #at = 0;

  constructor(text: string, path: readonly string[], test: (value: string) => boolean) {
    this.#text = text;
    this.#path = path;
    this.#test = test;
    this.#goal = 1 << path.length;
    this.#countsElements = path.some((step) => /^\d+$/.test(step));
  }

  run(): boolean {
    this.#skipSpace();
    let place: number | null = this.#text[this.#at] === '{' || this.#text[this.#at] === '[' ? 1 : null;
    while (place !== null) {
      const character = this.#text[this.#at];
      const opens = character === '{' || character === '[';
      if (!opens && this.#testScalar(place)) return true;
      if (opens && this.#testObject(place)) return true;
      if (opens && this.#enter(place)) place = this.#first();
      else place = this.#next();
    }
    return false;
  }

  #testScalar(place: number): boolean {
    const start = this.#at;
    const isString = this.#text[start] === '"';
    this.#at = isString ? this.#afterString(start) : this.#afterPlain(start);
    if ((place & this.#goal) === 0 || this.#at === start) return false;
    const end = isString && this.#text[this.#at - 1] === '"' ? this.#at - 1 : this.#at;
    return this.#test(
      isString ? unescapeJson(this.#text.slice(start + 1, end)) : this.#text.slice(start, end),
    );
  }

  #testObject(place: number): boolean {
    if ((place & this.#goal) === 0 || this.#text[this.#at] !== '{') return false;
    return this.#test(unescapeJson(this.#text.slice(this.#at, this.#afterContainer(this.#at))));
  }

  /** Goes into the container, or past it where the path leads elsewhere. */
  #enter(place: number): boolean {
    const isList = this.#text[this.#at] === '[';
    const inside = isList ? place : place & ~this.#goal;
    if (inside === 0 || this.#places.length >= deepest) {
      this.#at = this.#afterContainer(this.#at);
      return false;
    }
    this.#places.push(inside);
    this.#indexes.push(isList ? 0 : -1);
    this.#at += 1;
    return true;
  }

  /** The place of the first value of the container just entered; of what follows, where it is empty. */
  #first(): number | null {
    this.#skipPlainElements();
    this.#skipSpace();
    const character = this.#text[this.#at];
    return character === '}' || character === ']' ? this.#next() : this.#member();
  }

  /** The place of the next value after the one just read; null at the end. */
  #next(): number | null {
    for (;;) {
      this.#skipSpace();
      const character = this.#text[this.#at];
      const depth = this.#indexes.length;
      if (depth === 0) return null;
      if (character === ',') {
        this.#at += 1;
        const index = this.#indexes[depth - 1] ?? -1;
        if (index >= 0) {
          this.#indexes[depth - 1] = index + 1;
          this.#skipPlainElements();
        }
        return this.#member();
      }
      if (character !== '}' && character !== ']') return null;
      this.#at += 1;
      this.#places.pop();
      this.#indexes.pop();
    }
  }

  /** Reads up to the value of a member or element: its place. */
  #member(): number | null {
    this.#skipSpace();
    const place = this.#places.at(-1) ?? 0;
    const index = this.#indexes.at(-1) ?? -1;
    if (index >= 0) return place | this.#stepped(place, String(index));
    if (this.#text[this.#at] !== '"') return null;
    const end = this.#afterString(this.#at);
    const key = foldCase(unescapeJson(this.#text.slice(this.#at + 1, end - 1)));
    this.#at = end;
    this.#skipSpace();
    if (this.#text[this.#at] !== ':') return null;
    this.#at += 1;
    this.#skipSpace();
    return this.#stepped(place, key);
  }

  /** A long list of numbers is passed at once where the path leads to none of them. */
  #skipPlainElements(): void {
    const place = this.#places.at(-1) ?? 0;
    if (this.#countsElements || (place & this.#goal) !== 0 || (this.#indexes.at(-1) ?? -1) < 0) return;
    plainElements.lastIndex = this.#at;
    if (plainElements.test(this.#text)) this.#at = plainElements.lastIndex;
  }

  #stepped(place: number, key: string): number {
    let next = 0;
    for (let step = 0; step < this.#path.length; step += 1) {
      if ((place & (1 << step)) !== 0 && this.#path[step] === key) next |= 1 << (step + 1);
    }
    return next;
  }

  #skipSpace(): void {
    for (; this.#at < this.#text.length; this.#at += 1) {
      const code = this.#text.charCodeAt(this.#at);
      if (code > 0x20 && code !== 0xfeff) return;
    }
  }

  #afterString(start: number): number {
    for (let end = this.#text.indexOf('"', start + 1); end >= 0; end = this.#text.indexOf('"', end + 1)) {
      let slashes = 0;
      while (this.#text[end - 1 - slashes] === '\\') slashes += 1;
      if (slashes % 2 === 0) return end + 1;
    }
    return this.#text.length;
  }

  /** After a number, `true` or the like. */
  #afterPlain(start: number): number {
    const plain = /[^\s,\]}"[{]*/y;
    plain.lastIndex = start;
    plain.exec(this.#text);
    return plain.lastIndex;
  }

  #afterContainer(start: number): number {
    const text = this.#text;
    let depth = 0;
    for (let at = start; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 0x22) at = this.#afterString(at) - 1;
      // { or [, } or ]
      else if (code === 0x7b || code === 0x5b) depth += 1;
      else if (code === 0x7d || code === 0x5d) {
        depth -= 1;
        if (depth === 0) return at + 1;
      }
    }
    return text.length;
  }
}

/** Numbers and literals, each with its comma. */
const plainElements = /(?:[^"[\]{},]*,)*/y;
