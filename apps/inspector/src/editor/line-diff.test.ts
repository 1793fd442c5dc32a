import { expect, test } from 'vitest';
import { changedLines, lineDiff } from './line-diff.ts';

const told = (left: string, right: string) =>
  lineDiff(left.split('\n'), right.split('\n')).map(
    ({ mark, text, left: l, right: r }) =>
      `${{ same: ' ', added: '+', removed: '-' }[mark]}${text} ${l}/${r}`,
  );

test('lines that differ, removed before added, with their numbers on each side', () => {
  expect(told('{\n"a"\n"b"\n}', '{\n"c"\n}')).toEqual([
    ' { 1/1',
    '-"a" 2/null',
    '-"b" 3/null',
    '+"c" null/2',
    ' } 4/3',
  ]);
  expect(told('a\nb\nc\nd', 'a\nc\nx\nd')).toEqual([' a 1/1', '-b 2/null', ' c 3/2', '+x null/3', ' d 4/4']);
  expect(told('a', 'a')).toEqual([' a 1/1']);
});

test('very long texts are not compared cell by cell, and both stand there whole', () => {
  const many = (word: string) => Array.from({ length: 3000 }, (_, index) => `${word}${index}`);
  const diff = lineDiff(['x', ...many('a'), 'y'], ['x', ...many('b'), 'y']);
  expect(diff.filter(({ mark }) => mark === 'removed')).toHaveLength(3000);
  expect(diff.filter(({ mark }) => mark === 'added')).toHaveLength(3000);
  expect(diff.filter(({ mark }) => mark === 'same').map(({ text }) => text)).toEqual(['x', 'y']);
});

test('changed lines know the value that stood there', () => {
  const before = ['{', '  "id": "a",', '  "n": null,', '  "o": {', '    "p": 1', '  }', '}'];
  const now = ['{', '  "id": "b",', '  "n": "x",', '  "o": {', '    "p": 1,', '    "q": 2', '  }', '}'];
  expect(changedLines(before, now)).toEqual([
    { line: 2, was: '"a"' },
    { line: 3, was: 'null' },
    { line: 6, was: null },
  ]);
  expect(changedLines(before, before)).toEqual([]);
});
