import type { DriftField, DriftType } from '@hooktap/protocol';
import { expect, test } from 'vitest';
import { english } from '../messages/translate.ts';
import { flagsInWords, kindsInWords, leftOutInWords, queryOfFlag } from './drift-words.ts';

const at = '2026-11-21T10:00:00.123Z';
const eventId = 'evt_01kbj4q8w2ke0000000000v9d1';

test('flags are counted by kind, and nothing is said where there are none', () => {
  expect(flagsInWords({ flags: { new: 2, missing: 1, retyped: 0 } }, english)).toBe('2 new, 1 missing');
  expect(flagsInWords({ flags: { new: 0, missing: 0, retyped: 0 } }, english)).toBe('');
});

test('types are named as programs name them', () => {
  const field = {
    kinds: [
      { kind: 'string', events: 3, firstAt: at },
      { kind: 'null', events: 1, firstAt: at },
    ],
    format: 'date-time',
    largeIntegers: false,
  } as DriftField;
  expect(kindsInWords(field, english)).toBe('date-time | null');
  const large = {
    ...field,
    kinds: [{ kind: 'integer', events: 1, firstAt: at }],
    largeIntegers: true,
  } as DriftField;
  expect(kindsInWords(large, english)).toBe('integer beyond 2^53');
});

test('what was not looked at is said, or nothing', () => {
  const skipped = { notJson: 2, tooLarge: 0, incomplete: 1 };
  const type = { skipped, hasOlder: true, looked: 1000, cut: false } as DriftType;
  expect(leftOutInWords(type, english)).toBe(
    'Left out: older than the newest 1,000, 2 without JSON and 1 incomplete.',
  );
  const whole = { skipped: { notJson: 0, tooLarge: 0, incomplete: 0 }, hasOlder: false, cut: false };
  expect(leftOutInWords(whole as DriftType, english)).toBeNull();
});

test('a flag leads to the events that show it', () => {
  const q = 'body.a:*';
  expect(queryOfFlag({ kind: 'missing', had: 5, of: 5, recent: 5 }, q)).toBe('-body.a:*');
  const first = { eventId: eventId as never, at, before: 5 };
  expect(queryOfFlag({ kind: 'new', ...first }, q)).toBe(q);
  expect(queryOfFlag({ kind: 'retyped', ...first, from: ['string'], to: ['null'] }, q)).toBe(
    'body.a:* since:2026-11-21T10:00:00Z',
  );
});
