import { expect, test } from 'vitest';
import { findInText } from './find-in-text.ts';
import { readBody } from './read-body.ts';
import { placeOf } from './text-place.ts';
import { rowAt, wrapText } from './wrap-text.ts';

const rowsOf = (text: string, cells: number) => {
  const { starts, ends, lines } = wrapText(text, cells);
  return Array.from(starts, (start, row) => [lines[row], text.slice(start, ends[row])]);
};

test('lines are cut into rows, and nothing is lost', () => {
  expect(rowsOf('abcdefgh\n\nij', 3)).toEqual([
    [1, 'abc'],
    [1, 'def'],
    [1, 'gh'],
    [2, ''],
    [3, 'ij'],
  ]);
  expect(rowsOf('a\n', 3)).toEqual([
    [1, 'a'],
    [2, ''],
  ]);
  expect(rowsOf('', 3)).toEqual([[1, '']]);
});

test('wide characters take two cells, pairs are not torn, hidden ones take what they are written out as', () => {
  expect(rowsOf('你好吗', 4).map(([, text]) => text)).toEqual(['你好', '吗']);
  expect(rowsOf('a🥖b', 2).map(([, text]) => text)).toEqual(['a', '🥖', 'b']);
  expect(rowsOf('ab\u202ecd', 12).map(([, text]) => text)).toEqual(['ab\u202e', 'cd']);
  expect(rowsOf('ab\ud800cd', 12).map(([, text]) => text)).toEqual(['ab\ud800', 'cd']);
  expect(rowsOf('a👩\u200d👧b', 3).map(([, text]) => text)).toEqual(['a👩\u200d👧', 'b']);
});

test('one line of a million characters', () => {
  const { starts, lines } = wrapText('x'.repeat(1_000_000), 80);
  expect(starts.length).toBe(12_500);
  expect(lines.at(-1)).toBe(1);
  expect(rowAt(starts, 79)).toBe(0);
  expect(rowAt(starts, 80)).toBe(1);
  expect(rowAt(starts, 9_999_999)).toBe(12_499);
});

test('words are found without regard to case, patterns are words', () => {
  expect([...findInText('A.b a.B axb', 'a.b').starts]).toEqual([0, 4]);
  expect(findInText('x', '').starts.length).toBe(0);
  expect(findInText('a'.repeat(30_000), 'a').isCut).toBe(true);
});

test('a place is a line and a column', () => {
  expect(placeOf('ab\ncd', 4)).toEqual({ line: 2, column: 2 });
  expect(placeOf('ab', 0)).toEqual({ line: 1, column: 1 });
});

const bytes = (text: string) => new TextEncoder().encode(text);

test('what a body is', () => {
  expect(readBody(bytes('{"a":1}'), true).kind).toBe('json');
  expect(readBody(bytes('a=1&b=2'), true).kind).toBe('text');
  expect(readBody(new Uint8Array([0xff, 0xd8, 0]), true).kind).toBe('binary');
  expect(readBody(bytes('{"a":'), true, 'application/json')).toMatchObject({
    kind: 'json',
    fault: { offset: 5, expected: 'value' },
  });
  expect(readBody(bytes('{"a":'), true)).toMatchObject({ kind: 'text' });
});

test('text that was cut within a character is still text, and JSON that was cut is not blamed', () => {
  expect(readBody(bytes('é').slice(0, 1), false)).toEqual({ kind: 'text', text: '' });
  expect(readBody(bytes('é').slice(0, 1), true).kind).toBe('binary');
  expect(readBody(bytes('{"a":[1,'), false)).toMatchObject({ kind: 'json', fault: null });
});

test('another encoding is read as what the sender calls it', () => {
  const latin1 = new Uint8Array([0x6f, 0x6c, 0xe1]);
  expect(readBody(latin1, true, 'text/plain; charset=iso-8859-1')).toEqual({
    kind: 'text',
    text: 'olá',
    readAs: 'iso-8859-1',
  });
  expect(readBody(latin1, true, 'application/octet-stream').kind).toBe('binary');
});
