import * as z from 'zod';

/**
 * Headers as on the wire: `[name, value]` in order, case and multiplicity.
 * Strings are latin-1, one character per byte (RFC 9110 §5.5).
 */
export const RawHeaders = z.array(z.tuple([z.string(), z.string()]));
export type RawHeaders = readonly (readonly [name: string, value: string])[];

/** The first value of a header, its name compared without case; undefined where there is none. */
export function headerValue(headers: RawHeaders, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find(([candidate]) => candidate.toLowerCase() === wanted)?.[1];
}

/** Every value of a header in the order of the wire. */
export function headerValues(headers: RawHeaders, name: string): string[] {
  const wanted = name.toLowerCase();
  return headers.filter(([candidate]) => candidate.toLowerCase() === wanted).map(([, value]) => value);
}

/** Node's flat `[name, value, name, value…]` as pairs. */
export function toPairs(flat: readonly string[]): RawHeaders {
  const pairs: [string, string][] = [];
  for (let index = 0; index + 1 < flat.length; index += 2) {
    pairs.push([flat[index] ?? '', flat[index + 1] ?? '']);
  }
  return pairs;
}

/** The pairs as node takes them, order, case and repetition kept. */
export const toFlat = (pairs: RawHeaders): string[] => pairs.flat();
