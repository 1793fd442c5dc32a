import { Buffer } from 'node:buffer';
import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  sign as signWith,
  timingSafeEqual,
  verify as verifyWith,
} from 'node:crypto';
import { atOnce, type Sliced } from '../slices.ts';
import type { SignatureScheme } from './scheme.ts';

/** The fixed beginnings of an Ed25519 key in DER: SPKI and PKCS#8 (RFC 8410). */
const spki = Buffer.from('302a300506032b6570032100', 'hex');
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A public key of 32 bytes as a scheme's `key` gives it. */
export const ed25519Public = (raw: Buffer): Buffer => Buffer.concat([spki, raw]);
/** A private seed of 32 bytes as a scheme's `key` gives it. */
export const ed25519Private = (seed: Buffer): Buffer => Buffer.concat([pkcs8, seed]);

const isPublic = (key: Buffer): boolean => key.length === 44 && key.subarray(0, 12).equals(spki);
const encoded = (bytes: Buffer, scheme: SignatureScheme): string =>
  bytes.toString(scheme.encoding === 'hex' ? 'hex' : 'base64');

export function equalText(one: string, other: string): boolean {
  const a = Buffer.from(one, 'utf8');
  const b = Buffer.from(other, 'utf8');
  // The length is no secret: it is fixed by the algorithm.
  return a.length === b.length && timingSafeEqual(a, b);
}

/** What is signed, in pieces, so that a large body is not copied for it. */
export type Message = readonly Buffer[];

const whole = (message: Message): Buffer =>
  message.length === 1 && message[0] ? message[0] : Buffer.concat(message);

/** The signature as it stands in the header; null where this key can only verify. */
export const computeSignature = (scheme: SignatureScheme, key: Buffer, message: Message): string | null =>
  atOnce(signatureInSlices(scheme, key, message));

/** Each step of hashing costs more than the bytes of a short piece, and a form has thousands of them. */
const gathered = (message: Message): Message => (message.length > 16 ? [Buffer.concat(message)] : message);

/** So much is hashed in about a millisecond. */
const sliceBytes = 1024 * 1024;

export function* signatureInSlices(
  scheme: SignatureScheme,
  key: Buffer,
  message: Message,
): Sliced<string | null> {
  switch (scheme.algorithm) {
    case 'shared-secret':
      return key.toString('utf8');
    case 'ed25519':
      if (isPublic(key)) return null;
      return encoded(
        signWith(null, whole(message), createPrivateKey({ key, format: 'der', type: 'pkcs8' })),
        scheme,
      );
    case 'hmac-sha1':
    case 'hmac-sha256': {
      const hmac = createHmac(scheme.algorithm.slice(5), key);
      for (const piece of gathered(message)) {
        hmac.update(piece.length > sliceBytes ? piece.subarray(0, sliceBytes) : piece);
        for (let from = sliceBytes; from < piece.length; from += sliceBytes) {
          yield;
          hmac.update(piece.subarray(from, from + sliceBytes));
        }
      }
      return encoded(hmac.digest(), scheme);
    }
  }
}

/** Whether one of the signatures is right; each is compared in constant time. */
export function* signatureMatches(
  scheme: SignatureScheme,
  key: Buffer,
  message: Message,
  signatures: readonly string[],
): Sliced<boolean> {
  if (scheme.algorithm === 'ed25519')
    return signatures.some((text) => ed25519Matches(key, whole(message), text));
  const expected = (yield* signatureInSlices(scheme, key, message)) ?? '';
  return signatures.map((text) => equalText(text, expected)).includes(true);
}

function ed25519Matches(key: Buffer, message: Buffer, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64');
  if (bytes.length !== 64) return false;
  try {
    const publicKey = isPublic(key)
      ? createPublicKey({ key, format: 'der', type: 'spki' })
      : createPublicKey(createPrivateKey({ key, format: 'der', type: 'pkcs8' }));
    return verifyWith(null, message, publicKey, bytes);
  } catch {
    // 32 bytes that are no point of the curve.
    return false;
  }
}
