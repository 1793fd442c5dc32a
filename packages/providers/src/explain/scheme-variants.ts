import { Buffer } from 'node:buffer';
import { createHmac } from 'node:crypto';
import type { ProviderRequest } from '@hooktap/core';
import type { ReasonPart, Saying } from '@hooktap/protocol';
import type { ProviderPack } from '../pack.ts';
import { equalText } from '../signature/cryptography.ts';
import type { Claim, SignatureScheme } from '../signature/scheme.ts';
import { signedMessage } from '../signature/signed-message.ts';
import type { Sliced } from '../slices.ts';
import { doctor, inWords } from './doctor.ts';
import type { Effort } from './effort.ts';
import type { MistakeCode } from './finding.ts';

interface SchemeFit {
  readonly code: MistakeCode;
  readonly says: Saying;
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
      if (usual) return { code, says };
      const wanted = `HMAC-${scheme.algorithm.slice(5).toUpperCase()} in ${scheme.encoding}`;
      const name = `HMAC-${algorithm.toUpperCase()}`;
      const odd = `${says.message}, as ${name} in ${encoding}, where ${wanted} is wanted`;
      return { code, says: inWords(odd, ...says.parts, otherDigest(name, encoding, scheme)) };
    }
  }
  return null;
}

/** That it is another digest, or spelt otherwise, than the scheme wants. */
function otherDigest(digest: string, encoding: string, scheme: SignatureScheme): ReasonPart {
  const wanted = `HMAC-${scheme.algorithm.slice(5).toUpperCase()}`;
  const usual = scheme.encoding;
  if (encoding === upperHex) return doctor.part('other-digest-upper', { digest, wanted, usual });
  if (encoding === hexAsText) return doctor.part('other-digest-text', { digest, wanted, usual });
  return doctor.part('other-digest', { digest, encoding, wanted, usual });
}

const upperHex = 'upper-case hex';
const hexAsText = 'base64 of the hex text';

function encodingOf(digest: Buffer, claim: Claim): string | null {
  const spellings: [string, string][] = [
    ['hex', digest.toString('hex')],
    [upperHex, digest.toString('hex').toUpperCase()],
    ['base64', digest.toString('base64')],
    ['base64url', digest.toString('base64url')],
    [hexAsText, Buffer.from(digest.toString('hex')).toString('base64')],
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
      says: doctor.sentence('right-string'),
      message: Buffer.concat(signedMessage(scheme, request, claim)),
    },
    ...pack.schemes
      .filter((other) => other !== scheme && other.algorithm !== 'ed25519')
      .map((other) => ({
        code,
        says: doctor.sentence('what-signs', { scheme: other.title }),
        message: Buffer.concat(signedMessage(other, request, claim)),
      })),
    { code, says: doctor.sentence('body-alone'), message: request.body },
    ...(timestamp === ''
      ? []
      : [
          {
            code,
            says: doctor.sentence('string', { string: 'timestamp.body' }),
            message: join(timestamp, '.', request.body),
          },
          {
            code,
            says: doctor.sentence('string', { string: 'timestamp:body' }),
            message: join(timestamp, ':', request.body),
          },
          {
            code,
            says: doctor.sentence('string', { string: 'v0:timestamp:body' }),
            message: join('v0:', timestamp, ':', request.body),
          },
          {
            code,
            says: doctor.sentence('timestamp-and-body'),
            message: join(timestamp, request.body),
          },
          {
            code,
            says: doctor.sentence('string', { string: 'body.timestamp' }),
            message: join(request.body, '.', timestamp),
          },
        ]),
    ...(id === ''
      ? []
      : [
          {
            code,
            says: doctor.sentence('string', { string: 'id.timestamp.body' }),
            message: join(id, '.', timestamp, '.', request.body),
          },
        ]),
    { code, says: doctor.sentence('url-and-body'), message: join(request.url, request.body) },
  ];
}
