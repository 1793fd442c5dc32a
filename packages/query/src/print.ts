import { printMoment } from './moment.ts';
import type { NumberField, NumberTest, Pattern, Query, Term, ValueTest } from './query.ts';
import { quoted } from './scan.ts';
import { printDuration, printSize } from './written-numbers.ts';

/** The query as text; parsing that gives the same query again. */
export function printQuery(query: Query): string {
  switch (query.kind) {
    case 'all':
      return '';
    case 'and':
      return query.of.map((part) => (part.kind === 'or' ? grouped(part) : printQuery(part))).join(' ');
    case 'or':
      return query.of.map(printQuery).join(' OR ');
    case 'not':
      return `-${query.of.kind === 'and' || query.of.kind === 'or' ? grouped(query.of) : printQuery(query.of)}`;
    default:
      return printTerm(query);
  }
}

const grouped = (query: Query): string => `(${printQuery(query)})`;

function printTerm(term: Term): string {
  switch (term.kind) {
    case 'word':
      return printWord(term.pieces);
    case 'text':
      return `${term.field}:${printPattern(term.pattern)}`;
    case 'choice':
      return `${term.field}:${term.value ?? '*'}`;
    case 'mark':
      return `is:${term.mark}`;
    case 'header':
      return `header.${/^[\w!#$%&'*+.^`|~-]+$/.test(term.name) ? term.name : quoted(term.name)}:${printTest(term.test)}`;
    case 'body':
      return `body${term.path.map((step) => `.${printStep(step)}`).join('')}:${printTest(term.test)}`;
    case 'number':
      return `${term.field}:${printNumber(term.field, term.test)}`;
    case 'time':
      return `${term.field}:${printMoment(term.at)}`;
  }
}

const printStep = (step: string): string => (/^[^\s.:"[\]()\\]+$/.test(step) ? step : quoted(step));

/** Its first piece must not read as a field, a sign or a keyword. */
function printWord(pieces: readonly string[]): string {
  const [first = '', ...others] = pieces;
  const isPlain = /^[^\s()"*:\\-][^\s()"*:\\]*$/.test(first) && !/^(?:AND|OR|NOT)$/.test(first);
  return [isPlain ? first : quoted(first), ...others.map(printPiece)].join('*');
}

const printPiece = (piece: string): string => (/^[^\s()"*\\]+$/.test(piece) ? piece : quoted(piece));

function printPattern(pattern: Pattern): string {
  if (pattern.kind === 'contains') return printValue(pattern.text);
  const [only = ''] = pattern.pieces;
  if (pattern.pieces.length === 1) return `=${only === '' ? '""' : printValue(only)}`;
  return pattern.pieces.map((piece) => (piece === '' ? '' : printValue(piece))).join('*');
}

/** A colon is an ordinary character in a value, a sign of comparison at its beginning is not. */
export const printValue = (text: string): string =>
  /^[^\s()"*\\<>=][^\s()"*\\]*$/.test(text) ? text : quoted(text);

const printTest = (test: ValueTest): string =>
  test.kind === 'compare' ? `${test.operator}${test.value}` : printPattern(test);

function printNumber(field: NumberField, test: NumberTest): string {
  if (test.kind === 'present') return '*';
  if (test.kind === 'class') return `${test.hundreds}xx`;
  const sign = test.operator === '=' && field !== 'took' ? '' : test.operator;
  if (field === 'took') return `${sign}${printDuration(test.value)}`;
  return `${sign}${field === 'size' ? printSize(test.value) : test.value}`;
}
