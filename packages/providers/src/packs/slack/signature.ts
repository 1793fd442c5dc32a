import { headerValue } from '@hooktap/protocol';
import { doctor, malformed } from '../../explain/doctor.ts';
import { wholeSecret } from '../../signature/hmac-scheme.ts';
import type { SignatureScheme } from '../../signature/scheme.ts';
import { bodyPart, headerPart, part } from '../../signature/signed-message.ts';

const header = 'X-Slack-Signature';
const time = 'X-Slack-Request-Timestamp';

/** slackapi/bolt-js `verify-request.ts`: `HMAC(signing secret, v0:timestamp:body)`. */
export const slackV0: SignatureScheme = {
  name: 'slack-v0',
  title: 'Slack v0',
  docs: 'https://docs.slack.dev/authentication/verifying-requests-from-slack',
  algorithm: 'hmac-sha256',
  encoding: 'hex',
  headers: ['x-slack-signature', 'x-slack-request-timestamp'],
  signsTime: true,
  signsBody: true,
  signsUrl: false,
  timestampUnit: 's',
  tolerance: { pastSeconds: 300, futureSeconds: 300 },
  key: wholeSecret,
  claim: (request) => {
    const value = headerValue(request.rawHeaders, header);
    if (value === undefined) return null;
    const timestamp = headerValue(request.rawHeaders, time);
    if (timestamp === undefined)
      return { signatures: [], ...malformed(doctor.sentence('header-beside', { beside: time, header })) };
    if (!value.startsWith('v0='))
      return { signatures: [], ...malformed(doctor.sentence('header-prefix', { header, prefix: 'v0=' })) };
    return { signatures: [value.slice(3)], timestamp };
  },
  parts: (request, { timestamp = '' }) => [
    part(doctor.sentence('label-version'), 'v0:'),
    headerPart(time, timestamp),
    part(doctor.sentence('label-colon'), ':'),
    bodyPart(request),
  ],
  write: ({ timestamp }, signature) => [
    [header, `v0=${signature}`],
    [time, timestamp],
  ],
};
