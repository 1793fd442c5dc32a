import { Buffer } from 'node:buffer';
import { headerValue } from '@hooktap/protocol';
import { doctor, malformed } from '../explain/doctor.ts';
import { ed25519Private, ed25519Public } from './cryptography.ts';
import { maxSignatures } from './hmac-scheme.ts';
import type { SignatureScheme } from './scheme.ts';
import { bodyPart, headerPart, part } from './signed-message.ts';

interface StandardNames {
  readonly name: string;
  readonly title: string;
  readonly docs: string;
  /** `webhook` or `svix`: the headers are `<prefix>-id`, `-timestamp`, `-signature`. */
  readonly prefix: string;
  readonly version: 'v1' | 'v1a';
}

/**
 * Standard Webhooks (github.com/standard-webhooks/standard-webhooks, spec): `{id}.{timestamp}.{body}`,
 * signatures in base64 behind their version, several with spaces between them.
 */
export function standardScheme({ name, title, docs, prefix, version }: StandardNames): SignatureScheme {
  const header = `${prefix}-signature`;
  return {
    name,
    title,
    docs,
    algorithm: version === 'v1' ? 'hmac-sha256' : 'ed25519',
    encoding: 'base64',
    headers: [`${prefix}-id`, `${prefix}-timestamp`, header],
    signsTime: true,
    signsBody: true,
    signsUrl: false,
    timestampUnit: 's',
    tolerance: { pastSeconds: 300, futureSeconds: 300 },
    key: version === 'v1' ? symmetricKey : asymmetricKey,
    claim: (request) => {
      const value = headerValue(request.rawHeaders, header);
      if (value === undefined) return null;
      const signatures = value
        .split(' ', maxSignatures)
        .flatMap((text) => (text.startsWith(`${version},`) ? [text.slice(version.length + 1)] : []));
      if (signatures.length === 0) return null;
      const id = headerValue(request.rawHeaders, `${prefix}-id`);
      const timestamp = headerValue(request.rawHeaders, `${prefix}-timestamp`);
      if (id === undefined || timestamp === undefined) {
        return {
          signatures,
          ...malformed(
            doctor.sentence('header-two-beside', { id: `${prefix}-id`, time: `${prefix}-timestamp`, header }),
          ),
        };
      }
      return { signatures, id, timestamp };
    },
    parts: (request, { id = '', timestamp = '' }) => [
      headerPart(`${prefix}-id`, id),
      part(doctor.sentence('label-stop'), '.'),
      headerPart(`${prefix}-timestamp`, timestamp),
      part(doctor.sentence('label-stop'), '.'),
      bodyPart(request),
    ],
    write: ({ id, timestamp }, signature, written) => {
      const before = written.get(header);
      return [
        [`${prefix}-id`, written.get(`${prefix}-id`) ?? id],
        [`${prefix}-timestamp`, timestamp],
        [header, `${before === undefined ? '' : `${before} `}${version},${signature}`],
      ];
    },
  };
}

/** The bytes that the base64 after `whsec_` stands for. */
function symmetricKey(secret: string): Buffer | null {
  if (/^whp?s?k_/.test(secret)) return null;
  const key = decodeBase64(secret.startsWith('whsec_') ? secret.slice(6) : secret);
  return key && key.length > 0 ? key : null;
}

/** `whpk_` and 32 bytes to verify; `whsk_` and a seed of 32 bytes (or seed and public key) to sign. */
function asymmetricKey(secret: string): Buffer | null {
  const bytes = decodeBase64(secret.slice(5));
  if (bytes && secret.startsWith('whpk_') && bytes.length === 32) return ed25519Public(bytes);
  if (bytes && secret.startsWith('whsk_') && (bytes.length === 32 || bytes.length === 64)) {
    return ed25519Private(bytes.subarray(0, 32));
  }
  return null;
}

/** Null for what is not base64 from end to end; Node alone would pass over strange characters. */
function decodeBase64(text: string): Buffer | null {
  return /^[A-Za-z0-9+/]*={0,2}$/.test(text) ? Buffer.from(text, 'base64') : null;
}
