import type { Sliced } from '@hooktap/core';

const token = /\s+|"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s"{}[\],:]+/y;

const tokensAtATime = 256;

/** Longer or deeper texts are read as they are: indented they would be many times as long. */
const longest = 500_000;
const deepest = 64;
/** Indents make a deep list of little many times as long. */
const longestOut = 2_000_000;

/**
 * A JSON text with line breaks and indents, for people to read. Goes from token to token, so that numbers, escapes and
 * repeated keys stay as they were written. Null: no JSON, in lines already, or too much.
 */
export function* indentedJson(text: string): Sliced<string | null> {
  if (text.length > longest || /\n/.test(text.trim()) || !/^\s*[{[]/.test(text) || !isJson(text)) return null;
  const out: string[] = [];
  let depth = 0;
  let length = 0;
  let before = '';
  const line = () => {
    length += 1 + 2 * depth;
    return `\n${'  '.repeat(depth)}`;
  };
  for (let at = 0, count = 1; at < text.length; count++) {
    if (count % tokensAtATime === 0) yield;
    token.lastIndex = at;
    const piece = token.exec(text)?.[0];
    if (piece === undefined) return null;
    at += piece.length;
    if (/^\s/.test(piece)) continue;
    if (piece === '}' || piece === ']') {
      depth -= 1;
      if (before !== '{' && before !== '[') out.push(line());
    } else if (before === '{' || before === '[' || before === ',') out.push(line());
    out.push(piece === ':' ? ': ' : piece);
    if (piece === '{' || piece === '[') depth += 1;
    length += piece.length;
    if (depth > deepest || length > longestOut) return null;
    before = piece;
  }
  return out.join('');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
