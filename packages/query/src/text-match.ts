import { foldCase } from './fold-case.ts';
import type { Comparison, Pattern, ValueTest } from './query.ts';

/** Whether a value fits, the value as it is. Takes one pass over it. */
export type TextTest = (value: string) => boolean;

export function textTest(test: ValueTest): TextTest {
  if (test.kind === 'compare') return (value) => comparesText(value, test);
  const matches = foldedTest(test);
  return (value) => matches(foldCase(value));
}

function foldedTest(pattern: Pattern): TextTest {
  if (pattern.kind === 'contains') {
    const text = foldCase(pattern.text);
    return (value) => value.includes(text);
  }
  const pieces = pattern.pieces.map(foldCase);
  const [first = ''] = pieces;
  if (pieces.length === 1) return (value) => value === first;
  const last = pieces.at(-1) ?? '';
  const between = pieces.slice(1, -1);
  return (value) => {
    if (!value.startsWith(first) || value.length < first.length + last.length) return false;
    const end = afterAll(value, between, first.length);
    return end >= 0 && end <= value.length - last.length && value.endsWith(last);
  };
}

/** Whether the folded text has the folded pieces, one after the other. */
export const hasInOrder = (text: string, pieces: readonly string[]): boolean =>
  afterAll(text, pieces, 0) >= 0;

/** The leftmost place after all pieces in their order; -1 where they are not there. */
function afterAll(text: string, pieces: readonly string[], start: number): number {
  let at = start;
  for (const piece of pieces) {
    const found = text.indexOf(piece, at);
    if (found < 0) return -1;
    at = found + piece.length;
  }
  return at;
}

const decimal = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

function comparesText(value: string, test: Comparison): boolean {
  const text = value.trim();
  return compares(decimal.test(text) ? Number(text) : Number.NaN, test);
}

/** NaN compares with nothing. */
export function compares(number: number, { operator, value }: Comparison): boolean {
  switch (operator) {
    case '=':
      return number === value;
    case '>':
      return number > value;
    case '>=':
      return number >= value;
    case '<':
      return number < value;
    case '<=':
      return number <= value;
  }
}
