import type { FieldFault } from '@hooktap/core';
import { nearNames } from '../near-names.ts';
import { refusals, unknownName } from '../refusals.ts';
import { exampleAt, isFields, pathSteps, schemaOf, settablePaths, withOptional } from './sample-schema.ts';

/** One `--set`: a path, and a text of the command line or a value of the API. */
export type FieldChange = readonly [path: string, value: unknown];

export type FieldError =
  | (FieldFault & { readonly kind: 'unknown-field'; readonly near: readonly string[] })
  | (FieldFault & { readonly kind: 'wrong-value' });

type Changed =
  | { readonly kind: 'changed'; readonly value: Record<string, unknown> }
  | { readonly kind: 'refused'; readonly errors: readonly FieldError[] };

/** The sample with the changes made, or every reason why one cannot be. The sample itself is left as it is. */
export function setFields(
  sample: Record<string, unknown>,
  optional: Record<string, unknown> | undefined,
  changes: readonly FieldChange[],
): Changed {
  const example = withOptional(sample, optional);
  const changed = structuredClone(sample);
  const errors = changes.flatMap(([path, value]) => {
    const error = setOne(changed, example, path, value);
    return error ? [error] : [];
  });
  return errors.length > 0 ? { kind: 'refused', errors } : { kind: 'changed', value: changed };
}

function setOne(
  root: Record<string, unknown>,
  example: unknown,
  path: string,
  value: unknown,
): FieldError | null {
  const steps = pathSteps(path);
  const place = steps.length > 0 ? exampleAt(example, steps) : undefined;
  if (!place) return unknownField(path, example);
  const fitting = fit(place.value, value);
  if (!fitting.ok) {
    return {
      kind: 'wrong-value',
      path,
      message: `${path} is ${kindOf(place.value)} at this provider; ${fitting.message}`,
      parts: [refusals.part('sample-value', { path, wanted: jsonType(place.value) })],
    };
  }
  return put(root, example, steps, fitting.value) ? null : unknownField(path, example);
}

function unknownField(path: string, example: unknown): FieldError {
  const near = nearNames(path, settablePaths(example));
  const why = refusals.part('no-sample-field', { path });
  return { kind: 'unknown-field', path, near, ...unknownName(why, near) };
}

/** A text goes as it is where a text belongs; elsewhere it is read as JSON (numbers, true, null, objects). */
function fit(
  example: unknown,
  value: unknown,
): { ok: true; value: unknown } | { ok: false; message: string } {
  const schema = schemaOf(example);
  const candidates = typeof value === 'string' ? [value, parsed(value)] : [value];
  if (example === null || example === undefined) candidates.reverse();
  for (const candidate of candidates) {
    if (candidate !== undefined && schema.safeParse(candidate).success) return { ok: true, value: candidate };
  }
  const first = schema.safeParse(candidates.findLast((candidate) => candidate !== undefined)).error
    ?.issues[0];
  return { ok: false, message: first ? `${first.message}.` : 'the value is of another kind.' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Makes what is missing on the way. False where a list would get a hole. */
function put(
  root: Record<string, unknown>,
  example: unknown,
  steps: readonly string[],
  value: unknown,
): boolean {
  let at: unknown = root;
  for (const [index, step] of steps.entries()) {
    const last = index === steps.length - 1;
    if (Array.isArray(at)) {
      const position = Number(step);
      if (position > at.length) return false;
      if (last) at[position] = value;
      else at[position] ??= {};
      at = at[position];
    } else if (isFields(at)) {
      const wanted = last
        ? value
        : (own(at, step) ?? emptyLike(exampleAt(example, steps.slice(0, index + 1))?.value));
      Object.defineProperty(at, step, {
        value: wanted,
        enumerable: true,
        writable: true,
        configurable: true,
      });
      at = wanted;
    } else return false;
  }
  return true;
}

const own = (fields: Record<string, unknown>, name: string): unknown =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;
const emptyLike = (example: unknown): unknown => (Array.isArray(example) ? [] : {});
const kindOf = (example: unknown): string =>
  Array.isArray(example) ? 'a list' : typeof example === 'object' ? 'an object' : `a ${typeof example}`;
/** As JSON calls it. */
const jsonType = (example: unknown): string =>
  example === null ? 'null' : Array.isArray(example) ? 'array' : typeof example;
