import { parseQuery } from '@hooktap/query';
import { expect, test } from 'vitest';
import { addressOfKind, kindOfAddress, queryOfKind } from './kind-query.ts';

test.each([
  { provider: 'zavu', eventType: 'message.inbound' },
  { provider: 'zavu', eventType: null },
  { provider: null, eventType: null },
  { provider: 'x', eventType: 'odd "type" * (1)' },
])('a type can be asked for and stand in the address', (kind) => {
  expect(kindOfAddress(addressOfKind(kind))).toEqual(kind);
  expect(parseQuery(queryOfKind(kind, '-body.a:*'), { now: 0 })).toMatchObject({ ok: true });
});

test('the query names provider and type exactly', () => {
  expect(queryOfKind({ provider: 'zavu', eventType: 'a.b' }, 'body.x:*')).toBe(
    'provider:=zavu type:=a.b body.x:*',
  );
  expect(queryOfKind({ provider: null, eventType: null })).toBe('-provider:* -type:*');
});
