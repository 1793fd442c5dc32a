import { createHash } from 'node:crypto';
import type { ProviderRequest } from '@hooktap/core';
import { headerValue } from '@hooktap/protocol';
import { isForm } from '../../request-content.ts';
import { equalText } from '../../signature/cryptography.ts';
import { wholeSecret } from '../../signature/hmac-scheme.ts';
import type { SignatureScheme, SignedPart } from '../../signature/scheme.ts';
import { part } from '../../signature/signed-message.ts';
import { toggledPort } from './url-port.ts';

const header = 'X-Twilio-Signature';
/** Twilio's are a few KB. A sender's own may have millions of fields, each of which is sorted. */
const largestForm = 1024 * 1024;

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
    if (isForm(request) && request.body.length > largestForm) {
      return { signatures: [], malformed: 'A form of more than 1 MiB is not taken apart to be checked.' };
    }
    return { signatures: [value] };
  },
  parts: (request) => [part('the URL as Twilio called it', request.url), ...formParts(request)],
  alternatives: (request) => [{ ...request, url: toggledPort(request.url) }],
  alsoCheck: (request) => {
    const digest = bodyDigest(request.url);
    if (digest === null) return null;
    if (equalText(digest, sha256(request))) return null;
    return 'The URL’s signature is right, but the body is not the one whose SHA-256 the URL names (bodySHA256).';
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

/** Sorted by name; the values of a name that comes twice once each, sorted. */
function formParts(request: ProviderRequest): SignedPart[] {
  if (!isForm(request) || request.body.length > largestForm || bodyDigest(request.url) !== null) return [];
  const form = new URLSearchParams(request.body.toString('utf8'));
  const names = [...new Set(form.keys())].sort();
  return names.flatMap((name) =>
    [...new Set(form.getAll(name))].sort().map((value) => part(`the field ${name}`, name + value)),
  );
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
