import type { RawHeaders } from '@hooktap/protocol';

/** Node's flat `[name, value, name, value…]` as pairs. */
export function toPairs(flat: readonly string[]): RawHeaders {
  const pairs: [string, string][] = [];
  for (let index = 0; index + 1 < flat.length; index += 2) {
    pairs.push([flat[index] ?? '', flat[index + 1] ?? '']);
  }
  return pairs;
}
