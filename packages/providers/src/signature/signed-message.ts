import { Buffer } from 'node:buffer';
import type { ProviderRequest } from '@hooktap/core';
import type { Saying } from '@hooktap/protocol';
import { doctor } from '../explain/doctor.ts';
import { atOnce, type Sliced } from '../slices.ts';
import { type Message, signatureMatches } from './cryptography.ts';
import type { Claim, SignatureScheme, SignedPart } from './scheme.ts';

/** A name, or what it is in words. */
type Label = string | Saying;

const labelled = (label: Label): Pick<SignedPart, 'label' | 'parts'> =>
  typeof label === 'string' ? { label } : { label: label.message, parts: label.parts };

export const part = (label: Label, text: string): SignedPart => ({
  ...labelled(label),
  bytes: Buffer.from(text, 'utf8'),
});

/** Header values are latin-1, one character per byte: the bytes as they came. */
export const headerPart = (label: Label, text: string): SignedPart => ({
  ...labelled(label),
  bytes: Buffer.from(text, 'latin1'),
});

export const bodyPart = (request: ProviderRequest): SignedPart => ({
  ...labelled(doctor.sentence('label-body', { bytes: String(request.body.length) })),
  bytes: request.body,
});

export const signedMessage = (
  scheme: SignatureScheme,
  request: ProviderRequest,
  claim: Pick<Claim, 'timestamp' | 'id'>,
): Message => scheme.parts(request, claim).map(({ bytes }) => bytes);

/** Whether the claim is right for this key, over the request or what the scheme takes for equal to it. */
export const claimMatches = (
  scheme: SignatureScheme,
  request: ProviderRequest,
  claim: Claim,
  key: Buffer,
): boolean => atOnce(matchingKey(scheme, request, claim, [key])) === 0;

/** The index of the first key for which the claim is right, -1 where it is for none; what is signed is put together once. */
export function* matchingKey(
  scheme: SignatureScheme,
  request: ProviderRequest,
  claim: Claim,
  keys: readonly (Buffer | null)[],
): Sliced<number> {
  const requests = [request, ...(scheme.alternatives?.(request) ?? [])];
  const messages = requests.map((one) => signedMessage(scheme, one, claim));
  for (const [index, key] of keys.entries()) {
    for (const message of key === null ? [] : messages) {
      if (yield* signatureMatches(scheme, key as Buffer, message, claim.signatures)) return index;
    }
    if (index > 0 && request.body.length > largeBytes) yield;
  }
  return -1;
}

/** Below it even many keys take no time to speak of. */
const largeBytes = 64 * 1024;
