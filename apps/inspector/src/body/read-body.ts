import type { JsonRows } from './json/json-rows.ts';
import { scanJson } from './json/json-scan.ts';
import type { JsonFault } from './json/json-tokens.ts';

/** How the bytes of a body can be read. */
export type BodyReading =
  | {
      readonly kind: 'json';
      readonly text: string;
      readonly rows: JsonRows;
      /** Where the bytes are no UTF-8: what they were read as instead. */
      readonly readAs?: string;
      /** A byte order mark stands before it, which JSON.parse refuses. */
      readonly hasMark: boolean;
      /** Null: it is JSON as far as it was kept. */
      readonly fault: JsonFault | null;
    }
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Where the bytes are no UTF-8: what they were read as instead. */
      readonly readAs?: string;
    }
  /** `isTooMuch`: it may be text, but the browser could not read it. */
  | { readonly kind: 'binary'; readonly isTooMuch?: true };

interface Decoded {
  readonly text: string;
  readonly readAs?: string;
}

/** The bytes of a body cut off at a limit may end within a character. */
function decodedAs(bytes: Uint8Array, isWhole: boolean, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream: !isWhole });
  } catch {
    // Not that, or nothing that the browser knows.
    return null;
  }
}

const charsetOf = (contentType: string): string | undefined =>
  /;\s*charset="?([\w.:-]+)/i.exec(contentType)?.[1]?.toLowerCase();

const saysText = (contentType: string): boolean =>
  /^text\/|[/+-](?:json|xml)\b|^application\/(?:x-www-form-urlencoded|javascript|graphql|yaml)\b/i.test(
    contentType,
  );

/** Unit by unit: halves of surrogate pairs stay what they are. */
function decodedUtf16(bytes: Uint8Array, isWhole: boolean, isBigEndian: boolean): string | null {
  if (isWhole && bytes.length % 2 === 1) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = new Uint16Array(bytes.length >> 1);
  for (let at = 0; at < units.length; at++) units[at] = view.getUint16(2 * at, !isBigEndian);
  let text = '';
  for (let at = 0; at < units.length; at += 8192)
    text += String.fromCharCode(...units.subarray(at, at + 8192));
  return text;
}

/** UTF-16 has no letters but those that it says itself that it has. */
function utf16Of(bytes: Uint8Array, contentType: string): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const charset = charsetOf(contentType);
  return charset === 'utf-16' || charset === 'utf-16le'
    ? 'utf-16le'
    : charset === 'utf-16be'
      ? charset
      : null;
}

function decoded(bytes: Uint8Array, isWhole: boolean, contentType: string): Decoded | null {
  const utf16 = utf16Of(bytes, contentType);
  const wide = utf16 === null ? null : decodedUtf16(bytes, isWhole, utf16 === 'utf-16be');
  if (utf16 !== null && wide !== null) return { text: wide, readAs: utf16 };
  const text = decodedAs(bytes, isWhole, 'utf-8');
  if (text !== null) return { text };
  const charset = charsetOf(contentType);
  const known = charset === undefined ? null : decodedAs(bytes, isWhole, charset);
  if (charset !== undefined && known !== null) return { text: known, readAs: charset };
  // What calls itself text is mostly that of an old system; every byte is a letter of this encoding.
  const old = saysText(contentType) ? decodedAs(bytes, isWhole, 'windows-1252') : null;
  return old === null ? null : { text: old, readAs: 'windows-1252' };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they tell bytes from text
const hardlyText = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

export function readBody(bytes: Uint8Array, isWhole: boolean, contentType = ''): BodyReading {
  const found = decoded(bytes, isWhole, contentType);
  if (found === null) return { kind: 'binary' };
  const { text } = found;
  const saysJson = /[/+]json\b/i.test(contentType);
  const looksJson = /^\ufeff?\s*[[{]/.test(text);
  if (saysJson || looksJson) {
    const hasMark = text.startsWith('\ufeff');
    // All places stay where they are.
    const { rows, fault } = scanJson(hasMark ? ` ${text.slice(1)}` : text);
    // What was cut off cannot be blamed for its end.
    const isCut = !isWhole && fault !== null && fault.offset >= text.length - 16;
    const json = { kind: 'json', ...found, rows, hasMark } as const;
    if (fault === null || isCut) return { ...json, fault: null };
    if (saysJson && text.length > 0) return { ...json, fault };
  }
  if (hardlyText.test(text) && !saysText(contentType)) return { kind: 'binary' };
  return { kind: 'text', ...found };
}
