import type { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { ProviderRequest } from '@hooktap/core';
import { headerValue } from '@hooktap/protocol';
import { doctor, malformed } from '../../explain/doctor.ts';
import { isForm } from '../../request-content.ts';
import { equalText } from '../../signature/cryptography.ts';
import { wholeSecret } from '../../signature/hmac-scheme.ts';
import type { SignatureScheme, SignedPart } from '../../signature/scheme.ts';
import { part } from '../../signature/signed-message.ts';
import { toggledPort } from './url-port.ts';

const header = 'X-Twilio-Signature';
/** Twilio's are a few KB and some dozens of fields. A sender's own may have a hundred thousand, each of which is sorted. */
const largestForm = 256 * 1024;
const mostFields = 2000;

/**
 * twilio-node `webhooks.ts`: `HMAC-SHA1(auth token, URL + sorted form fields)`, each field as its name and
 * value without anything between. A JSON body is covered by its SHA-256 in the query (`bodySHA256`).
 */
export const twilioSignature: SignatureScheme = {
  name: 'twilio',
  title: 'Twilio',
  docs: 'https://www.twilio.com/docs/usage/security#validating-requests',
  algorithm: 'hmac-sha1',
  encoding: 'base64',
  headers: ['x-twilio-signature'],
  signsTime: false,
  signsBody: true,
  signsUrl: true,
  key: wholeSecret,
  claim: (request) => {
    const value = headerValue(request.rawHeaders, header);
    if (value === undefined) return null;
    if (isForm(request) && isTooLarge(request.body)) {
      return {
        signatures: [],
        ...malformed(doctor.sentence('form-large', { fields: String(mostFields) })),
      };
    }
    return { signatures: [value] };
  },
  parts: (request) => [part(doctor.sentence('label-url'), request.url), ...formParts(request)],
  alternatives: (request) => [{ ...request, url: toggledPort(request.url) }],
  alsoCheck: (request) => {
    const digest = bodyDigest(request.url);
    if (digest === null) return null;
    if (equalText(digest, sha256(request))) return null;
    return doctor.sentence('digest-other');
  },
  prepare: (request) => {
    if (isForm(request) || request.body.length === 0) return request;
    return {
      ...request,
      url: withBodyDigest(request.url, sha256(request)),
      requestTarget: withBodyDigest(request.requestTarget, sha256(request)),
    };
  },
  write: (_stamp, signature) => [[header, signature]],
};

/** Of a body that is looked at again and again, with another URL or secret each time. */
const partsOfForm = new WeakMap<Buffer, readonly SignedPart[]>();

function formParts(request: ProviderRequest): readonly SignedPart[] {
  if (!isForm(request) || isTooLarge(request.body) || bodyDigest(request.url) !== null) return [];
  const known = partsOfForm.get(request.body);
  if (known) return known;
  const parts = sortedFields(request);
  partsOfForm.set(request.body, parts);
  return parts;
}

/** Sorted by name; the values of a name that comes twice once each, sorted. */
function sortedFields(request: ProviderRequest): SignedPart[] {
  const fields = new Map<string, Set<string>>();
  for (const [name, value] of new URLSearchParams(request.body.toString('utf8'))) {
    const values = fields.get(name);
    if (values) values.add(value);
    else fields.set(name, new Set([value]));
  }
  return [...fields.keys()]
    .sort()
    .flatMap((name) =>
      [...(fields.get(name) ?? [])]
        .sort()
        .map((value) => part(doctor.sentence('label-field', { name }), name + value)),
    );
}

function isTooLarge(body: Buffer): boolean {
  if (body.length > largestForm) return true;
  let fields = 1;
  for (let at = body.indexOf(0x26); at >= 0; at = body.indexOf(0x26, at + 1)) {
    fields += 1;
    if (fields > mostFields) return true;
  }
  return false;
}

const sha256 = (request: ProviderRequest): string => createHash('sha256').update(request.body).digest('hex');

function bodyDigest(url: string): string | null {
  const query = url.indexOf('?');
  return query < 0 ? null : new URLSearchParams(url.slice(query + 1)).get('bodySHA256');
}

function withBodyDigest(target: string, digest: string): string {
  const bare = target.replace(/([?&])bodySHA256=[^&]*&?/, '$1').replace(/[?&]$/, '');
  return `${bare}${bare.includes('?') ? '&' : '?'}bodySHA256=${digest}`;
}
