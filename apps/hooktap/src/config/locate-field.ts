import { maskSource } from './mask-source.ts';

/** A field's way through the configuration, as in `['endpoints', 1, 'timeout']`. */
export type FieldPath = readonly (string | number)[];

/** `endpoints[1].timeout` */
export const fieldName = (path: FieldPath): string =>
  path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('');

/**
 * The line, from 1, on which a field of the configuration is written; where it is not written, that of what it
 * belongs in. Null where the text does not say for sure, such as for what a function returns.
 */
export function lineOfField(source: string, path: FieldPath): number | null {
  const text = new SourceText(source);
  let at = text.root();
  let found: number | null = at;
  for (const step of path) {
    if (at === null) break;
    const next = typeof step === 'number' ? text.element(at, step) : text.member(at, step);
    if (!next) break;
    found = next.at;
    at = next.value;
  }
  return found === null ? null : source.slice(0, found).split('\n').length;
}

interface Place {
  /** Where it is written. */
  readonly at: number;
  /** Where its value begins, if that is an object or a list in this very text. */
  readonly value: number | null;
}

const identifier = /[\p{ID_Start}$_][\p{ID_Continue}$]*/uy;

/** Object and list literals of JSON, JavaScript or TypeScript, found without understanding the rest. */
class SourceText {
  readonly #source: string;
  readonly #masked: string;

  constructor(source: string) {
    this.#source = source;
    this.#masked = maskSource(source);
  }

  /** Where the literal of the whole configuration begins. */
  root(): number | null {
    if (/^\s*\{/.test(this.#masked)) return this.#masked.indexOf('{');
    const exported = [
      .../\bexport\s+default\b|\bmodule\s*\.\s*exports\s*=(?!=)/g[Symbol.matchAll](this.#masked),
    ];
    const last = exported.at(-1);
    return last ? this.#literal(last.index + last[0].length) : null;
  }

  /** The last definition counts, as it does when it runs. */
  member(object: number, name: string): Place | null {
    if (this.#masked[object] !== '{') return null;
    let found: Place | null = null;
    for (let at = this.#skip(object + 1); this.#inside(at, '}'); at = this.#next(at)) {
      const key = this.#key(at);
      if (key?.name !== name) continue;
      const colon = this.#skip(key.end);
      found = { at, value: this.#literal(this.#masked[colon] === ':' ? colon + 1 : at) };
    }
    return found;
  }

  element(list: number, index: number): Place | null {
    if (this.#masked[list] !== '[') return null;
    let number = 0;
    for (let at = this.#skip(list + 1); this.#inside(at, ']'); at = this.#next(at)) {
      // How many a spread stands for is not known.
      if (this.#masked.startsWith('...', at)) return null;
      if (number === index) return { at, value: this.#literal(at) };
      number += 1;
    }
    return null;
  }

  /** The object or list that begins here, in brackets, in `defineConfig(`, or under a name given once. */
  #literal(from: number, depth = 0): number | null {
    const at = this.#skip(from);
    const character = this.#masked[at];
    if (character === '{' || character === '[') return at;
    if (depth > 8) return null;
    if (character === '(') return this.#literal(at + 1, depth + 1);
    const word = this.#word(at);
    if (word === null) return null;
    const after = this.#skip(at + word.length);
    if (word === 'defineConfig' && this.#masked[after] === '(') return this.#literal(after + 1, depth + 1);
    if (
      !/^(?:[,;}\])]|$)|^(?:as|satisfies|export|const|module)\b/.test(this.#masked.slice(after, after + 12))
    )
      return null;
    const escaped = word.replaceAll('$', '\\$');
    const given = new RegExp(`\\b(?:const|let|var)\\s+${escaped}\\b[^=;]*=(?![=>])`, 'g');
    const [once, ...more] = [...this.#masked.matchAll(given)];
    return once && more.length === 0 ? this.#literal(once.index + once[0].length, depth + 1) : null;
  }

  #key(at: number): { readonly name: string; readonly end: number } | null {
    const quote = this.#masked[at];
    if (quote === '"' || quote === "'") {
      const end = this.#masked.indexOf(quote, at + 1);
      return end === -1 ? null : { name: this.#source.slice(at + 1, end), end: end + 1 };
    }
    const name = this.#word(at);
    return name === null ? null : { name, end: at + name.length };
  }

  #word(at: number): string | null {
    identifier.lastIndex = at;
    return identifier.exec(this.#masked)?.[0] ?? null;
  }

  #inside(at: number, close: string): boolean {
    return at < this.#masked.length && this.#masked[at] !== close;
  }

  #skip(at: number): number {
    let here = at;
    while (/\s/.test(this.#masked[here] ?? '')) here += 1;
    return here;
  }

  /** Where the next member or element begins, or the bracket that ends them. */
  #next(from: number): number {
    let depth = 0;
    for (let at = from; at < this.#masked.length; at += 1) {
      const character = this.#masked[at] ?? '';
      if (depth === 0 && character === ',') return this.#skip(at + 1);
      if (depth === 0 && '}])'.includes(character)) return at;
      if ('{[('.includes(character)) depth += 1;
      else if ('}])'.includes(character)) depth -= 1;
    }
    return this.#masked.length;
  }
}
