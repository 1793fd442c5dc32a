import type { EventListItem } from '@hooktap/protocol';
import { parseQuery, printQuery } from '@hooktap/query';
import { expect, test } from 'vitest';
import { narrowed, termOf } from './filter-term.ts';
import { beginsField, knownValues, suggestionsAt } from './suggestions.ts';

const item = (eventType: string | null, path: string) =>
  ({
    provider: null,
    eventType,
    path,
    method: 'POST',
    endpoint: 'default',
    tags: [],
  }) as unknown as EventListItem;

test('a value takes the place of what was typed of it, the likeliest first', () => {
  const known = knownValues([item('a.one', '/x'), item('a.two', '/x'), item('a.two', '/y')]);
  const [first, second] = suggestionsAt('order type:a', 12, known, []);
  expect(first).toMatchObject({ group: 'Values', shown: 'a.two', query: 'order type:a.two ', goesOn: false });
  expect(second?.shown).toBe('a.one');
  expect(first?.cursor).toBe(first?.query.length);
});

test('a field goes on to its value', () => {
  expect(suggestionsAt('stat', 4, {}, [])[0]).toMatchObject({ query: 'status:', cursor: 7, goesOn: true });
});

test('what was searched for before is offered where it has what was typed', () => {
  const recent = ['status:failed', 'type:x'];
  const found = suggestionsAt('fail', 4, {}, recent).filter(({ group }) => group === 'Recent');
  expect(found.map(({ query }) => query)).toEqual(['status:failed']);
});

test('conditions made by a click are read as they are meant, whatever the value', () => {
  const values = [
    'message.inbound',
    '/a b',
    'say "hi"',
    '(x)',
    '-x',
    'a*b',
    'a\\b',
    'OR',
    '>5',
    'ação',
    'x:y',
    '=x',
  ];
  for (const value of values) {
    const parsed = parseQuery(narrowed('word', termOf('type', value), true));
    if (!parsed.ok) throw new Error(`${value}: ${parsed.error.message}`);
    expect(printQuery(parsed.query)).toContain('type');
    expect(JSON.stringify(parsed.query)).toContain(JSON.stringify(value).slice(1, -1));
  }
});

test.each([
  ['prov', true],
  ['status:failed -prov', true],
  ['', false],
  ['status:failed ', false],
  ['order', false],
  ['provider:', false],
  ['provider:zavu', false],
  ['"prov', false],
])('%s begins the name of a field: %s', (text, expected) => {
  expect(beginsField(text, text.length)).toBe(expected);
});
