import type { ProviderPack } from '../../pack.ts';
import { epochMs, firstTextAt, joinParts, numberAt, textAt, threadKey } from '../../payload.ts';
import type { PayloadReading, ReadableRequest } from '../../reading.ts';
import { stripeRegistration } from './registration.ts';
import { stripeEventTypes, stripeSamples } from './samples.ts';
import { stripeV1 } from './signature.ts';

export const stripe: ProviderPack = {
  name: 'stripe',
  title: 'Stripe',
  docs: [{ title: 'Webhooks', url: 'https://docs.stripe.com/webhooks' }],
  facts: [
    {
      about: 'secret',
      certainty: 'verified',
      says: 'The whole text with its whsec_ is the key. Each endpoint, and the Stripe CLI, has its own.',
    },
    { about: 'order', certainty: 'observed', says: 'Events may come out of order and more than once.' },
    {
      about: 'retries',
      certainty: 'observed',
      says: 'For up to three days in live mode, three times within hours in a sandbox; the single waits are not published.',
    },
    { about: 'deadline', certainty: 'unknown', says: 'How long it waits for an answer is not published.' },
  ],
  recognise(head) {
    if (head.header('stripe-signature') !== undefined) {
      return { confidence: 'certain', reason: 'It has a Stripe-Signature header.' };
    }
    const fields = head.fields();
    const isEvent = /^(v2\.core\.)?event$/.test(fields.get('object') ?? '') && fields.has('created');
    if (!isEvent || !fields.get('id')?.startsWith('evt_')) return null;
    return {
      confidence: 'likely',
      reason: 'The body is a Stripe event (an id evt_…, object and created); it bears no signature.',
    };
  },
  read: readStripe,
  eventTypes: stripeEventTypes,
  schemes: [stripeV1],
  handshakes: [],
  samples: stripeSamples,
  registration: stripeRegistration,
};

function readStripe({ json }: ReadableRequest): PayloadReading {
  const object = textAt(json, 'data.object.id');
  return {
    eventType: textAt(json, 'type'),
    providerEventId: textAt(json, 'id'),
    subject: joinParts(amountOf(json), object, firstTextAt(json, ['data.object.status'])),
    threadKeys: [
      ...threadKey('object', object),
      ...threadKey('payment', firstTextAt(json, ['data.object.payment_intent'])),
    ],
    status: textAt(json, 'data.object.status'),
    providerTimeMs: epochMs(numberAt(json, 'created')),
  };
}

/** Currencies without cents, as Stripe lists them. */
const wholeUnits = new Set('bif clp djf gnf jpy kmf krw mga pyg rwf ugx vnd vuv xaf xof xpf'.split(' '));

function amountOf(json: unknown): string | undefined {
  const paths = ['amount', 'amount_total', 'amount_due', 'amount_paid'];
  const amount = paths
    .map((name) => numberAt(json, `data.object.${name}`))
    .find((value) => value !== undefined);
  const currency = textAt(json, 'data.object.currency');
  if (amount === undefined || currency === undefined) return undefined;
  const units = wholeUnits.has(currency) ? String(amount) : (amount / 100).toFixed(2);
  return `${units} ${currency.toUpperCase()}`;
}
