import type { body } from '../../messages/body/en.ts';

/** Where JSON stops being JSON: an offset, and what would have been allowed there. */
export interface JsonFault {
  readonly offset: number;
  /** The name of what is said of it. */
  readonly expected: keyof typeof body.expected;
}

const space = (code: number) => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
const digit = (code: number) => code >= 0x30 && code <= 0x39;

export function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && space(text.charCodeAt(at))) at++;
  return at;
}

const hex = /^[0-9a-fA-F]{4}$/;

/** The offset after the string that begins at `from`, or what is wrong in it (RFC 8259 §7). */
export function stringEnd(text: string, from: number): number | JsonFault {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return { offset: at, expected: 'escapedControl' };
    if (code !== 0x5c) continue;
    at++;
    const escaped = text[at];
    if (escaped === 'u') {
      if (!hex.test(text.slice(at + 1, at + 5))) return { offset: at + 1, expected: 'hexDigits' };
      at += 4;
    } else if (escaped === undefined || !'"\\/bfnrt'.includes(escaped))
      return { offset: at, expected: 'escape' };
  }
  return { offset: text.length, expected: 'closingQuote' };
}

function digitsEnd(text: string, from: number): number {
  let at = from;
  while (digit(text.charCodeAt(at))) at++;
  return at;
}

/** The offset after the number that begins at `from` (RFC 8259 §6). */
export function numberEnd(text: string, from: number): number | JsonFault {
  let at = text[from] === '-' ? from + 1 : from;
  if (!digit(text.charCodeAt(at))) return { offset: at, expected: 'digit' };
  at = text[at] === '0' ? at + 1 : digitsEnd(text, at);
  if (text[at] === '.') {
    const end = digitsEnd(text, at + 1);
    if (end === at + 1) return { offset: end, expected: 'digitAfterPoint' };
    at = end;
  }
  if (text[at] === 'e' || text[at] === 'E') {
    const sign = text[at + 1] === '+' || text[at + 1] === '-' ? 1 : 0;
    const end = digitsEnd(text, at + 1 + sign);
    if (end === at + 1 + sign) return { offset: end, expected: 'digitInExponent' };
    at = end;
  }
  return at;
}

const words = ['true', 'false', 'null'];

/** The offset after `true`, `false` or `null`. */
export function wordEnd(text: string, from: number): number | JsonFault {
  const word = words.find((candidate) => text.startsWith(candidate, from));
  return word === undefined ? { offset: from, expected: 'value' } : from + word.length;
}
