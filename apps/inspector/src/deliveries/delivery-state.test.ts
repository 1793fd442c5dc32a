import type { DeliveryId, DeliverySummary, Endpoint, EventId } from '@hooktap/protocol';
import { expect, test } from 'vitest';
import { english } from '../messages/translate.ts';
import { stateSentence, verbsFor } from './delivery-state.ts';

const now = Date.parse('2026-11-21T14:00:00.000Z');

const delivery = (change: Partial<DeliverySummary>): DeliverySummary => ({
  id: `dlv_${'0'.repeat(26)}` as DeliveryId,
  eventId: `evt_${'0'.repeat(26)}` as EventId,
  endpoint: 'zavu',
  target: 'http://localhost:3000/hooks',
  cause: 'arrival',
  status: 'held',
  createdAt: '2026-11-21T13:59:00.000Z',
  signature: 'as-captured',
  ...change,
});

const endpoint = (change: Partial<Endpoint>): Endpoint => ({
  name: 'zavu',
  config: { name: 'zavu', path: '/' },
  source: { kind: 'flags' },
  mode: 'deliver',
  hold: false,
  queue: { waiting: 0, held: 1, retrying: 0, underWay: 0 },
  targets: [],
  ...change,
});

test.each([
  [delivery({}), endpoint({ mode: 'breakpoint' }), 'release edit answer cancel'],
  [delivery({ promised: true }), endpoint({ mode: 'breakpoint' }), 'release edit cancel'],
  [delivery({}), endpoint({ mode: 'paused' }), 'release edit cancel'],
  [delivery({}), undefined, 'release edit cancel'],
  [delivery({ status: 'retrying' }), endpoint({}), 'retry cancel'],
  [delivery({ status: 'pending' }), endpoint({}), 'cancel'],
  [delivery({ status: 'succeeded' }), endpoint({}), 'retry'],
  [delivery({ status: 'failed' }), endpoint({}), 'retry'],
  [delivery({ status: 'cancelled' }), endpoint({}), 'retry'],
])('what can be done with a delivery (%#)', (given, at, verbs) => {
  expect(verbsFor(given, at).join(' ')).toBe(verbs);
});

test.each([
  [delivery({}), endpoint({ mode: 'breakpoint' }), /and its sender with it/],
  [delivery({ promised: true }), endpoint({ mode: 'breakpoint' }), /its sender has its answer/],
  [delivery({}), endpoint({ mode: 'paused' }), /Endpoint zavu is paused\. Resume it/],
  [delivery({}), endpoint({ hold: true }), /while localhost:3000 is down/],
  [
    delivery({}),
    endpoint({
      hold: true,
      queue: { waiting: 0, held: 1, retrying: 0, underWay: 0, heldUntil: '2026-11-21T14:00:40.000Z' },
    }),
    /localhost:3000 takes connections and drops them\. It is tried again in 40 s, at/,
  ],
  [delivery({ status: 'pending', attemptUnderWay: 2 }), endpoint({}), /Attempt 2 is under way/],
  [
    delivery({ status: 'retrying', nextAttemptAt: '2026-11-21T14:13:00.000Z' }),
    endpoint({}),
    /again in 13 min, at/,
  ],
])('why it stands where it stands (%#)', (given, at, sentence) => {
  expect(stateSentence(given, at, now, english)).toMatch(sentence);
});

test('what has come to its end needs no sentence', () => {
  expect(stateSentence(delivery({ status: 'succeeded' }), endpoint({}), now, english)).toBeNull();
});
