import { isUtf8 } from 'node:buffer';

/**
 * What a terminal or an editor acts on instead of showing it: control characters but tab and line feed, format
 * characters (bidirectional marks among them), line and paragraph separators.
 */
const unsafe = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** The text of bytes that may stand in source code as they are; null where they are no such text. */
export function readableText(bytes: Buffer): string | null {
  if (!isUtf8(bytes)) return null;
  const text = bytes.toString('utf8');
  return unsafe.test(text) ? null : text;
}

/** The characters of a text, each with whether it may stand as it is. */
export const isReadable = (character: string): boolean => !unsafe.test(character);

const eachUnsafe = new RegExp(unsafe, 'gu');

/** The text with each character that may not stand as it is put in other words; those that may are not looked at. */
export const withoutUnreadable = (text: string, inOtherWords: (character: string) => string): string =>
  text.replaceAll(eachUnsafe, inOtherWords);

/** A header's value as its bytes. */
export const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
