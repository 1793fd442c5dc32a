import type { EventType } from '../../pack.ts';
import type { Fresh } from '../../samples/fresh.ts';
import type { Sample } from '../../samples/sample.ts';

type Fields = Record<string, unknown>;
type Build = (fresh: Fresh) => Fields;

const time = (fresh: Fresh): string => new Date(fresh.now).toISOString();
const number = (fresh: Fresh, name: string): number => Number(fresh.same(name, () => fresh.digits(13)));
const customer = (fresh: Fresh): Fields => ({
  id: number(fresh, 'customer'),
  email: 'ana@example.com',
  first_name: 'Ana',
  last_name: 'Souza',
  phone: null,
  created_at: time(fresh),
});
const order =
  (more: Fields): Build =>
  (fresh) => ({
    id: number(fresh, 'order'),
    admin_graphql_api_id: `gid://shopify/Order/${number(fresh, 'order')}`,
    name: '#1042',
    email: 'ana@example.com',
    currency: 'BRL',
    total_price: '49.90',
    subtotal_price: '44.90',
    financial_status: 'paid',
    fulfillment_status: null,
    created_at: time(fresh),
    customer: customer(fresh),
    line_items: [
      { id: Number(fresh.digits(13)), title: 'Café 500 g', quantity: 1, price: '44.90', sku: 'CAFE-500' },
    ],
    ...more,
  });
const product: Build = (fresh) => ({
  id: number(fresh, 'product'),
  title: 'Café 500 g',
  vendor: 'Aurora',
  product_type: 'Café',
  status: 'active',
  created_at: time(fresh),
  variants: [
    { id: Number(fresh.digits(13)), title: 'Moído', price: '44.90', sku: 'CAFE-500', inventory_quantity: 12 },
  ],
});

const topics: readonly (readonly [topic: string, says: string, build: Build])[] = [
  ['orders/create', 'An order was placed.', order({})],
  ['orders/paid', 'An order was paid.', order({})],
  ['orders/updated', 'An order changed.', order({ fulfillment_status: 'partial' })],
  [
    'orders/cancelled',
    'An order was cancelled.',
    order({
      cancelled_at: '2026-01-01T00:00:00-03:00',
      cancel_reason: 'customer',
      financial_status: 'refunded',
    }),
  ],
  ['orders/fulfilled', 'An order was sent out.', order({ fulfillment_status: 'fulfilled' })],
  ['products/create', 'A product was made.', product],
  ['products/update', 'A product changed.', product],
  ['customers/create', 'A customer was created.', customer],
  [
    'inventory_levels/update',
    'The stock of an item changed.',
    (fresh) => ({
      inventory_item_id: number(fresh, 'item'),
      location_id: number(fresh, 'location'),
      available: 12,
      updated_at: time(fresh),
    }),
  ],
  [
    'app/uninstalled',
    'The shop took your app off.',
    (fresh) => ({
      id: number(fresh, 'shop'),
      name: 'Loja Aurora',
      email: 'contato@loja.example',
      domain: 'loja-aurora.myshopify.com',
      myshopify_domain: 'loja-aurora.myshopify.com',
    }),
  ],
];

export const shopifyEventTypes: readonly EventType[] = topics.map(([name, says]) => ({
  name,
  says,
  docs: 'https://shopify.dev/docs/api/webhooks',
}));

export const shopifySamples: readonly Sample[] = topics.map(([topic, , build]) => ({
  eventType: topic,
  build: (fresh) => ({
    headers: [
      ['Content-Type', 'application/json'],
      ['X-Shopify-Topic', topic],
      ['X-Shopify-Shop-Domain', 'loja-aurora.myshopify.com'],
      ['X-Shopify-API-Version', '2026-04'],
      ['X-Shopify-Webhook-Id', fresh.uuid()],
      ['X-Shopify-Event-Id', fresh.uuid()],
      ['X-Shopify-Triggered-At', time(fresh)],
    ],
    body: { kind: 'json', value: build(fresh) },
  }),
}));
