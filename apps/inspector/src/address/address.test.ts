import { expect, test } from 'vitest';
import { changedAddress, formatAddress, panelAddress, parseAddress } from './address.ts';

const eventId = 'evt_01kbj4q8w2ke0000000000v9d1';
const events = panelAddress('events');

test.each([
  { ...events, q: 'order & "x"', eventId, tab: 'body', editing: true, compare: 'dlv_1.1~dlv_1.2' },
  { ...events, eventId, editing: true, saved: 'req_01kbj4q8w2ke0000000000v9d1' },
  { ...events, eventId, editing: true, release: 'dlv_01kbj4q8w2ke0000000000v9d1' },
  { ...panelAddress('deliveries'), q: 'type:a', status: 'held', open: 'dlv_01kbj4q8w2ke0000000000v9d1' },
  { ...panelAddress('endpoints'), open: 'stripe-connect' },
  panelAddress('replays'),
  { ...panelAddress('threads'), q: 'provider:zavu', open: eventId },
  { ...panelAddress('drift'), open: 'zavu', type: 'message/inbound & more', as: 'zod' },
  { ...panelAddress('drift'), open: '-' },
  { ...panelAddress('trigger'), open: 'zavu', sample: 'message.inbound:image' },
  { ...panelAddress('trigger'), open: 'zapi', scenario: 'conversation' },
])('an address survives the way there and back', (address) => {
  const url = new URL(formatAddress(address), 'http://localhost');
  expect(parseAddress(url.pathname, url.search)).toEqual(address);
});

test('what is usual is left out', () => {
  expect(formatAddress({ ...events, tab: 'body', editing: true, compare: 'x' })).toBe('/');
  expect(formatAddress({ ...events, eventId })).toBe(`/events/${eventId}`);
  expect(formatAddress(panelAddress('deliveries'))).toBe('/deliveries');
});

test('a path that names no event is the list', () => {
  expect(parseAddress('/events/evt_1', '').eventId).toBeNull();
  expect(parseAddress('/somewhere', '').panel).toBe('events');
});

test('to name an event is to go to the events, as they were searched when they were left', () => {
  const deliveries = { ...panelAddress('deliveries'), q: 'status:held', open: 'dlv_1' };
  const left = { ...events, q: 'type:a', tab: 'raw' };
  const lastOf = () => left;
  expect(changedAddress(deliveries, { eventId }, lastOf)).toEqual({ ...events, q: 'type:a', eventId });
  expect(changedAddress(deliveries, { status: 'held' }, lastOf)).toEqual({ ...deliveries, status: 'held' });
  expect(changedAddress(left, { panel: 'deliveries' }, lastOf)).toEqual(panelAddress('deliveries'));
});
