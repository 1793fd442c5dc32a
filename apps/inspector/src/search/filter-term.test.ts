import { parseQuery } from '@hooktap/query';
import { expect, test } from 'vitest';
import { narrowed, termOf } from './filter-term.ts';

test('a value stands bare where it can, else in quotes', () => {
  expect(termOf('type', 'message.inbound')).toBe('type:=message.inbound');
  expect(termOf('path', '/webhooks/zavu')).toBe('path:=/webhooks/zavu');
  expect(termOf('subject', 'Is it (still) "warm"?')).toBe('subject:="Is it (still) \\"warm\\"?"');
  expect(termOf('type', 'a*b')).toBe('type:="a*b"');
});

test('what is only a part of another value is not meant by it', () => {
  expect(parseQuery(termOf('path', '/'))).toMatchObject({
    query: { pattern: { kind: 'glob', pieces: ['/'] } },
  });
  expect(parseQuery(termOf('type', '=a*b'))).toMatchObject({
    query: { pattern: { kind: 'glob', pieces: ['=a*b'] } },
  });
});

test('a condition is added once, and takes the place of its opposite', () => {
  expect(narrowed('', 'code:500', false)).toBe('code:500');
  expect(narrowed('order code:500', 'code:500', false)).toBe('order code:500');
  expect(narrowed('-code:500 order', 'code:500', false)).toBe('order code:500');
  expect(narrowed('code:5001', 'code:500', true)).toBe('code:5001 -code:500');
});

test('alternatives are held together', () => {
  expect(narrowed('a OR b', 'method:PUT', false)).toBe('(a OR b) method:PUT');
  expect(narrowed('"a OR b"', 'method:PUT', false)).toBe('"a OR b" method:PUT');
});
