import { headerValue } from '@hooktap/protocol';
import { doctor, malformed } from '../../explain/doctor.ts';
import { wholeSecret } from '../../signature/hmac-scheme.ts';
import type { SignatureScheme } from '../../signature/scheme.ts';
import { bodyPart, headerPart, part } from '../../signature/signed-message.ts';
import { parseTimedHeader } from '../../signature/timed-header.ts';

const header = 'X-Zavu-Signature';
const docs = 'https://docs.zavu.dev/guides/receiving-messages/security';

/** What v1 and v2 share: one header with the time in seconds, the whole secret with its `whsec_` as key. */
function headerScheme(version: 'v1' | 'v2'): Omit<SignatureScheme, 'name' | 'title' | 'parts' | 'tolerance'> {
  return {
    docs,
    algorithm: 'hmac-sha256',
    encoding: 'hex',
    headers: ['x-zavu-signature'],
    signsTime: version === 'v2',
    signsBody: true,
    signsUrl: false,
    timestampUnit: 's',
    key: wholeSecret,
    claim: (request) => {
      const value = headerValue(request.rawHeaders, header);
      if (!value?.includes('=')) return null;
      const { timestamp, signatures } = parseTimedHeader(value);
      const found = signatures(version);
      if (found.length === 0) return null;
      if (timestamp === undefined)
        return { signatures: found, ...malformed(doctor.sentence('header-timeless', { header })) };
      return { signatures: found, timestamp };
    },
    write: ({ timestamp }, signature, written) => {
      const before = written.get(header) ?? `t=${timestamp}`;
      return [[header, `${before},${version}=${signature}`]];
    },
  };
}

/** `HMAC(secret, t.body)`: the current one, and the default of new senders. */
export const zavuV2: SignatureScheme = {
  ...headerScheme('v2'),
  name: 'zavu-v2',
  title: 'Zavu v2',
  tolerance: { pastSeconds: 300, futureSeconds: 60 },
  parts: (request, { timestamp = '' }) => [
    headerPart(doctor.sentence('label-time'), timestamp),
    part(doctor.sentence('label-stop'), '.'),
    bodyPart(request),
  ],
};

/**
 * `HMAC(secret, body)`. An older page of Zavu's docs says `t.body`; its SDK, skills and n8n node sign the
 * body alone. Its time is beside the signature, not in it, and is still judged, as Zavu's own verifiers do.
 */
export const zavuV1: SignatureScheme = {
  ...headerScheme('v1'),
  name: 'zavu-v1',
  title: 'Zavu v1',
  tolerance: { pastSeconds: 300, futureSeconds: 60 },
  parts: (request) => [bodyPart(request)],
};

/** Webhooks of an agent's tools: the bare digest in the same header, the time apart and in milliseconds. */
export const zavuTool: SignatureScheme = {
  name: 'zavu-tool',
  title: 'Zavu agent tool',
  docs: 'https://docs.zavu.dev',
  algorithm: 'hmac-sha256',
  encoding: 'hex',
  headers: ['x-zavu-signature', 'x-zavu-timestamp'],
  signsTime: false,
  signsBody: true,
  signsUrl: false,
  timestampUnit: 'ms',
  tolerance: { pastSeconds: 300, futureSeconds: 60 },
  onlyWhenCarried: true,
  key: wholeSecret,
  claim: (request) => {
    const value = headerValue(request.rawHeaders, header);
    if (value === undefined || value.includes('=')) return null;
    const timestamp = headerValue(request.rawHeaders, 'X-Zavu-Timestamp');
    return timestamp === undefined ? { signatures: [value] } : { signatures: [value], timestamp };
  },
  parts: (request) => [bodyPart(request)],
  write: ({ timestamp }, signature) => [
    [header, signature],
    ['X-Zavu-Timestamp', timestamp],
  ],
};
