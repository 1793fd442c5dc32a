/**
 * What a stranger's file says, as far as it can be what it claims to be. Nothing here is a promise that it is harmless:
 * wherever it is shown it is shown as text.
 */

/** Half of a pair of UTF-16: JSON can spell it, and no bytes can be meant by it. */
export const hasHalfCharacter = (text: string): boolean => /\p{Cs}/u.test(text);

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
