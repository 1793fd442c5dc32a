import type { DeliveryId, EventId, RawHeaders } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import type { EndpointPolicy } from './endpoint-policy.ts';
import { outgoingHeaders } from './outgoing-headers.ts';
import type { Target } from './target.ts';
import { endpointPolicy } from './testing-endpoints.ts';

const target: Target = {
  protocol: 'http:',
  hostname: 'localhost',
  port: 3000,
  path: null,
  url: 'http://localhost:3000',
};
const policy = endpointPolicy({ target: 'http://localhost:3000' });
const send = (headers: RawHeaders, changes: Partial<EndpointPolicy> = {}) =>
  outgoingHeaders(headers, {
    target,
    policy: { ...policy, ...changes },
    url: 'https://quiet-otter.test/x',
    remoteAddress: '10.0.0.9',
    eventId: 'evt_1' as EventId,
    deliveryId: 'dlv_1' as DeliveryId,
    attempt: 2,
  });

it('keeps order, case and duplicates, and sets what a proxy sets', () => {
  expect(
    send([
      ['HOST', 'quiet-otter.test'],
      ['x-A', '1'],
      ['X-a', '2'],
      ['x-A', '1'],
    ]),
  ).toEqual([
    ['HOST', 'localhost:3000'],
    ['x-A', '1'],
    ['X-a', '2'],
    ['x-A', '1'],
    ['X-Forwarded-For', '10.0.0.9'],
    ['X-Forwarded-Proto', 'https'],
    ['X-Forwarded-Host', 'quiet-otter.test'],
    ['Hooktap-Event-Id', 'evt_1'],
    ['Hooktap-Delivery-Id', 'dlv_1'],
    ['Hooktap-Attempt', '2'],
  ]);
});

it('drops hop-by-hop headers and what Connection names', () => {
  const names = send([
    ['Connection', 'close, X-Mine'],
    ['X-Mine', '1'],
    ['Keep-Alive', 'timeout=5'],
    ['TE', 'trailers'],
    ['Transfer-Encoding', 'chunked'],
    ['Upgrade', 'h2c'],
    ['Expect', '100-continue'],
    ['X-Kept', '1'],
  ]).map(([name]) => name);
  expect(names).toEqual(expect.arrayContaining(['X-Kept', 'Host']));
  for (const gone of ['Connection', 'X-Mine', 'Keep-Alive', 'TE', 'Transfer-Encoding', 'Upgrade', 'Expect']) {
    expect(names).not.toContain(gone);
  }
});

it('appends to the chain of addresses and leaves proto and host that are there', () => {
  const headers = send([
    ['X-Forwarded-For', '1.2.3.4'],
    ['x-forwarded-proto', 'http'],
    ['x-forwarded-host', 'first.test'],
  ]);
  expect(headers).toContainEqual(['X-Forwarded-For', '1.2.3.4, 10.0.0.9']);
  expect(headers).toContainEqual(['x-forwarded-proto', 'http']);
  expect(headers).toContainEqual(['x-forwarded-host', 'first.test']);
});

it('does not let a sender forge our own headers', () => {
  const headers = send([
    ['hooktap-event-id', 'evt_forged'],
    ['Hooktap-Event-Id', 'evt_forged'],
  ]);
  expect(headers.filter(([name]) => name.toLowerCase() === 'hooktap-event-id')).toEqual([
    ['hooktap-event-id', 'evt_1'],
  ]);
});

it('keeps the public host where the endpoint asks for it', () => {
  expect(send([['Host', 'quiet-otter.test']], { hostHeader: 'public' })[0]).toEqual([
    'Host',
    'quiet-otter.test',
  ]);
});
