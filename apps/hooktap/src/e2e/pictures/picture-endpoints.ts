import type { EndpointConfig } from '@hooktap/protocol';

export const secrets = {
  zavu: 'whsec_pictures_of_zavu',
  stripe: 'whsec_pictures_of_stripe',
  connect: 'whsec_pictures_of_connect',
};
const target = 'http://localhost:3000';

/** While the events come in, the first waits are short. */
export const arrivingEndpoints: readonly EndpointConfig[] = [
  {
    name: 'zavu',
    path: '/webhooks/zavu',
    provider: 'zavu',
    secrets: [secrets.zavu],
    target,
    reply: 'ack',
    retry: { schedule: ['1ms', '1ms', '13m', '1h', '6h'] },
  },
  {
    name: 'stripe',
    path: '/webhooks/stripe',
    provider: 'stripe',
    secrets: [secrets.stripe],
    target,
    retry: 'none',
    dedupe: true,
  },
  {
    name: 'stripe-connect',
    path: '/webhooks/connect',
    provider: 'stripe',
    secrets: [secrets.connect],
    target,
  },
  { name: 'zapi', path: '/webhooks/zapi', provider: 'zapi', target, retry: 'none' },
  { name: 'orders', path: '/orders', target: 'http://localhost:4000', reply: 'ack', hold: true },
  { name: 'default', path: '/', target, retry: 'none' },
];

/** As the pictures show them. */
export const shownEndpoints = arrivingEndpoints.map(
  (endpoint): EndpointConfig => (endpoint.name === 'zavu' ? { ...endpoint, retry: 'zavu' } : endpoint),
);
