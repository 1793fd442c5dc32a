import { headerValue } from '@hooktap/protocol';
import { doctor, malformed } from '../../explain/doctor.ts';
import { wholeSecret } from '../../signature/hmac-scheme.ts';
import type { SignatureScheme } from '../../signature/scheme.ts';
import { bodyPart, headerPart, part } from '../../signature/signed-message.ts';
import { parseTimedHeader } from '../../signature/timed-header.ts';

const header = 'Stripe-Signature';

/** stripe-node `src/Webhooks.ts`: `HMAC(secret, t.body)`; only too old is refused, never too new. */
export const stripeV1: SignatureScheme = {
  name: 'stripe-v1',
  title: 'Stripe v1',
  docs: 'https://docs.stripe.com/webhooks#verify-manually',
  algorithm: 'hmac-sha256',
  encoding: 'hex',
  headers: ['stripe-signature'],
  signsTime: true,
  signsBody: true,
  signsUrl: false,
  timestampUnit: 's',
  tolerance: { pastSeconds: 300, futureSeconds: Number.POSITIVE_INFINITY },
  key: wholeSecret,
  claim: (request) => {
    const value = headerValue(request.rawHeaders, header);
    if (value === undefined) return null;
    const { timestamp, signatures } = parseTimedHeader(value);
    const found = signatures('v1');
    if (timestamp === undefined || found.length === 0) {
      return { signatures: [], ...malformed(doctor.sentence('header-timed', { header })) };
    }
    return { signatures: found, timestamp };
  },
  parts: (request, { timestamp = '' }) => [
    headerPart(doctor.sentence('label-time'), timestamp),
    part(doctor.sentence('label-stop'), '.'),
    bodyPart(request),
  ],
  write: ({ timestamp }, signature) => [[header, `t=${timestamp},v1=${signature}`]],
};
