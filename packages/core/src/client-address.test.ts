import type { RawHeaders } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { clientAddressOf } from './client-address.ts';

it.each<[RawHeaders, string | undefined]>([
  [[['X-Forwarded-For', '203.0.113.9']], '203.0.113.9'],
  [[['x-forwarded-for', '10.0.0.1, made up,203.0.113.9 ']], '203.0.113.9'],
  [
    [
      ['X-Forwarded-For', 'made up'],
      ['x-forwarded-for', '2001:db8::7'],
    ],
    '2001:db8::7',
  ],
  [[['X-Forwarded-For', '']], undefined],
  [[['X-Forwarded-For', 'made up,']], undefined],
  [[], undefined],
])('%j was sent by %s', (headers, address) => expect(clientAddressOf(headers)).toBe(address));
