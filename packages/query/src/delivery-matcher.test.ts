import { describe, expect, it } from 'vitest';
import { deliveryMatcher } from './delivery-matcher.ts';
import { parseQuery } from './parse.ts';
import { deliveryView, digest, eventView } from './testing-views.ts';
import type { DeliveryView } from './views.ts';

const now = Date.parse('2026-11-21T12:10:00Z');

function matcherOf(text: string) {
  const parsed = parseQuery(text, { now, subject: 'delivery' });
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.message}`);
  return deliveryMatcher(parsed.query, { now });
}
const matches = (text: string, view: DeliveryView): boolean => matcherOf(text).matches(view);

const replay = deliveryView({
  endpoint: 'chat',
  target: 'http://127.0.0.1:3000/hook',
  cause: 'replay',
  status: 'failed',
  createdAt: '2026-11-21T12:05:00.000Z',
  digest: { attempts: 4, lastStatusCode: 500, lastFailure: 'timeout', tookMs: 900 },
  event: eventView({
    provider: 'zavu',
    pinned: true,
    text: '{"from":"+1555"}',
    headers: [['X-Id', 'abc']],
    endpoint: 'elsewhere',
    receivedAt: '2026-11-20T12:00:00.000Z',
    providerEventId: 'wamid.42',
    delivery: digest({ status: 'succeeded', lastStatusCode: 200 }),
  }),
});

describe('a delivery and a query', () => {
  it.each([
    'status:failed',
    'code:5xx',
    'failure:timeout',
    'cause:replay',
    'attempts:>3',
    'took:>500ms',
    'endpoint:chat',
    'target:*/hook',
    'id:dlv_',
    'id:evt_',
    'id:wamid',
    'since:10m',
    'before:2m',
    'provider:zavu',
    'is:pinned',
    'header.x-id:abc',
    'body.from:+1555',
    '+1555',
    'abc',
    'size:>10',
    'status:failed (provider:zavu OR provider:stripe)',
    '-endpoint:elsewhere',
    '-code:200',
  ])('%s', (text) => expect(matches(text, replay)).toBe(true));

  it.each([
    'status:succeeded',
    'code:2xx',
    'cause:arrival',
    'since:1m',
    'endpoint:elsewhere',
    'target:=hook',
    'other',
  ])('not %s', (text) => expect(matches(text, replay)).toBe(false));

  it('without its event, no field of that matches', () => {
    const orphan = deliveryView({ event: null });
    expect(matches('method:POST', orphan)).toBe(false);
    expect(matches('-method:POST status:succeeded', orphan)).toBe(true);
    expect(matches('*', orphan)).toBe(false);
  });

  it('does not fetch the event where the delivery decides', () => {
    const view: DeliveryView = { ...deliveryView(), event: () => expect.unreachable('fetched the event') };
    expect(matches('provider:zavu status:failed', view)).toBe(false);
    expect([...matcherOf('status:failed took:>1s').needs]).toEqual([]);
    expect(new Set(matcherOf('status:failed provider:zavu').needs)).toEqual(new Set(['event']));
  });
});
