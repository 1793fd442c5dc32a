import { expect, test } from 'vitest';
import { english } from '../messages/translate.ts';
import { headerMeaning } from './header-meanings.ts';
import { headerLines, utf8Reading } from './header-text.ts';

test('a known header is explained, however it is written; an odd name is not', () => {
  expect(headerMeaning('Content-TYPE', english)).toBe('What the body is, and in which characters.');
  expect(headerMeaning('X-Nobody-Knows', english)).toBeNull();
  expect(headerMeaning('constructor', english)).toBeNull();
  expect(headerMeaning('__proto__', english)).toBeNull();
});

test('UTF-8 in a header is read as that, latin-1 is left', () => {
  expect(utf8Reading('A\u00c3\u00a7\u00c3\u00a3o')).toBe('Ação');
  expect(utf8Reading('caf\u00e9')).toBeNull();
  expect(utf8Reading('plain')).toBeNull();
});

test('lines are those of the wire', () => {
  expect(
    headerLines([
      ['A', '1'],
      ['a', ''],
    ]),
  ).toBe('A: 1\r\na: ');
});
