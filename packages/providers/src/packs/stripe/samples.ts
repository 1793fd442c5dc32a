import type { EventType } from '../../pack.ts';
import type { Fresh } from '../../samples/fresh.ts';
import type { Sample } from '../../samples/sample.ts';

type Fields = Record<string, unknown>;

const seconds = (fresh: Fresh): number => Math.floor(fresh.now / 1000);
const id = (fresh: Fresh, prefix: string): string => fresh.same(prefix, () => `${prefix}_${fresh.token(24)}`);

const paymentIntent =
  (status: string) =>
  (fresh: Fresh): Fields => ({
    id: id(fresh, 'pi'),
    object: 'payment_intent',
    amount: 4990,
    amount_received: status === 'succeeded' ? 4990 : 0,
    currency: 'brl',
    customer: id(fresh, 'cus'),
    status,
    latest_charge: id(fresh, 'ch'),
    metadata: {},
    created: seconds(fresh),
    livemode: false,
  });
const charge =
  (more: Fields) =>
  (fresh: Fresh): Fields => ({
    id: id(fresh, 'ch'),
    object: 'charge',
    amount: 4990,
    amount_refunded: 0,
    currency: 'brl',
    customer: id(fresh, 'cus'),
    payment_intent: id(fresh, 'pi'),
    paid: true,
    refunded: false,
    status: 'succeeded',
    metadata: {},
    created: seconds(fresh),
    livemode: false,
    ...more,
  });
const session = (fresh: Fresh): Fields => ({
  id: id(fresh, 'cs_test'),
  object: 'checkout.session',
  amount_total: 4990,
  currency: 'brl',
  customer: id(fresh, 'cus'),
  customer_details: { email: 'ana@example.com', name: 'Ana Souza' },
  mode: 'payment',
  payment_intent: id(fresh, 'pi'),
  payment_status: 'paid',
  status: 'complete',
  client_reference_id: null,
  metadata: {},
  created: seconds(fresh),
  livemode: false,
});
const customer = (fresh: Fresh): Fields => ({
  id: id(fresh, 'cus'),
  object: 'customer',
  email: 'ana@example.com',
  name: 'Ana Souza',
  metadata: {},
  created: seconds(fresh),
  livemode: false,
});
const subscription =
  (status: string) =>
  (fresh: Fresh): Fields => ({
    id: id(fresh, 'sub'),
    object: 'subscription',
    customer: id(fresh, 'cus'),
    status,
    currency: 'brl',
    cancel_at_period_end: false,
    items: {
      object: 'list',
      data: [
        {
          id: id(fresh, 'si'),
          object: 'subscription_item',
          quantity: 1,
          price: { id: id(fresh, 'price'), object: 'price', unit_amount: 4990, currency: 'brl' },
        },
      ],
    },
    metadata: {},
    created: seconds(fresh),
    livemode: false,
  });
const invoice =
  (status: string) =>
  (fresh: Fresh): Fields => ({
    id: id(fresh, 'in'),
    object: 'invoice',
    customer: id(fresh, 'cus'),
    amount_due: 4990,
    amount_paid: status === 'paid' ? 4990 : 0,
    currency: 'brl',
    status,
    attempt_count: 1,
    metadata: {},
    created: seconds(fresh),
    livemode: false,
  });
const dispute = (fresh: Fresh): Fields => ({
  id: id(fresh, 'dp'),
  object: 'dispute',
  amount: 4990,
  charge: id(fresh, 'ch'),
  currency: 'brl',
  reason: 'fraudulent',
  status: 'needs_response',
  created: seconds(fresh),
  livemode: false,
});

/** The most used of Stripe's many; the objects are cut to the fields that most handlers read. */
const objects: readonly (readonly [name: string, says: string, object: (fresh: Fresh) => Fields])[] = [
  ['payment_intent.succeeded', 'A payment went through.', paymentIntent('succeeded')],
  ['payment_intent.payment_failed', 'A payment was refused.', paymentIntent('requires_payment_method')],
  ['payment_intent.created', 'A payment was begun.', paymentIntent('requires_payment_method')],
  ['charge.succeeded', 'A charge went through.', charge({})],
  ['charge.failed', 'A charge was refused.', charge({ paid: false, status: 'failed' })],
  [
    'charge.refunded',
    'A charge was paid back, wholly or in part.',
    charge({ amount_refunded: 4990, refunded: true }),
  ],
  ['charge.dispute.created', 'A customer disputes a charge.', dispute],
  ['checkout.session.completed', 'A checkout was completed.', session],
  ['customer.created', 'A customer was created.', customer],
  ['customer.updated', 'A customer was changed.', customer],
  ['customer.subscription.created', 'A subscription began.', subscription('active')],
  ['customer.subscription.updated', 'A subscription changed.', subscription('past_due')],
  ['customer.subscription.deleted', 'A subscription ended.', subscription('canceled')],
  ['invoice.paid', 'An invoice was paid.', invoice('paid')],
  ['invoice.payment_failed', 'An invoice could not be paid.', invoice('open')],
];

export const stripeEventTypes: readonly EventType[] = objects.map(([name, says]) => ({
  name,
  says,
  docs: `https://docs.stripe.com/api/events/types#event_types-${name}`,
}));

export const stripeSamples: readonly Sample[] = objects.map(([eventType, , object]) => ({
  eventType,
  build: (fresh) => ({
    headers: [
      ['Content-Type', 'application/json; charset=utf-8'],
      ['User-Agent', 'Stripe/1.0 (+https://stripe.com/docs/webhooks)'],
    ],
    body: {
      kind: 'json',
      value: {
        id: `evt_${fresh.token(24)}`,
        object: 'event',
        api_version: '2025-08-27.basil',
        created: seconds(fresh),
        data: { object: object(fresh) },
        livemode: false,
        pending_webhooks: 1,
        request: { id: `req_${fresh.token(14)}`, idempotency_key: fresh.uuid() },
        type: eventType,
      },
    },
  }),
  optional: { account: 'x', data: { previous_attributes: {} } },
}));
