import { parseQuery } from '@hooktap/query';
import { expect, test } from 'vitest';
import { pathOf, searchFieldOf, shortPathOf } from './json-path.ts';
import { type JsonRows, rowKinds, rowMarks } from './json-rows.ts';
import { scanJson } from './json-scan.ts';
import { termOfRow } from './row-term.ts';
import { membersOf } from './tree-layout.ts';

const values = (rows: JsonRows, text: string) =>
  Array.from({ length: rows.count }, (_, row) =>
    rows.kind[row] === rowKinds.open
      ? text[rows.start[row] ?? 0]
      : text.slice(rows.start[row], rows.end[row]),
  );

test('every row in its order, numbers and repeated keys as they were sent', () => {
  const text = '{"a":12345678901234567890,"b":[1.0,-0e5,{"x":null}],"a":{},"e":[]}';
  const { rows, fault } = scanJson(text);
  expect(fault).toBeNull();
  expect(values(rows, text)).toEqual([
    '{',
    '12345678901234567890',
    '[',
    '1.0',
    '-0e5',
    '{',
    'null',
    '}',
    ']',
    '{}',
    '[]',
    '}',
  ]);
  const repeated = Array.from(rows.marks, (marks) => (marks & rowMarks.repeatedKey) !== 0);
  expect(repeated.indexOf(true)).toBe(9);
  expect(repeated.filter(Boolean)).toHaveLength(1);
});

test('brackets know their partners, and what stands in them knows its parent', () => {
  const text = '[{"a":[1,2]},3]';
  const { rows } = scanJson(text);
  expect(rows.partner[0]).toBe(rows.count - 1);
  expect(text.slice(rows.start[1], rows.end[1])).toBe('{"a":[1,2]}');
  expect(pathOf(rows, text, 4)).toBe('[0].a[1]');
  expect(pathOf(rows, text, 0)).toBe('$');
});

test('paths name odd keys in quotes, and search fields leave places out', () => {
  const text = '{"data":{"items":[{"odd key":1,"a.b":2}]}}';
  const { rows } = scanJson(text);
  expect(pathOf(rows, text, 4)).toBe('data.items[0]["odd key"]');
  expect(searchFieldOf(rows, text, 4)).toBe('body.data.items."odd key"');
  expect(searchFieldOf(rows, text, 0)).toBeNull();
});

test('equal keys are equal however they are written', () => {
  const { rows } = scanJson('{"a":1,"\\u0061":2}');
  expect((rows.marks[2] ?? 0) & rowMarks.repeatedKey).toBe(rowMarks.repeatedKey);
});

test.each([
  ['', 0, 'value'],
  ['{"a":1,}', 7, 'key'],
  ['{"a" 1}', 5, 'colon'],
  ['[1 2]', 3, 'commaOrBracket'],
  ['{"a":tru}', 5, 'value'],
  ['[01]', 2, 'commaOrBracket'],
  ['[1.]', 3, 'digitAfterPoint'],
  ['"a\nb"', 2, 'escapedControl'],
  ['"\\x"', 2, 'escape'],
  ['{"a":1} x', 8, 'end'],
  ['{"a":"b', 7, 'closingQuote'],
  ["{'a':1}", 1, 'keyOrBrace'],
  ['[NaN]', 1, 'value'],
])('%s is wrong at %d', (text, offset, expected) => {
  expect(scanJson(text).fault).toEqual({ offset, expected });
  expect(() => JSON.parse(text)).toThrow();
});

test('it takes and refuses what the platform does', () => {
  const parts = ['{', '}', '[', ']', ',', ':', '"a"', '1', '-', 'null', ' ', '"\\u00e9"', '0.5e-3'];
  let seed = 7;
  const next = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return parts[seed % parts.length] ?? '';
  };
  let valid = 0;
  for (let round = 0; round < 6_000; round++) {
    const text = Array.from({ length: 1 + (round % 9) }, next).join('');
    const isValid = (() => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    })();
    if (isValid) valid++;
    expect(`${text}: ${scanJson(text).fault === null}`).toBe(`${text}: ${isValid}`);
  }
  expect(valid).toBeGreaterThan(50);
});

test('nesting is no danger', () => {
  const depth = 50_000;
  const { rows, fault } = scanJson('['.repeat(depth) + ']'.repeat(depth));
  expect(fault).toBeNull();
  expect(rows.depth[depth - 1]).toBe(depth - 1);
  expect(scanJson('['.repeat(depth)).fault?.expected).toBe('value');
});

test('what was cut off is shown up to the cut', () => {
  const text = '{"a":{"b":[1,2,';
  const { rows } = scanJson(text);
  expect(rows.count).toBe(5);
  expect((rows.marks[0] ?? 0) & rowMarks.unclosed).toBe(rowMarks.unclosed);
  expect(rows.partner[0]).toBe(4);
});

test('a text that breaks off or has a wrong escape stands for no condition', () => {
  for (const text of ['{"b":"unterminated', '{"b":"bad \\x"}']) {
    const { rows, fault } = scanJson(text);
    expect(fault).not.toBeNull();
    expect(rows.kind[1]).toBe(rowKinds.string);
    expect(termOfRow(rows, text, 1)).toBeNull();
  }
});

test('a path is copied whole, read by its end, and no condition where it is endless', () => {
  const text = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
  const { rows } = scanJson(text);
  expect(pathOf(rows, text, 50_000)).toHaveLength(99_999);
  expect(shortPathOf(rows, text, 50_000)).toBe(`…${'.a'.repeat(200)}`);
  expect(shortPathOf(rows, text, 2)).toBe('a.a');
  const wide = `{"${'k'.repeat(1_000_000)}":1}`;
  const wideRows = scanJson(wide).rows;
  expect(shortPathOf(wideRows, wide, 1)).toBe(`${'k'.repeat(2000)}…`);
  expect(termOfRow(wideRows, wide, 1)).toBeNull();
  expect(searchFieldOf(rows, text, 50_000)).toBeNull();
});

test('members are counted, however many and also where the text breaks off', () => {
  const counted = (text: string) => membersOf(scanJson(text).rows, 0);
  expect(counted('{"a":[1,2],"b":{"c":1}}')).toBe(2);
  expect(counted('{"a":[1,2],"b":3}')).toBe(2);
  expect(counted(`[${'0,'.repeat(199_999)}0]`)).toBe(200_000);
  expect(counted('[1,[2,[3')).toBe(2);
  expect(counted('[[1],')).toBe(1);
  expect(counted('[')).toBe(0);
});

test('a value is looked for under exactly its keys, as far as the search language goes', () => {
  for (const key of ['a\nb', '\u0000', '\t"\\', '\\n', ' ', '', '\ud800', ':', '[0]', '.']) {
    const text = JSON.stringify({ [key]: 'x' });
    const { rows } = scanJson(text);
    expect(parseQuery(termOfRow(rows, text, 1) ?? '')).toMatchObject({
      query: { kind: 'body', path: [key], test: { kind: 'glob', pieces: ['x'] } },
    });
  }
  const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  const termIn = (text: string, row: number) => termOfRow(scanJson(text).rows, text, row);
  expect(parseQuery(termIn(deep(30), 30) ?? '')).toHaveProperty('query');
  expect(termIn(deep(31), 31)).toBeNull();
});

test('two million open brackets are read without an object for each', () => {
  const { rows, fault } = scanJson('['.repeat(2_000_000));
  expect([rows.count, fault]).toEqual([2_000_000, { offset: 2_000_000, expected: 'value' }]);
  expect([rows.depth[1_999_999], rows.partner[0], rows.marks[0]]).toEqual([
    1_999_999,
    1_999_999,
    rowMarks.isArray | rowMarks.unclosed,
  ]);
});
