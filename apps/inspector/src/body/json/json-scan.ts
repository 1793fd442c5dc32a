import { type JsonRows, RowTable, rowKinds, rowMarks } from './json-rows.ts';
import { type JsonFault, numberEnd, skipSpace, stringEnd, wordEnd } from './json-tokens.ts';

export interface JsonScan {
  /** All rows, or those up to the fault. */
  readonly rows: JsonRows;
  readonly fault: JsonFault | null;
}

interface Level {
  readonly row: number;
  readonly isArray: boolean;
  /** Of an object: what came, once there are two. A payload may have millions of objects with one key. */
  keys: Set<string> | string | null;
  members: number;
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
  readonly #levels: Level[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  scan(): JsonScan {
    const fault = this.#values();
    for (const level of this.#levels) this.#leaveOpen(level);
    return { rows: this.#table.rows(), fault };
  }

  #leaveOpen({ row }: Level): void {
    const { marks, end, partner } = this.#table;
    marks[row] = (marks[row] ?? 0) | rowMarks.unclosed;
    end[row] = this.#text.length;
    partner[row] = this.#table.count - 1;
  }

  #values(): JsonFault | null {
    const text = this.#text;
    for (;;) {
      const row = this.#value();
      if (typeof row !== 'number') return row;
      for (;;) {
        this.#at = skipSpace(text, this.#at);
        const level = this.#levels.at(-1);
        if (!level) return this.#at === text.length ? null : { offset: this.#at, expected: 'end' };
        const next = text[this.#at];
        if (next === ',') {
          this.#markComma();
          this.#at = skipSpace(text, this.#at + 1);
          break;
        }
        if (next !== (level.isArray ? ']' : '}'))
          return { offset: this.#at, expected: level.isArray ? 'commaOrBracket' : 'commaOrBrace' };
        this.#close(level);
      }
    }
  }

  /** The value that comes next with its key; after an opening bracket the first one inside. */
  #value(): number | JsonFault {
    const text = this.#text;
    for (;;) {
      this.#at = skipSpace(text, this.#at);
      const level = this.#levels.at(-1);
      const key = level && !level.isArray ? this.#key(level) : null;
      if (key && 'offset' in key) return key;
      const first = text[this.#at];
      const isOpening = first === '{' || first === '[';
      const row = this.#table.add(
        isOpening ? rowKinds.open : first === '"' ? rowKinds.string : rowKinds.number,
        this.#levels.length,
        level?.row ?? -1,
        level ? level.members++ : 0,
      );
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
      this.#levels.push({ row, isArray, keys: null, members: 0 });
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

  #key(level: Level): { start: number; end: number; isRepeated: boolean } | JsonFault {
    const text = this.#text;
    const start = this.#at;
    if (text[start] !== '"') {
      return { offset: start, expected: level.members > 0 ? 'key' : 'keyOrBrace' };
    }
    const end = stringEnd(text, start);
    if (typeof end !== 'number') return end;
    const key = plainKey(text.slice(start, end));
    const isRepeated = typeof level.keys === 'string' ? level.keys === key : (level.keys?.has(key) ?? false);
    if (level.keys === null) level.keys = key;
    else if (typeof level.keys === 'string') level.keys = new Set([level.keys, key]);
    else level.keys.add(key);
    const colon = skipSpace(text, end);
    if (text[colon] !== ':') return { offset: colon, expected: 'colon' };
    this.#at = skipSpace(text, colon + 1);
    return { start, end, isRepeated };
  }

  /** Of the value that ended last: a closing bracket's comma stands behind it. */
  #markComma(): void {
    const last = this.#table.count - 1;
    this.#table.marks[last] = (this.#table.marks[last] ?? 0) | rowMarks.comma;
  }

  #close(level: Level): void {
    this.#levels.pop();
    const row = this.#table.add(rowKinds.close, this.#levels.length, this.#table.parent[level.row] ?? 0, 0);
    if (level.isArray) this.#table.marks[row] = rowMarks.isArray;
    this.#table.start[row] = this.#at;
    this.#table.end[row] = ++this.#at;
    this.#table.end[level.row] = this.#at;
    this.#table.partner[row] = level.row;
    this.#table.partner[level.row] = row;
  }
}

/** The rows of a JSON text, and where it is not JSON (RFC 8259). */
export function scanJson(text: string): JsonScan {
  return new Scanner(text).scan();
}
