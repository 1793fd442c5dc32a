import { randomBytes } from 'node:crypto';

const BASE32 = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A name nobody can guess (65 random bits): the URL is all that keeps strangers out. */
export function inventName(): string {
  const letters = Array.from(randomBytes(13), (byte) => BASE32.charAt(byte & 31));
  return `hooktap-${letters.join('')}`;
}
