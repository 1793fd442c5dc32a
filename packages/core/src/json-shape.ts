import type { Saying } from '@hooktap/protocol';
import { handlers } from './say.ts';

/** Larger bodies, or such with more fields, are not compared. */
const longest = 1024 * 1024;
const mostFields = 5000;

/** The types of each field by its path, `[]` for the members of lists. */
type Shape = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * What differs first between the fields of two JSON texts and their types, in words; null where nothing does, or where
 * they cannot be compared. Values do not count.
 */
export function shapeDifference(expected: string, actual: string): Saying | null {
  const wanted = shapeOf(expected);
  if (!wanted) return null;
  const found = shapeOf(actual);
  if (!found) return handlers.sentence('answer-no-json');
  for (const [path, types] of wanted) {
    const now = found.get(path);
    if (!now) return handlers.sentence('field-missing', { path });
    const other = [...now].find((type) => !types.has(type));
    if (other) return otherType(path, other, [...types]);
  }
  const more = [...found.keys()].find((path) => !wanted.has(path));
  return more === undefined ? null : handlers.sentence('field-new', { path: more });
}

/** Whether there is a shape that an answer can be held against. */
export const hasShape = (text: string): boolean => shapeOf(text) !== null;

/** In codes the types are called as JSON calls them. */
function otherType(path: string, found: string, wanted: readonly string[]): Saying {
  const code = path === '' ? 'body-type' : 'field-type';
  const named = path === '' ? 'The body' : `'${path}'`;
  const values = { path, found: jsonName(found), wanted: wanted.map(jsonName).join(' | ') };
  return {
    message: `${named} is ${found} in the answer; expected is ${wanted.join(' or ')}.`,
    parts: [handlers.part(code, values)],
  };
}

const jsonName = (type: string): string => (type === 'a list' ? 'array' : type.replace(/^an? /, ''));

function shapeOf(text: string): Shape | null {
  if (text.length > longest) return null;
  let top: unknown;
  try {
    top = JSON.parse(text);
  } catch {
    return null;
  }
  const shape = new Map<string, Set<string>>();
  const waiting: [path: string, value: unknown][] = [['', top]];
  // By hand: what came may be nested deeper than the stack is.
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [path, value] = next;
    const types = shape.get(path) ?? new Set();
    shape.set(path, types.add(typeOf(value)));
    if (shape.size > mostFields || path.length > 4096) return null;
    for (const [step, member] of membersOf(value)) waiting.push([`${path}${step}`, member]);
  }
  return shape;
}

function membersOf(value: unknown): [step: string, member: unknown][] {
  if (Array.isArray(value)) return value.map((member) => ['[]', member]);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([key, member]) => [`.${key}`, member]);
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
