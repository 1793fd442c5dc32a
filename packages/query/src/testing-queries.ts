import fc from 'fast-check';
import { fields, type Subject } from './fields.ts';
import {
  and,
  type ChoiceField,
  type Mark,
  not,
  type Operator,
  or,
  type Pattern,
  type Query,
  type Term,
  type TextField,
} from './query.ts';

/** Canonical queries, such as the parser makes. */
export const anyQuery = (subject: Subject): fc.Arbitrary<Query> =>
  fc.letrec<{ query: Query }>((tie) => ({
    query: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      anyTerm(subject),
      fc.array(tie('query'), { minLength: 1, maxLength: 4 }).map(and),
      fc.array(tie('query'), { minLength: 1, maxLength: 4 }).map(or),
      tie('query').map(not),
    ),
  })).query;

const nasty = fc.constantFrom(
  'AND',
  'OR',
  '-',
  '-x',
  '(',
  ')',
  '"',
  '\\',
  '\\"',
  '*',
  'a*b',
  ':',
  'status:failed',
  'is:',
  '>5',
  '=x',
  ' ',
  'a b',
  '\n',
  '"x',
  'x"',
  '',
  '.',
  '[0]',
  'é',
  '\u0130',
  '\u212a',
  '\ud83d\ude00',
  '\ud800',
  '//',
  '5xx',
  '15m',
  'body."',
  '0',
  '\u00a0',
  '\ufeff',
);
export const anyText = fc.oneof(
  nasty,
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({ maxLength: 12 }),
);

const inner = anyText.filter((text) => text !== '');
const anyPattern: fc.Arbitrary<Pattern> = fc.oneof(
  anyText.map((text): Pattern => ({ kind: 'contains', text })),
  anyText.map((text): Pattern => ({ kind: 'glob', pieces: [text] })),
  fc
    .tuple(anyText, fc.array(inner, { maxLength: 2 }), anyText)
    .map(([first, between, last]): Pattern => ({ kind: 'glob', pieces: [first, ...between, last] })),
);
const anyOperator = fc.constantFrom<Operator>('=', '>', '>=', '<', '<=');
const anyAmount = fc.oneof(
  fc.nat(),
  fc.nat({ max: 100_000 }).map((value) => value / 1000),
  fc.constantFrom(0, 1000, 60_000, 1024, 86_400_000, 9_000_000_000_000),
);
const anyCompare = fc.record({
  kind: fc.constant('compare' as const),
  operator: anyOperator,
  value: anyAmount,
});
const anyTest = fc.oneof(
  anyPattern,
  fc.record({
    kind: fc.constant('compare' as const),
    operator: fc.constantFrom<Operator>('>', '>=', '<', '<='),
    value: fc.oneof(anyAmount, fc.integer()),
  }),
);
const anyNumberTest = fc.oneof(anyCompare, fc.constant({ kind: 'present' as const }));
const anyMoment = fc.oneof(
  anyAmount.map((ms) => ({ kind: 'ago' as const, ms })),
  fc.nat({ max: 253_402_300_799_999 }).map((ms) => ({ kind: 'absolute' as const, ms })),
);

function anyTerm(subject: Subject): fc.Arbitrary<Term> {
  const own = fields.filter(({ subjects }) => subjects.includes(subject));
  const textFields = own
    .map(({ name }) => name)
    .filter((name): name is TextField => (textNames as readonly string[]).includes(name));
  const choices = own.flatMap(({ name, value }) =>
    value.kind === 'choice' && name !== 'is'
      ? [null, ...value.choices].map(
          (choice): Term => ({ kind: 'choice', field: name as ChoiceField, value: choice }),
        )
      : [],
  );
  const marks: Mark[] = subject === 'event' ? ['pinned', 'unread', 'duplicate', 'replayed'] : ['pinned'];
  const word = fc.oneof(fc.constant(['']), fc.array(inner, { minLength: 1, maxLength: 3 }));
  return fc.oneof(
    word.map((pieces): Term => ({ kind: 'word', pieces })),
    fc
      .tuple(fc.constantFrom(...textFields), anyPattern)
      .map(([field, pattern]): Term => ({ kind: 'text', field, pattern })),
    fc.constantFrom(...choices),
    fc.constantFrom(...marks).map((mark): Term => ({ kind: 'mark', mark })),
    fc
      .tuple(
        inner.map((name) => name.toLowerCase()),
        anyTest,
      )
      .map(([name, test]): Term => ({ kind: 'header', name, test })),
    fc
      .tuple(fc.array(anyText, { maxLength: 4 }), anyTest)
      .map(([path, test]): Term => ({ kind: 'body', path, test })),
    fc
      .tuple(
        fc.constantFrom('took' as const, 'size' as const, 'attempts' as const, 'code' as const),
        anyNumberTest,
      )
      .map(([field, test]): Term => ({ kind: 'number', field, test })),
    fc
      .integer({ min: 1, max: 9 })
      .map((hundreds): Term => ({ kind: 'number', field: 'code', test: { kind: 'class', hundreds } })),
    fc
      .tuple(fc.constantFrom('since' as const, 'before' as const), anyMoment)
      .map(([field, at]): Term => ({ kind: 'time', field, at })),
  );
}

const textNames = [
  'provider',
  'type',
  'method',
  'path',
  'endpoint',
  'subject',
  'id',
  'tag',
  'target',
] as const satisfies readonly TextField[];
