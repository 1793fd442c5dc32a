import { Buffer } from 'node:buffer';
import type { ProviderRequest } from '@hooktap/core';
import { signatureMatches } from './cryptography.ts';
import type { Claim, SignatureScheme, SignedPart } from './scheme.ts';

export const part = (label: string, text: string): SignedPart => ({
  label,
  bytes: Buffer.from(text, 'utf8'),
});

/** Header values are latin-1, one character per byte: the bytes as they came. */
export const headerPart = (label: string, text: string): SignedPart => ({
  label,
  bytes: Buffer.from(text, 'latin1'),
});

export const bodyPart = (request: ProviderRequest): SignedPart => ({
  label: `the raw body, ${request.body.length} bytes`,
  bytes: request.body,
});

export function signedMessage(
  scheme: SignatureScheme,
  request: ProviderRequest,
  claim: Pick<Claim, 'timestamp' | 'id'>,
): Buffer {
  const parts = scheme.parts(request, claim);
  return parts.length === 1 && parts[0] ? parts[0].bytes : Buffer.concat(parts.map(({ bytes }) => bytes));
}

/** Whether the claim is right for this key, over the request or what the scheme takes for equal to it. */
export function claimMatches(
  scheme: SignatureScheme,
  request: ProviderRequest,
  claim: Claim,
  key: Buffer,
): boolean {
  const requests = [request, ...(scheme.alternatives?.(request) ?? [])];
  return requests.some((one) =>
    signatureMatches(scheme, key, signedMessage(scheme, one, claim), claim.signatures),
  );
}
