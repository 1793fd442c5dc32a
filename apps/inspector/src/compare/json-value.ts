import { keyOf } from '../body/json/json-path.ts';
import { type JsonRows, rowKinds, rowMarks } from '../body/json/json-rows.ts';

/** In front of a number that a JavaScript number cannot hold as it was written. */
export const EXACT = '\u0000#';

/** Keys that mean something to objects or to the library that compares. */
const reserved = new Set(['__proto__', '_t']);

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

function scalar(raw: string, kind: number): JsonValue {
  if (kind === rowKinds.string || kind === rowKinds.word) return JSON.parse(raw) as JsonValue;
  const number = Number(raw);
  return String(number) === raw ? number : `${EXACT}${raw}`;
}

/** The value of scanned JSON. Exact numbers become marked texts, a repeated key gets its number: `a (2)`. */
export function jsonValue(rows: JsonRows, text: string): JsonValue {
  const values = new Map<number, JsonValue[] | Record<string, JsonValue>>();
  let top: JsonValue = null;
  for (let row = 0; row < rows.count; row++) {
    const kind = rows.kind[row] ?? 0;
    if (kind === rowKinds.close) continue;
    const isArray = ((rows.marks[row] ?? 0) & rowMarks.isArray) !== 0;
    const isScalar = kind >= rowKinds.string;
    const holder = isArray ? [] : (Object.create(null) as Record<string, JsonValue>);
    const value = isScalar ? scalar(text.slice(rows.start[row], rows.end[row]), kind) : holder;
    if (!isScalar) values.set(row, holder);
    const parent = rows.parent[row] ?? row;
    const into = parent === row ? undefined : values.get(parent);
    if (into === undefined) top = value;
    else if (Array.isArray(into)) into.push(value);
    else {
      const given = keyOf(rows, text, row) ?? '';
      const key = reserved.has(given) ? `${EXACT}${given}` : given;
      let name = key;
      for (let nth = 2; name in into; nth++) name = `${key} (${nth})`;
      into[name] = value;
    }
  }
  return top;
}

/** A value on one line, exact numbers as they were written. */
export function written(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.replace(/"\\u0000#([^"]*)"/g, '$1');
}
