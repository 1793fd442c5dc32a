import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Subject } from './fields.ts';
import { parseQuery } from './parse.ts';
import { printQuery } from './print.ts';
import { anyQuery } from './testing-queries.ts';

const now = Date.parse('2026-11-21T12:00:00Z');

it.each<Subject>(['event', 'delivery'])(
  'what is printed of a query reads as the same query (%s)',
  (subject) => {
    fc.assert(
      fc.property(anyQuery(subject), (query) => {
        const text = printQuery(query);
        expect(parseQuery(text, { now, subject }), text).toEqual({ ok: true, query });
      }),
      { numRuns: 3000 },
    );
  },
);

it.each([
  ['a AND b', 'a b'],
  ['a OR (b c)', 'a OR b c'],
  ['(a OR b) -(c d)', '(a OR b) -(c d)'],
  ['NOT "x"', '-x'],
  ['status:"FAILED"', 'status:failed'],
  ['took:>1500ms', 'took:>1500ms'],
  ['took:>120s', 'took:>2m'],
  ['size:>10000', 'size:>10kb'],
  ['since:60m', 'since:1h'],
  ['since:2026-11-21T10:00Z', 'since:2026-11-21T10:00:00Z'],
  ['body.items[0]."a b":x', 'body.items.0."a b":x'],
  ['10:30', '"10:30"'],
])('%s is printed as %s', (text, printed) => {
  const parsed = parseQuery(text, { now });
  expect(parsed.ok && printQuery(parsed.query)).toBe(printed);
});
