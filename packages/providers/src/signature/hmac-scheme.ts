import { Buffer } from 'node:buffer';
import type { ProviderRequest } from '@hooktap/core';
import { headerValue } from '@hooktap/protocol';
import { doctor, malformed } from '../explain/doctor.ts';
import type { SignatureScheme } from './scheme.ts';
import { bodyPart } from './signed-message.ts';

/** The secret as it stands, UTF-8. An empty one is no key. */
export const wholeSecret = (secret: string): Buffer | null =>
  secret === '' ? null : Buffer.from(secret, 'utf8');

/** At most this many signatures of one header are looked at. */
export const maxSignatures = 16;

interface BodyHmac {
  readonly name: string;
  readonly title: string;
  readonly docs: string;
  /** As the provider writes it. */
  readonly header: string;
  readonly prefix: string;
  readonly encoding: 'hex' | 'base64';
}

/** HMAC-SHA256 over the raw body alone, in one header: GitHub, Meta, Shopify and many more. */
export function bodyHmacScheme({ name, title, docs, header, prefix, encoding }: BodyHmac): SignatureScheme {
  return {
    name,
    title,
    docs,
    algorithm: 'hmac-sha256',
    encoding,
    headers: [header.toLowerCase()],
    signsTime: false,
    signsBody: true,
    signsUrl: false,
    key: wholeSecret,
    claim: (request: ProviderRequest) => {
      const value = headerValue(request.rawHeaders, header);
      if (value === undefined) return null;
      if (!value.startsWith(prefix)) {
        return { signatures: [], ...malformed(doctor.sentence('header-prefix', { header, prefix })) };
      }
      return { signatures: [value.slice(prefix.length)] };
    },
    parts: (request) => [bodyPart(request)],
    write: (_stamp, signature) => [[header, `${prefix}${signature}`]],
  };
}
