const quote = 0x22;
const backslash = 0x5c;

/**
 * The top-level fields of a JSON object whose text may be cut off anywhere. One pass, no recursion, no
 * full parse; what is not JSON gives what was found until then.
 */
export function topLevelFields(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let at = skipBlank(text, text.startsWith('\u00ef\u00bb\u00bf') ? 3 : 0);
  if (text[at] !== '{') return fields;
  at += 1;
  while (at < text.length) {
    at = skipBlank(text, at);
    if (text.charCodeAt(at) !== quote) return fields;
    const keyEnd = stringEnd(text, at);
    if (keyEnd < 0) return fields;
    const key = text.slice(at + 1, keyEnd);
    at = skipBlank(text, keyEnd + 1);
    if (text[at] !== ':') return fields;
    at = skipBlank(text, at + 1);
    const end = valueEnd(text, at);
    if (text.charCodeAt(at) === quote) fields.set(key, text.slice(at + 1, end < 0 ? text.length : end - 1));
    else if (text[at] === '{' || text[at] === '[') fields.set(key, text[at] as string);
    else if (end >= 0) fields.set(key, text.slice(at, end).trimEnd());
    if (end < 0) return fields;
    at = skipBlank(text, end);
    if (text[at] !== ',') return fields;
    at += 1;
  }
  return fields;
}

function skipBlank(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === 32 || (code >= 9 && code <= 13); code = text.charCodeAt(at)) {
    at += 1;
  }
  return at;
}

/** The index of the closing quote; -1 where the text ends before. */
function stringEnd(text: string, open: number): number {
  let at = open;
  for (;;) {
    at = text.indexOf('"', at + 1);
    if (at < 0) return -1;
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === backslash) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
}

/** The index after a value; -1 where the text ends before. */
function valueEnd(text: string, from: number): number {
  if (text.charCodeAt(from) === quote) {
    const end = stringEnd(text, from);
    return end < 0 ? -1 : end + 1;
  }
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = stringEnd(text, at);
      if (at < 0) return -1;
    } else if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) {
      if (depth === 0) return at;
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (code === 0x2c && depth === 0) return at;
  }
  return -1;
}
