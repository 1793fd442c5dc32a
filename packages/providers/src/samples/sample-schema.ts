import * as z from 'zod';

type Fields = Record<string, unknown>;

/** The sample's fields with the optional ones beside them: an example value for each. */
export function withOptional(example: unknown, optional: unknown): unknown {
  if (optional === undefined) return example;
  if (!isFields(example) || !isFields(optional)) return example ?? optional;
  const merged: Fields = { ...example };
  for (const [name, value] of Object.entries(optional)) merged[name] = withOptional(example[name], value);
  return merged;
}

/** A schema that takes what has the example's shape: no other fields, the same types, null everywhere. */
export function schemaOf(example: unknown): z.ZodType {
  if (typeof example === 'string') return z.string().nullable();
  if (typeof example === 'number') return z.number().nullable();
  if (typeof example === 'boolean') return z.boolean().nullable();
  if (Array.isArray(example)) {
    return z.array(example.length > 0 ? z.union(example.map(schemaOf) as [z.ZodType]) : z.unknown());
  }
  if (!isFields(example)) return z.unknown();
  if (Object.keys(example).length === 0) return z.record(z.string(), z.unknown());
  const shape = Object.entries(example).map(([name, value]) => [name, schemaOf(value).optional()]);
  return z.strictObject(Object.fromEntries(shape)).nullable();
}

/** Every path that can be set, as `--set` writes it: `data.items[0].text`. */
export function settablePaths(example: unknown, prefix = ''): string[] {
  if (Array.isArray(example)) {
    return example.flatMap((item, index) => settablePaths(item, `${prefix}[${index}]`));
  }
  if (!isFields(example)) return [];
  return Object.entries(example).flatMap(([name, value]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    return [path, ...settablePaths(value, path)];
  });
}

/** The example value at a path; undefined where the shape has no such place. */
export function exampleAt(
  example: unknown,
  steps: readonly string[],
): { readonly value: unknown } | undefined {
  let at: unknown = example;
  for (const step of steps) {
    if (Array.isArray(at)) {
      if (!/^\d{1,4}$/.test(step)) return undefined;
      if (at.length === 0) return { value: undefined };
      at = at[Math.min(Number(step), at.length - 1)];
    } else if (isFields(at)) {
      if (Object.keys(at).length === 0) return { value: undefined };
      if (!Object.hasOwn(at, step)) return undefined;
      at = at[step];
    } else return at === null ? { value: undefined } : undefined;
  }
  return { value: at };
}

export const pathSteps = (path: string): string[] =>
  [...path.matchAll(/"([^"]*)"|\[(\d+)\]|([^.[\]"]+)/g)].map(
    ([, quoted, index, name]) => quoted ?? index ?? name ?? '',
  );

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
