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

test('what stands within a value is no condition', () => {
  const q = 'subject:="paid type:=a now"';
  expect(narrowed(q, 'type:=a', false)).toBe(`${q} type:=a`);
  expect(narrowed(q, 'now', true)).toBe(`${q} -now`);
});

test('a condition that was turned round by a word is turned back', () => {
  expect(narrowed('order NOT type:=a', 'type:=a', false)).toBe('order type:=a');
});

test('whatever a payload says, the condition means exactly that', () => {
  const hostile = [
    ...[
      '',
      ' ',
      '"',
      '\\',
      '\\"',
      '\\\\',
      'a\\',
      '*',
      '**',
      '=',
      '==a',
      '>5',
      '<=1',
      '-a',
      '-',
      '(',
      ')',
      'OR',
      'NOT',
    ],
    ...[
      'a\nb',
      '\n',
      '\t',
      '\r\n',
      '\u0000',
      '\u001b[2J',
      '\u202e',
      '\u3164',
      '\u00a0',
      '\ufeff',
      '\u2028',
      '\ud800',
      '🥖',
    ],
    ...[
      'a b',
      'x OR -y',
      '" OR ""',
      'a" type:=b "',
      'http://x/?q="a b"',
      '/a/',
      '/~/../',
      '1..5',
      'W/"abc def"',
      "'a b'",
      '#',
      '//',
    ],
  ];
  for (const field of ['type', 'path', 'tag', 'header.x-a', 'body.a']) {
    for (const value of hostile) {
      const q = narrowed('order', termOf(field, value), false);
      expect(parseQuery(q), q).toMatchObject({
        query: { kind: 'and', of: [{ kind: 'word' }, {}] },
      });
      const exact = { kind: 'glob', pieces: [value] };
      const term = field.includes('.') ? { test: exact } : { pattern: exact };
      expect(parseQuery(termOf(field, value)), q).toMatchObject({ query: term });
    }
  }
});
