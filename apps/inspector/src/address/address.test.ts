import { expect, test } from 'vitest';
import { formatAddress, parseAddress } from './address.ts';

const eventId = 'evt_01kbj4q8w2ke0000000000v9d1';

test('an address survives the way there and back', () => {
  const address = { q: 'order & "x"', eventId, tab: 'body', editing: true, compare: 'dlv_1.1~dlv_1.2' };
  const url = new URL(formatAddress(address), 'http://localhost');
  expect(parseAddress(url.pathname, url.search)).toEqual(address);
});

test('what is usual is left out', () => {
  expect(formatAddress({ q: '', eventId: null, tab: 'body', editing: true, compare: 'x' })).toBe('/');
  expect(formatAddress({ q: '', eventId, tab: 'overview', editing: false, compare: null })).toBe(
    `/events/${eventId}`,
  );
});

test('a path that names no event is the list', () => {
  expect(parseAddress('/events/evt_1', '').eventId).toBeNull();
});
