/**
 * What a stranger's file says, as far as it can be what it claims to be. Nothing here is a promise that it is harmless:
 * wherever it is shown it is shown as text.
 */

/** Half of a pair of UTF-16: JSON can spell it, and no bytes can be meant by it. */
export const hasHalfCharacter = (text: string): boolean => /\p{Cs}/u.test(text);
export const halfCharacter = 'It has half of a character (a lone surrogate), which no bytes stand for.';

/** An http URL as it was written; undefined where it is anything else. */
export const webUrl = (url: string | undefined): string | undefined =>
  url !== undefined && /^https?:\/\/[\x21-\x7e\x80-\u{10ffff}]+$/iu.test(url) && !hasHalfCharacter(url)
    ? url
    : undefined;

/** The shape of an IP address, with a zone or a port; undefined where it is anything else. */
export const networkAddress = (address: string | undefined): string | undefined =>
  address !== undefined && /^[\w.:%[\]-]{0,100}$/.test(address) ? address : undefined;

/** Base64 as any tool writes it, padded or not, in lines or not; null where bytes would be lost or made up. */
export function bytesOfBase64(text: string): Buffer | null {
  const bare = text.replaceAll(/\s+/g, '');
  const padding = bare.endsWith('==') ? 2 : bare.endsWith('=') ? 1 : 0;
  const length = bare.length - padding;
  if (/[^A-Za-z0-9+/_-]/.test(padding === 0 ? bare : bare.slice(0, length)) || length % 4 === 1) return null;
  if (padding > 0 && bare.length % 4 !== 0) return null;
  return Buffer.from(bare, 'base64');
}

/** Why JSON.parse refused, without what it quotes of the text. */
export const jsonFault = (error: unknown): string => {
  const message = error instanceof Error ? error.message : '';
  const at = /position \d+(?: \(line \d+ column \d+\))?/.exec(message)?.[0];
  if (/end of JSON/i.test(message)) return 'it ends too early';
  return at === undefined ? 'it cannot be read' : `it cannot be read at ${at}`;
};
