import type { ReasonPart } from '@hooktap/protocol';
import { type Field, marks, marksOf, type Subject } from './fields.ts';
import { readMoment } from './moment.ts';
import { nearName } from './near-name.ts';
import type { Comparison, NumberField, NumberTest, Operator, Pattern, Term, ValueTest } from './query.ts';
import { expects, fail, says, shown } from './query-error.ts';
import { quoted, type Scanned, scanPieces } from './scan.ts';
import { readDuration, readNumber, readSize } from './written-numbers.ts';

/** What follows a field's colon, taken apart once. */
export interface Written {
  readonly operator: Operator | null;
  readonly scanned: Scanned;
  /** Of the operator, or of the value where there is none. */
  readonly offset: number;
  /** As written, operator included. */
  readonly raw: string;
}

export function readWritten(text: string, offset: number): Written {
  const [operator = ''] = /^(?:>=|<=|>|<|=)/.exec(text.slice(offset, offset + 2)) ?? [];
  const scanned = scanPieces(text, offset + operator.length);
  const raw = text.slice(offset, scanned.end);
  return { operator: operator === '' ? null : (operator as Operator), scanned, offset, raw };
}

const one = ({ scanned }: Written): string => scanned.pieces.join('*');
const isAny = ({ operator, scanned }: Written): boolean =>
  operator === null && scanned.pieces.length === 2 && scanned.pieces.every((piece) => piece === '');

function refuse(
  { offset, raw }: Written,
  said: ReasonPart | readonly ReasonPart[],
  expected: ReasonPart,
  suggestion?: string,
): never {
  return fail({
    offset,
    length: raw.length,
    says: said,
    expects: expected,
    ...(suggestion !== undefined && { suggestion }),
  });
}

/** Substring, glob, or with `=` the whole value. */
export function readPattern(written: Written): Pattern {
  const { operator, scanned, raw } = written;
  const { pieces } = scanned;
  if (operator !== null && operator !== '=') {
    refuse(written, says('not-compared', { operator }), expects('text-or-glob'), quoted(raw));
  }
  if (pieces.length > 1 || operator === '=') return { kind: 'glob', pieces };
  return { kind: 'contains', text: pieces[0] ?? '' };
}

/** Of a header or a body's value: a pattern, or a comparison with a number. */
export function readValueTest(written: Written): ValueTest {
  const { operator, raw } = written;
  if (operator === null || operator === '=') return readPattern(written);
  const value = readNumber(one(written));
  if (value !== null) return { kind: 'compare', operator, value };
  return refuse(written, says('no-number', { value: shown(one(written)) }), expects('number'), quoted(raw));
}

/** One of a closed set; `*` for any of them. */
export function readChoice(written: Written, choices: readonly string[], name: string): string | null {
  if (isAny(written)) return null;
  const value = one(written).toLowerCase();
  if ((written.operator === null || written.operator === '=') && choices.includes(value)) return value;
  const near = nearName(value, choices) ?? choices.find((choice) => value !== '' && choice.startsWith(value));
  const code = name === 'status' && /^\dxx$|^\d{3}$/.test(value) ? [says('write-code', { value })] : [];
  const advice = near ? [says('did-you-mean', { name: near })] : code;
  return refuse(
    written,
    [says('no-value', { value: shown(one(written)), field: name }), ...advice],
    expects('one-of', { choices: choices.join(', ') }),
    near,
  );
}

export function readMark(written: Written, subject: Subject): Term {
  const known = marksOf(subject);
  const wanted = one(written).toLowerCase();
  if (subject === 'delivery' && wanted === 'replayed') {
    refuse(written, says('cause-says-it'), expects('one-of-or-cause', { choices: known.join(', ') }));
  }
  if (subject === 'arrival' && marks.some((mark) => mark === wanted && !known.includes(mark))) {
    refuse(written, says('not-at-arrival', { what: `is:${wanted}` }), expects('field-of-arrivals'));
  }
  const value = readChoice(isAny(written) ? { ...written, operator: '=' } : written, known, 'is');
  const mark = known.find((candidate) => candidate === value) ?? 'pinned';
  return { kind: 'mark', mark };
}

const numberKinds: Record<
  NumberField,
  { read: (text: string) => number | null; expected: ReasonPart; example: string }
> = {
  code: { read: readNumber, expected: expects('code'), example: '>=400' },
  attempts: { read: readNumber, expected: expects('count'), example: '>1' },
  took: { read: readDuration, expected: expects('duration'), example: '>500ms' },
  size: { read: readSize, expected: expects('size'), example: '>10kb' },
};

export function readNumberTest(written: Written, field: NumberField): NumberTest {
  if (isAny(written)) return { kind: 'present' };
  const { read, expected } = numberKinds[field];
  const text = one(written);
  const [, hundreds] = field === 'code' ? (/^([1-9])(?:xx|\*\*?)$/i.exec(text) ?? []) : [];
  if (hundreds !== undefined && written.operator === null) {
    return { kind: 'class', hundreds: Number(hundreds) };
  }
  const value = read(text);
  if (value === null) {
    return refuse(written, says('no-value', { value: shown(text), field }), expected);
  }
  if (field === 'took' && written.operator === null) {
    refuse(written, says('not-exactly'), expected, `>${written.raw}`);
  }
  return comparison(written.operator ?? '=', value);
}

const comparison = (operator: Operator, value: number): Comparison => ({ kind: 'compare', operator, value });

export function readTime(written: Written, field: Field & { name: 'since' | 'before' }, now: number): Term {
  const at = written.operator === null ? readMoment(one(written), now) : null;
  if (at) return { kind: 'time', field: field.name, at };
  return refuse(written, says('no-time', { value: shown(written.raw) }), expects('time'));
}
