import type { Buffer } from 'node:buffer';

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
/** No provider's mark stands behind so many fields; a sender that writes thousands must not cost time. */
const mostFields = 64;

/**
 * The top-level fields of a JSON object whose text may be cut off anywhere: the text of strings as it
 * stands, `{` and `[` for nested values, the literal for all else; one character per byte. One pass over the
 * bytes, no recursion, no full parse; what is not JSON gives what was found until then.
 */
export function topLevelFields(bytes: Buffer): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  let at = skipBlank(bytes, marked ? 3 : 0);
  if (bytes[at] !== 0x7b) return fields;
  const text = bytes.toString('latin1');
  at += 1;
  while (at < bytes.length && fields.size < mostFields) {
    at = skipBlank(bytes, at);
    if (bytes[at] !== quote) return fields;
    const keyEnd = stringEnd(bytes, at);
    if (keyEnd < 0) return fields;
    const key = text.slice(at + 1, keyEnd);
    at = skipBlank(bytes, keyEnd + 1);
    if (bytes[at] !== colon) return fields;
    at = skipBlank(bytes, at + 1);
    const end = valueEnd(bytes, at);
    const first = bytes[at];
    if (first === quote) fields.set(key, text.slice(at + 1, end < 0 ? text.length : end - 1));
    else if (first === 0x7b) fields.set(key, '{');
    else if (first === 0x5b) fields.set(key, '[');
    else if (end >= 0) fields.set(key, text.slice(at, end).trimEnd());
    if (end < 0) return fields;
    at = skipBlank(bytes, end);
    if (bytes[at] !== comma) return fields;
    at += 1;
  }
  return fields;
}

function skipBlank(bytes: Buffer, from: number): number {
  const { length } = bytes;
  let at = from;
  while (at < length) {
    const byte = bytes[at] as number;
    if (byte > 32 || (byte !== 32 && byte !== 10 && byte !== 13 && byte !== 9)) return at;
    at += 1;
  }
  return at;
}

/** The index of the closing quote; -1 where the text ends before. */
function stringEnd(bytes: Buffer, open: number): number {
  const { length } = bytes;
  for (let at = open + 1; at < length; at += 1) {
    const byte = bytes[at];
    if (byte === quote) return at;
    if (byte === backslash) at += 1;
  }
  return -1;
}

/** The index after a value; -1 where the text ends before. One loop without calls: this is the hot part. */
function valueEnd(bytes: Buffer, from: number): number {
  const { length } = bytes;
  if (bytes[from] === quote) {
    const end = stringEnd(bytes, from);
    return end < 0 ? -1 : end + 1;
  }
  let depth = 0;
  for (let at = from; at < length; at += 1) {
    const byte = bytes[at] as number;
    if (byte === quote) {
      at += 1;
      for (let inside = bytes[at]; at < length && inside !== quote; inside = bytes[at]) {
        at += inside === backslash ? 2 : 1;
      }
    } else if (byte === comma) {
      if (depth === 0) return at;
    } else if ((byte | 0x20) === 0x7b) {
      // { or [
      depth += 1;
    } else if ((byte | 0x20) === 0x7d) {
      // } or ]
      if (depth === 0) return at;
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}
