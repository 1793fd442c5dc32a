import { expect, it } from 'vitest';
import { endpointPolicy } from './testing-endpoints.ts';

it.each(['/a b', '/a\r\nX: y', '/ł', '/\u007f'])('%j is no path that can be sent', (fixed) => {
  expect(() => endpointPolicy({ rewrite: { fixed } })).toThrow(/rewrite\.fixed.*percent-encoded/);
});

it('a filter looks into the body a bounded number of times', () => {
  const looks = (times: number) =>
    Array.from({ length: times }, (_, index) => `body.a${index}:x`).join(' OR ');
  expect(endpointPolicy({ filter: looks(32) }).filter).not.toBeNull();
  expect(() => endpointPolicy({ filter: `type:a -(${looks(33)})` })).toThrow(/more than 32 times/);
});

it('a path with a query is one', () => {
  expect(endpointPolicy({ rewrite: { fixed: '/api/hook?from=stripe' } }).rewrite).toEqual({
    kind: 'fixed',
    path: '/api/hook?from=stripe',
  });
});
