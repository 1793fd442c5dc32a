import { createHmac, timingSafeEqual } from 'node:crypto';

/** Whether a `Stripe-Signature` of this secret stands over these bytes (https://docs.stripe.com/webhooks#verify-manually). */
export function isStripeSigned(header, body, secret) {
  const fields = (header ?? '').split(',').map((field) => field.split('='));
  const time = fields.find(([name]) => name === 't')?.[1] ?? '';
  const expected = createHmac('sha256', secret).update(`${time}.`).update(body).digest('hex');
  return fields
    .filter(([name, value = '']) => name === 'v1' && value.length === expected.length)
    .some(([, value]) => timingSafeEqual(Buffer.from(value), Buffer.from(expected)));
}
