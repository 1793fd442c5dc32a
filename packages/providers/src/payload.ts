/** The value at a dotted path of parsed JSON (`data.items.0.id`); undefined where there is none. */
export function valueAt(root: unknown, path: string): unknown {
  let at = root;
  for (const step of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string, unknown>)[step];
  }
  return at;
}

/** A text, or a number as text; undefined for all else and for empty ones. */
export function textAt(root: unknown, path: string): string | undefined {
  const value = valueAt(root, path);
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'number' ? String(value) : undefined;
}

export function numberAt(root: unknown, path: string): number | undefined {
  const value = valueAt(root, path);
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

/** The texts of a list; empty where it is none. At most 100, since lists come from the sender. */
export function textsAt(root: unknown, path: string): string[] {
  const value = valueAt(root, path);
  if (!Array.isArray(value)) return [];
  return value.slice(0, 100).flatMap((item) => (typeof item === 'string' && item !== '' ? [item] : []));
}

/** The first path that has a text. */
export function firstTextAt(root: unknown, paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const text = textAt(root, path);
    if (text !== undefined) return text;
  }
  return undefined;
}

/**
 * A time that may be in seconds or milliseconds, told apart by its size: below 10^11 it is seconds
 * (10^11 ms is March 1973, 10^11 s is the year 5138).
 */
export function epochMs(value: number | undefined): number | undefined {
  if (value === undefined || !Number.isFinite(value) || value <= 0) return undefined;
  return value < 1e11 ? value * 1000 : value;
}

/** The parts that are there, with a middle dot between them. */
export function joinParts(...parts: readonly (string | undefined)[]): string | undefined {
  const present = parts.filter((part) => part !== undefined && part !== '');
  return present.length > 0 ? present.join(' · ') : undefined;
}

/** `message:<id>` where there is an id. */
export function threadKey(kind: string, id: string | undefined): string[] {
  return id === undefined ? [] : [`${kind}:${id}`];
}
