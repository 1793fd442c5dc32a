import type { RawHeaders } from '@hooktap/protocol';

/** Header strings are latin-1, a character a byte; many senders put UTF-8 there. Null where it is the same. */
export function utf8Reading(value: string): string | null {
  if (!/[\u0080-\u00ff]/.test(value)) return null;
  try {
    const bytes = Uint8Array.from(value, (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The lines of the wire. */
export function headerLines(headers: RawHeaders): string {
  return headers.map(([name, value]) => `${name}: ${value}`).join('\r\n');
}
