import type { Saying } from '@hooktap/protocol';
import { LosslessNumber, parse, stringify } from 'lossless-json';
import { refusals } from './say.ts';

type Json = null | boolean | string | LosslessNumber | Json[] | { [key: string]: Json };
type Edited = { readonly ok: true; readonly text: string } | ({ readonly ok: false } & Saying);

/**
 * Sets values in a JSON text by path, as in `data.items[0].text`. Numbers that are not touched keep
 * every digit; white space is not kept.
 */
export function setJsonPaths(
  text: string,
  changes: readonly (readonly [path: string, value: unknown])[],
): Edited {
  let document: Json;
  try {
    document = parse(text) as Json;
  } catch {
    return { ok: false, ...refusals.sentence('body-no-json') };
  }
  for (const [path, value] of changes) {
    const wrong = setOne(document, path, fromPlain(value));
    if (wrong) return { ok: false, ...wrong };
  }
  return { ok: true, text: stringify(document) ?? 'null' };
}

const steps = (path: string): string[] =>
  [...path.matchAll(/"([^"]*)"|\[(\d+)\]|([^.[\]"]+)/g)].map(
    ([, quoted, index, name]) => quoted ?? index ?? name ?? '',
  );

/** The reason why it could not be set, or null. */
function setOne(document: Json, path: string, value: Json): Saying | null {
  const way = steps(path);
  const last = way.pop();
  if (last === undefined) return refusals.sentence('no-path', { path });
  let at: Json = document;
  for (const step of way) {
    const next = child(at, step);
    if (next === undefined) return refusals.sentence('path-broken', { step, path });
    at = next;
  }
  if (Array.isArray(at)) {
    const index = Number(last);
    if (!Number.isInteger(index) || index > at.length) {
      return refusals.sentence('path-beyond', { path });
    }
    at[index] = value;
    return null;
  }
  if (!isObject(at)) return refusals.sentence('path-plain', { path });
  Object.defineProperty(at, last, { value, enumerable: true, writable: true, configurable: true });
  return null;
}

const isObject = (value: Json): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof LosslessNumber);

function child(at: Json, step: string): Json | undefined {
  if (Array.isArray(at)) return at[Number(step)];
  return isObject(at) && Object.hasOwn(at, step) ? at[step] : undefined;
}

function fromPlain(value: unknown): Json {
  if (typeof value === 'number') return new LosslessNumber(String(value));
  return value as Json;
}
