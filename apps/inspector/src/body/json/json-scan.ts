import { type JsonRows, RowTable, rowKinds, rowMarks } from './json-rows.ts';
import { type JsonFault, numberEnd, skipSpace, stringEnd, wordEnd } from './json-tokens.ts';

export interface JsonScan {
  /** All rows, or those up to the fault. */
  readonly rows: JsonRows;
  readonly fault: JsonFault | null;
}

/** Equal keys may be written differently. */
const plainKey = (raw: string): string =>
  raw.includes('\\') ? (JSON.parse(raw) as string) : raw.slice(1, -1);

function isAscii(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || code > 0x7e) return false;
  }
  return true;
}

/** One pass over a text, without recursion: brackets may be nested as deep as there is memory. */
class Scanner {
  readonly #text: string;
  readonly #table = new RowTable();
  /** The innermost bracket that is open; -1 outside of all. Those around it are its parents. */
  #open = -1;
  #depth = 0;
  /** How many values each open bracket has so far, by its depth: numbers, since there may be millions. */
  #members = new Uint32Array(64);
  /** Of each open object with more than one key: what came. */
  readonly #keys = new Map<number, Set<string>>();
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  scan(): JsonScan {
    const fault = this.#values();
    for (; this.#open >= 0; this.#open = this.#holderOf(this.#open)) this.#leaveOpen(this.#open);
    return { rows: this.#table.rows(), fault };
  }

  #holderOf(row: number): number {
    const parent = this.#table.parent[row] ?? row;
    return parent === row ? -1 : parent;
  }

  #isArray(row: number): boolean {
    return ((this.#table.marks[row] ?? 0) & rowMarks.isArray) !== 0;
  }

  #leaveOpen(row: number): void {
    const { marks, end, partner } = this.#table;
    marks[row] = (marks[row] ?? 0) | rowMarks.unclosed;
    end[row] = this.#text.length;
    partner[row] = this.#table.count - 1;
  }

  #enter(row: number): void {
    if (++this.#depth === this.#members.length) {
      const more = new Uint32Array(2 * this.#depth);
      more.set(this.#members);
      this.#members = more;
    }
    this.#members[this.#depth] = 0;
    this.#open = row;
  }

  #values(): JsonFault | null {
    const text = this.#text;
    for (;;) {
      const row = this.#value();
      if (typeof row !== 'number') return row;
      for (;;) {
        this.#at = skipSpace(text, this.#at);
        const open = this.#open;
        if (open < 0) return this.#at === text.length ? null : { offset: this.#at, expected: 'end' };
        const next = text[this.#at];
        if (next === ',') {
          this.#markComma();
          this.#at = skipSpace(text, this.#at + 1);
          break;
        }
        const isArray = this.#isArray(open);
        if (next !== (isArray ? ']' : '}'))
          return { offset: this.#at, expected: isArray ? 'commaOrBracket' : 'commaOrBrace' };
        this.#close(open, isArray);
      }
    }
  }

  /** The value that comes next with its key; after an opening bracket the first one inside. */
  #value(): number | JsonFault {
    const text = this.#text;
    for (;;) {
      this.#at = skipSpace(text, this.#at);
      const holder = this.#open;
      const index = this.#members[this.#depth] ?? 0;
      const key = holder >= 0 && !this.#isArray(holder) ? this.#key(holder, index) : null;
      if (key && 'offset' in key) return key;
      const first = text[this.#at];
      const isOpening = first === '{' || first === '[';
      const row = this.#table.add(
        isOpening ? rowKinds.open : first === '"' ? rowKinds.string : rowKinds.number,
        this.#depth,
        holder,
        index,
      );
      this.#members[this.#depth] = index + 1;
      this.#table.start[row] = this.#at;
      if (key) {
        this.#table.keyStart[row] = key.start;
        this.#table.keyEnd[row] = key.end;
        if (key.isRepeated) this.#table.marks[row] = rowMarks.repeatedKey;
      }
      if (!isOpening) return this.#scalar(row, first);
      this.#at = skipSpace(text, this.#at + 1);
      const isArray = first === '[';
      if (isArray) this.#table.marks[row] = (this.#table.marks[row] ?? 0) | rowMarks.isArray;
      if (text[this.#at] === (isArray ? ']' : '}')) {
        this.#table.kind[row] = rowKinds.empty;
        this.#table.end[row] = ++this.#at;
        return row;
      }
      this.#enter(row);
    }
  }

  #scalar(row: number, first: string | undefined): number | JsonFault {
    const text = this.#text;
    const end =
      first === '"'
        ? stringEnd(text, this.#at)
        : first === '-' || (first !== undefined && first >= '0' && first <= '9')
          ? numberEnd(text, this.#at)
          : wordEnd(text, this.#at);
    if (typeof end !== 'number') {
      if (end.offset === this.#at) this.#table.count--;
      else this.#table.end[row] = end.offset;
      return end;
    }
    if (first !== '"' && first !== '-' && !(first !== undefined && first >= '0' && first <= '9'))
      this.#table.kind[row] = rowKinds.word;
    this.#table.end[row] = end;
    if (isAscii(text, this.#at, end)) this.#table.marks[row] = (this.#table.marks[row] ?? 0) | rowMarks.ascii;
    this.#at = end;
    return row;
  }

  /** `index`: of the member that it belongs to, within the object at `holder`. */
  #key(holder: number, index: number): { start: number; end: number; isRepeated: boolean } | JsonFault {
    const text = this.#text;
    const start = this.#at;
    if (text[start] !== '"') {
      return { offset: start, expected: index > 0 ? 'key' : 'keyOrBrace' };
    }
    const end = stringEnd(text, start);
    if (typeof end !== 'number') return end;
    const isRepeated = index > 0 && this.#isRepeated(holder, plainKey(text.slice(start, end)));
    const colon = skipSpace(text, end);
    if (text[colon] !== ':') return { offset: colon, expected: 'colon' };
    this.#at = skipSpace(text, colon + 1);
    return { start, end, isRepeated };
  }

  #isRepeated(holder: number, key: string): boolean {
    let known = this.#keys.get(holder);
    if (!known) {
      // The first member stands right behind its bracket.
      const { keyStart, keyEnd } = this.#table;
      known = new Set([plainKey(this.#text.slice(keyStart[holder + 1], keyEnd[holder + 1]))]);
      this.#keys.set(holder, known);
    }
    if (known.has(key)) return true;
    known.add(key);
    return false;
  }

  /** Of the value that ended last: a closing bracket's comma stands behind it. */
  #markComma(): void {
    const last = this.#table.count - 1;
    this.#table.marks[last] = (this.#table.marks[last] ?? 0) | rowMarks.comma;
  }

  #close(opened: number, isArray: boolean): void {
    this.#keys.delete(opened);
    this.#open = this.#holderOf(opened);
    this.#depth--;
    const row = this.#table.add(rowKinds.close, this.#depth, this.#table.parent[opened] ?? 0, 0);
    if (isArray) this.#table.marks[row] = rowMarks.isArray;
    this.#table.start[row] = this.#at;
    this.#table.end[row] = ++this.#at;
    this.#table.end[opened] = this.#at;
    this.#table.partner[row] = opened;
    this.#table.partner[opened] = row;
  }
}

/** The rows of a JSON text, and where it is not JSON (RFC 8259). */
export function scanJson(text: string): JsonScan {
  return new Scanner(text).scan();
}
