/** JSON that keeps what JSON.parse loses: the digits of numbers, the order and doubling of keys. */
export type JsonTree =
  | { readonly kind: 'object'; readonly entries: readonly (readonly [key: string, value: JsonTree])[] }
  | { readonly kind: 'list'; readonly items: readonly JsonTree[] }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'literal'; readonly source: string };

const deepest = 200;
const token = /\s*(?:([{}[\],:])|("(?:[^"\\]|\\.)*")|(-?\d[\d.eE+-]*|true|false|null))/y;

/** Null where the text is not JSON, or deeper than 200 levels. */
export function parseJsonTree(source: string): JsonTree | null {
  try {
    JSON.parse(source);
  } catch {
    return null;
  }
  let at = 0;
  const next = (): string => {
    token.lastIndex = at;
    const match = token.exec(source);
    at = token.lastIndex;
    return match?.[1] ?? match?.[2] ?? match?.[3] ?? '';
  };
  const peek = (): string => {
    const before = at;
    const found = next();
    at = before;
    return found;
  };
  const value = (depth: number): JsonTree | null => {
    if (depth > deepest) return null;
    const first = next();
    if (first === '{') return object(depth);
    if (first === '[') return list(depth);
    return first.startsWith('"')
      ? { kind: 'text', value: JSON.parse(first) }
      : { kind: 'literal', source: first };
  };
  const object = (depth: number): JsonTree | null => {
    const entries: [string, JsonTree][] = [];
    if (peek() === '}') next();
    else {
      do {
        const key = JSON.parse(next()) as string;
        next();
        const child = value(depth + 1);
        if (!child) return null;
        entries.push([key, child]);
      } while (next() === ',');
    }
    return { kind: 'object', entries };
  };
  const list = (depth: number): JsonTree | null => {
    const items: JsonTree[] = [];
    if (peek() === ']') next();
    else {
      do {
        const child = value(depth + 1);
        if (!child) return null;
        items.push(child);
      } while (next() === ',');
    }
    return { kind: 'list', items };
  };
  return value(0);
}

export interface JsonStyle {
  readonly comma: string;
  readonly colon: string;
  /** Each level on lines of its own. */
  readonly indent?: string;
  readonly ascii?: boolean;
  readonly escapedSlash?: boolean;
}

export function writeJsonTree(tree: JsonTree, style: JsonStyle, level = 0): string {
  if (tree.kind === 'literal') return tree.source;
  if (tree.kind === 'text') return writeText(tree.value, style);
  const open = tree.kind === 'object' ? '{' : '[';
  const close = tree.kind === 'object' ? '}' : ']';
  const parts =
    tree.kind === 'object'
      ? tree.entries.map(
          ([key, value]) => writeText(key, style) + style.colon + writeJsonTree(value, style, level + 1),
        )
      : tree.items.map((item) => writeJsonTree(item, style, level + 1));
  if (parts.length === 0) return open + close;
  if (style.indent === undefined) return open + parts.join(style.comma) + close;
  const line = `\n${style.indent.repeat(level + 1)}`;
  return `${open}${line}${parts.join(`,${line}`)}\n${style.indent.repeat(level)}${close}`;
}

function writeText(value: string, style: JsonStyle): string {
  let text = JSON.stringify(value);
  if (style.escapedSlash) text = text.replaceAll('/', '\\/');
  if (!style.ascii) return text;
  return text.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The keys of every object in the order that `compare` gives; equal ones keep theirs. */
export function reorderKeys(
  tree: JsonTree,
  order: (keys: readonly string[], path: string) => readonly string[],
  path = '',
): JsonTree {
  if (tree.kind === 'list')
    return { kind: 'list', items: tree.items.map((item) => reorderKeys(item, order, path)) };
  if (tree.kind !== 'object') return tree;
  const wanted = order(
    tree.entries.map(([key]) => key),
    path,
  );
  const entries = wanted.flatMap((key) =>
    tree.entries
      .filter(([name]) => name === key)
      .map(([name, value]) => [name, reorderKeys(value, order, `${path}.${name}`)] as const),
  );
  return { kind: 'object', entries };
}
