import { Buffer } from 'node:buffer';
import { createHmac } from 'node:crypto';
import type { ProviderRequest } from '@hooktap/core';
import type { ProviderPack } from '../pack.ts';
import { equalText } from '../signature/cryptography.ts';
import type { Claim, SignatureScheme } from '../signature/scheme.ts';
import { signedMessage } from '../signature/signed-message.ts';
import type { Sliced } from '../slices.ts';
import type { Effort } from './effort.ts';
import type { MistakeCode } from './finding.ts';

interface SchemeFit {
  readonly code: MistakeCode;
  readonly says: string;
}

/** Whether the signature is right for another signed string, another digest or another spelling of it. */
export function* schemeFit(
  pack: ProviderPack,
  scheme: SignatureScheme,
  request: ProviderRequest,
  claim: Claim,
  key: Buffer,
  effort: Effort,
): Sliced<SchemeFit | null> {
  if (scheme.algorithm === 'ed25519' || scheme.algorithm === 'shared-secret') return null;
  for (const { code, says, message } of messages(pack, scheme, request, claim)) {
    for (const algorithm of ['sha256', 'sha1', 'sha512']) {
      yield;
      if (!effort.allows(message.length)) return null;
      const digest = createHmac(algorithm, key).update(message).digest();
      const encoding = encodingOf(digest, claim);
      if (encoding === null) continue;
      const usual = `hmac-${algorithm}` === scheme.algorithm && encoding === scheme.encoding;
      if (usual && code === 'signature-encoding') continue;
      const wanted = `HMAC-${scheme.algorithm.slice(5).toUpperCase()} in ${scheme.encoding}`;
      const odd = usual
        ? ''
        : `, as HMAC-${algorithm.toUpperCase()} in ${encoding}, where ${wanted} is wanted`;
      return { code, says: `${says}${odd}` };
    }
  }
  return null;
}

function encodingOf(digest: Buffer, claim: Claim): string | null {
  const spellings: [string, string][] = [
    ['hex', digest.toString('hex')],
    ['upper-case hex', digest.toString('hex').toUpperCase()],
    ['base64', digest.toString('base64')],
    ['base64url', digest.toString('base64url')],
    ['base64 of the hex text', Buffer.from(digest.toString('hex')).toString('base64')],
  ];
  const bare = claim.signatures.flatMap((signature) => [
    signature,
    signature.replace(/^(sha256|sha1|v\d)[=,]/, ''),
  ]);
  const found = spellings.find(([, text]) => bare.some((signature) => equalText(signature, text)));
  return found?.[0] ?? null;
}

function messages(pack: ProviderPack, scheme: SignatureScheme, request: ProviderRequest, claim: Claim) {
  const { timestamp = '', id = '' } = claim;
  const join = (...parts: (string | Buffer)[]): Buffer =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
  const code = 'other-scheme' as const;
  return [
    {
      code: 'signature-encoding' as const,
      says: 'the right signed string',
      message: Buffer.concat(signedMessage(scheme, request, claim)),
    },
    ...pack.schemes
      .filter((other) => other !== scheme && other.algorithm !== 'ed25519')
      .map((other) => ({
        code,
        says: `what ${other.title} signs`,
        message: Buffer.concat(signedMessage(other, request, claim)),
      })),
    { code, says: 'the body alone', message: request.body },
    ...(timestamp === ''
      ? []
      : [
          { code, says: 'timestamp.body', message: join(timestamp, '.', request.body) },
          { code, says: 'timestamp:body', message: join(timestamp, ':', request.body) },
          { code, says: 'v0:timestamp:body', message: join('v0:', timestamp, ':', request.body) },
          {
            code,
            says: 'the timestamp and the body with nothing between',
            message: join(timestamp, request.body),
          },
          { code, says: 'body.timestamp', message: join(request.body, '.', timestamp) },
        ]),
    ...(id === ''
      ? []
      : [{ code, says: 'id.timestamp.body', message: join(id, '.', timestamp, '.', request.body) }]),
    { code, says: 'the URL and the body', message: join(request.url, request.body) },
  ];
}
