import { create } from 'jsondiffpatch';
import { scanJson } from '../body/json/json-scan.ts';
import { fieldAlwaysChanges } from './always-changes.ts';
import type { Difference, Mark } from './difference.ts';
import { EXACT, type JsonValue, jsonValue, keyWords, written } from './json-value.ts';

const AT_MOST = 2000;

/** Members of lists are recognised by what names them. */
const differ = create({
  objectHash: (member) => {
    const { id, key, name, uuid } = member as Record<string, unknown>;
    return written((id ?? uuid ?? key ?? name ?? member) as JsonValue);
  },
  arrays: { detectMove: true },
  cloneDiffValues: false,
});

function kindOf(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'string' && value.startsWith(EXACT) ? 'number' : typeof value;
}

const plain = /^[\p{L}_$][\p{L}\p{N}_$-]*$/u;
const step = (path: string, given: string, isIndex: boolean): string => {
  const key = keyWords(given);
  if (isIndex) return `${path}[${key}]`;
  if (!plain.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
};

function member(value: JsonValue, key: string): JsonValue {
  if (typeof value !== 'object' || value === null) return null;
  return (Array.isArray(value) ? value[Number(key)] : value[key]) ?? null;
}

class Collector {
  readonly found: Difference[] = [];

  #put(label: string, mark: Mark, left: JsonValue | undefined, right: JsonValue | undefined): void {
    if (this.found.length >= AT_MOST) return;
    this.found.push({
      label: label === '' ? '$' : label,
      left: left === undefined ? null : written(left),
      right: right === undefined ? null : written(right),
      mark,
      alwaysChanges: mark === 'changed' && fieldAlwaysChanges(/([^.[\]"]+)"?\]?$/.exec(label)?.[1] ?? ''),
    });
  }

  /** A delta is as jsondiffpatch describes it: arrays for leaves, `_t: 'a'` for lists. */
  collect(delta: unknown, path: string, right: JsonValue): void {
    if (Array.isArray(delta)) {
      this.#leaf(delta, path);
      return;
    }
    if (typeof delta !== 'object' || delta === null) return;
    const isList = '_t' in delta;
    for (const [key, inner] of Object.entries(delta)) {
      if (key === '_t') continue;
      const isOld = isList && key.startsWith('_');
      const name = isOld ? key.slice(1) : key;
      const label = step(path, name, isList);
      // Only places on the right are known for sure: a list may have been moved itself.
      if (isOld && Array.isArray(inner) && inner[2] === 3) {
        const to = Number(inner[1]);
        this.#put(label, 'moved', member(right, String(to)), to);
      } else this.collect(inner, label, isOld ? null : member(right, name));
    }
  }

  #leaf(delta: readonly unknown[], path: string): void {
    const [a, b] = delta as [JsonValue, JsonValue];
    if (delta.length === 1) this.#put(path, 'added', undefined, a);
    else if (delta.length === 2) this.#put(path, kindOf(a) === kindOf(b) ? 'changed' : 'type', a, b);
    else this.#put(path, 'removed', a, undefined);
  }
}

export type JsonComparison =
  | { readonly kind: 'differences'; readonly differences: readonly Difference[]; readonly isCut: boolean }
  | { readonly kind: 'not-json' }
  /** Nested too deeply, or too unlike to be compared in good time. */
  | { readonly kind: 'too-much' };

/** What differs in structure; the order of keys, spaces and escapes do not count. */
export function jsonDifferences(left: string, right: string): JsonComparison {
  const [a, b] = [scanJson(left), scanJson(right)];
  if (a.fault || b.fault) return { kind: 'not-json' };
  try {
    const from = jsonValue(a.rows, left);
    const collector = new Collector();
    const to = jsonValue(b.rows, right);
    collector.collect(differ.diff(from, to), '', to);
    const { found } = collector;
    return { kind: 'differences', differences: found, isCut: found.length >= AT_MOST };
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'too-much' };
    throw error;
  }
}
