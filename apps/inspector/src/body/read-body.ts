import type { JsonRows } from './json/json-rows.ts';
import { scanJson } from './json/json-scan.ts';
import type { JsonFault } from './json/json-tokens.ts';

/** How the bytes of a body can be read. */
export type BodyReading =
  | {
      readonly kind: 'json';
      readonly text: string;
      readonly rows: JsonRows;
      /** Null: it is JSON as far as it was kept. */
      readonly fault: JsonFault | null;
    }
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Where the bytes are no UTF-8: what they were read as instead. */
      readonly readAs?: string;
    }
  | { readonly kind: 'binary' };

/** The bytes of a body cut off at a limit may end within a character. */
function decoded(bytes: Uint8Array, isWhole: boolean): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: !isWhole });
  } catch {
    return null;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they tell bytes from text
const hardlyText = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/** Text in another encoding, where the content type names one. */
function inItsCharset(bytes: Uint8Array, contentType: string): BodyReading {
  const charset =
    /;\s*charset="?([\w.:-]+)/i.exec(contentType)?.[1] ?? (/^text\//i.test(contentType) ? 'latin1' : '');
  try {
    const text = new TextDecoder(charset).decode(bytes);
    if (charset !== '' && !/^utf-?8$/i.test(charset)) return { kind: 'text', text, readAs: charset };
  } catch {
    // A charset that the browser does not know.
  }
  return { kind: 'binary' };
}

export function readBody(bytes: Uint8Array, isWhole: boolean, contentType = ''): BodyReading {
  const text = decoded(bytes, isWhole);
  if (text === null) return inItsCharset(bytes, contentType);
  const saysJson = /[/+]json\b/i.test(contentType);
  const looksJson = /^\ufeff?\s*[[{]/.test(text);
  if (saysJson || looksJson) {
    const { rows, fault } = scanJson(text);
    // What was cut off cannot be blamed for its end.
    const isCut = !isWhole && fault !== null && fault.offset >= text.length - 16;
    if (fault === null || isCut) return { kind: 'json', text, rows, fault: null };
    if (saysJson && text.length > 0) return { kind: 'json', text, rows, fault };
  }
  if (hardlyText.test(text)) return { kind: 'binary' };
  return { kind: 'text', text };
}
