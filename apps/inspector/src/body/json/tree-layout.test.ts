import { expect, test } from 'vitest';
import { scanJson } from './json-scan.ts';
import {
  allFolds,
  type Folds,
  holdersOf,
  layTree,
  lineOfRow,
  rowOfOffset,
  valueCuts,
} from './tree-layout.ts';

const text = '{"a":{"b":[1,2]},"c":"0123456789012345678901234567890123456789"}';
const { rows } = scanJson(text);

function folds(...folded: number[]): Folds {
  const all = new Uint8Array(1000);
  for (const row of folded) all[row] = 1;
  return all;
}

test('what is folded takes one line, a long text several', () => {
  const wide = layTree(text, rows, folds(), 120);
  expect([...wide.rows]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect([...layTree(text, rows, folds(1), 120).rows]).toEqual([0, 1, 7, 8]);
  const narrow = layTree(text, rows, folds(0), 30);
  expect([...narrow.rows]).toEqual([0]);
  const lines = layTree(text, rows, folds(), 30);
  expect([...lines.rows].filter((row) => row === 7)).toHaveLength(2);
  expect([...lines.parts].slice(-3)).toEqual([0, 1, 0]);
});

test('the cuts of a value end where it ends, unless it is endless', () => {
  expect(valueCuts(text, rows, 7, 30).at(-1)).toBe(rows.end[7]);
  const long = JSON.stringify('x'.repeat(1_000_000));
  const cuts = valueCuts(long, scanJson(long).rows, 0, 60);
  expect(cuts).toHaveLength(40);
  expect(cuts.at(-1)).toBeLessThan(3000);
});

test('rows, lines and offsets find each other', () => {
  const layout = layTree(text, rows, folds(), 120);
  expect(lineOfRow(layout, 5)).toBe(5);
  expect(rowOfOffset(rows, text.indexOf('2'))).toBe(4);
  expect(rowOfOffset(rows, text.indexOf('"c"'))).toBe(7);
  expect(holdersOf(rows, 4)).toEqual([2, 1, 0]);
  expect(holdersOf(rows, 0)).toEqual([]);
});

test('lines are counted as they are cut', () => {
  const given = JSON.stringify({ a: 'x'.repeat(333), b: { c: '你好'.repeat(50), d: 'y'.repeat(47) } });
  const scanned = scanJson(given).rows;
  for (const cells of [20, 33, 57, 80]) {
    const { rows: lines } = layTree(given, scanned, folds(), cells);
    for (const row of [1, 3, 4]) {
      expect(lines.filter((line) => line === row)).toHaveLength(valueCuts(given, scanned, row, cells).length);
    }
  }
});

test('what cannot be scrolled to is told of; folded it is all there', () => {
  const given = `[${'[1],'.repeat(300_000)}0]`;
  const scanned = scanJson(given).rows;
  expect(layTree(given, scanned, new Uint8Array(scanned.count), 80).isCut).toBe(true);
  const folded = layTree(given, scanned, allFolds(scanned), 80);
  expect(folded.isCut).toBe(false);
  expect(folded.rows).toHaveLength(300_003);
});
