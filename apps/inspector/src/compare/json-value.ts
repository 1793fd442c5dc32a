import { keyOf } from '../body/json/json-path.ts';
import { type JsonRows, rowKinds, rowMarks } from '../body/json/json-rows.ts';

/** In front of a number that a JavaScript number cannot hold as it was written, and of reserved keys. */
export const EXACT = '\u0000#';
/** In front of texts and keys of the body that begin as our own marks do. */
const PLAIN = '\u0000"';
/** Around the number of a key that came before, in front of it. */
const AGAIN = '\u0000@';

/** Keys that mean something to objects or to the library that compares. */
const reserved = new Set(['__proto__', '_t']);

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

const unlikeOurs = (text: string): string => (text.startsWith('\u0000') ? `${PLAIN}${text}` : text);

function scalar(raw: string, kind: number): JsonValue {
  if (kind === rowKinds.word) return JSON.parse(raw) as JsonValue;
  if (kind === rowKinds.string) return unlikeOurs(JSON.parse(raw) as string);
  const number = Number(raw);
  return String(number) === raw ? number : `${EXACT}${raw}`;
}

/** Names for keys that came before in their object. Each is counted on: a payload may repeat one without end. */
function repetitions(): (into: object, key: string) => string {
  const counts = new Map<object, Map<string, number>>();
  return (into, key) => {
    const within = counts.get(into) ?? new Map<string, number>();
    const nth = (within.get(key) ?? 1) + 1;
    counts.set(into, within.set(key, nth));
    return `${AGAIN}${nth}@${key}`;
  };
}

/** The value of scanned JSON. Exact numbers become marked texts, a repeated key gets its number. */
export function jsonValue(rows: JsonRows, text: string): JsonValue {
  const values = new Map<number, JsonValue[] | Record<string, JsonValue>>();
  const again = repetitions();
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
      const key = reserved.has(given) ? `${EXACT}${given}` : unlikeOurs(given);
      into[key in into ? again(into, given) : key] = value;
    }
  }
  return top;
}

/** A key as it is to be read; one that came before has its number behind it: `a (2)`. */
export function keyWords(key: string): string {
  if (key.startsWith(AGAIN)) {
    const end = key.indexOf('@', AGAIN.length);
    return `${key.slice(end + 1)} (${key.slice(AGAIN.length, end)})`;
  }
  return key.startsWith(EXACT) || key.startsWith(PLAIN) ? key.slice(EXACT.length) : key;
}

/** Where a text or a key begins: a quote within one has a backslash before it. */
const ours = /(?<=^|[[,:{])"\\u0000(?:#([-+.\deE]+)"|#|\\"|@\d+@)/g;

/** A value on one line, exact numbers and keys as they were written. */
export function written(value: JsonValue): string {
  return JSON.stringify(value).replace(ours, (_, number: string | undefined) => number ?? '"');
}
