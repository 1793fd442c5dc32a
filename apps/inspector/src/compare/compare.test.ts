import { expect, test } from 'vitest';
import { fieldAlwaysChanges, headerAlwaysChanges } from './always-changes.ts';
import { windowOf, windowStart } from './difference-window.ts';
import { headerDifferences } from './header-differences.ts';
import { jsonDifferences } from './json-differences.ts';
import { parseComparison } from './sides.ts';

const differences = (left: string, right: string) => {
  const result = jsonDifferences(left, right);
  if (result.kind !== 'differences') return result.kind;
  return result.differences.map(({ label, left: a, right: b, mark }) => [label, a, b, mark]);
};

test('fields added, removed, changed and of another type', () => {
  expect(
    differences(
      '{"a":1,"b":{"c":"x","odd key":null},"d":[1,2]}',
      '{"b":{"c":"y","odd key":"z"},"d":[1,2,3],"e":{}}',
    ),
  ).toEqual([
    ['a', '1', null, 'removed'],
    ['b.c', '"x"', '"y"', 'changed'],
    ['b["odd key"]', 'null', '"z"', 'type'],
    ['d[2]', null, '3', 'added'],
    ['e', null, '{}', 'added'],
  ]);
});

test('order of keys, spaces and escapes are no difference', () => {
  expect(differences('{"a":1,"b":"\\u00e9"}', '{ "b": "é", "a": 1 }')).toEqual([]);
});

test('long numbers are compared digit by digit, repeated keys are kept', () => {
  expect(differences('{"n":12345678901234567890}', '{"n":12345678901234567891}')).toEqual([
    ['n', '12345678901234567890', '12345678901234567891', 'changed'],
  ]);
  expect(differences('{"a":1,"a":2}', '{"a":1}')).toEqual([['["a (2)"]', '2', null, 'removed']]);
});

test('texts and keys that look like marks of the comparison are still told apart', () => {
  const nul = '\\u0000';
  expect(differences(`{"n":5.0}`, `{"n":"${nul}#5.0"}`)).toEqual([['n', '5.0', `"${nul}#5.0"`, 'type']]);
  expect(differences('{"a":1,"a":2}', '{"a":1,"a (2)":2}')).toEqual([
    ['["a (2)"]', '2', null, 'removed'],
    ['["a (2)"]', null, '2', 'added'],
  ]);
  expect(differences('{"x":[]}', `{"x":[{"${nul}k":1,"a":1,"a":"q\\"${nul}#5"}]}`)).toEqual([
    ['x[0]', null, `{"${nul}k":1,"a":1,"a":"q\\"${nul}#5"}`, 'added'],
  ]);
});

test('a key that is repeated without end does not take long', () => {
  const times = 30_000;
  const repeated = (last: number) => `{${'"a":1,'.repeat(times - 1)}"a":${last}}`;
  expect(differences(repeated(1), repeated(2))).toEqual([[`["a (${times})"]`, '1', '2', 'changed']]);
});

test('what moved within a member that moved is that member’s', () => {
  const left = '[{"id":1,"l":[{"id":"a"},{"id":"b"}]},{"id":2,"l":[{"id":"c"},{"id":"d"}]}]';
  const right = '[{"id":2,"l":[{"id":"d"},{"id":"c"}]},{"id":1,"l":[{"id":"a"},{"id":"b"}]}]';
  const inner = differences(left, right);
  if (typeof inner === 'string') throw new Error(inner);
  const moved = inner.find(([label]) => String(label).includes('.l'));
  expect(['{"id":"c"}', '{"id":"d"}']).toContain(moved?.[1]);
});

test('members of lists are known by their id, and may move', () => {
  expect(differences('[{"id":1,"v":1},{"id":2}]', '[{"id":2},{"id":1,"v":1}]')).toMatchObject([
    [expect.stringMatching(/^\[\d\]$/), expect.any(String), expect.any(String), 'moved'],
  ]);
});

test('what is no JSON or too deep says so', () => {
  expect(differences('{', '{}')).toBe('not-json');
  const deep = (inner: string) => `${'['.repeat(60_000)}${inner}${']'.repeat(60_000)}`;
  expect(differences(deep('1'), deep('2'))).toBe('too-much');
  expect(differences('{"__proto__":{"x":1}}', '{"__proto__":{"x":2}}')).toEqual([
    ['__proto__.x', '1', '2', 'changed'],
  ]);
  expect(differences('{"_t":"a","x":1}', '{"_t":"b","x":1}')).toEqual([['_t', '"a"', '"b"', 'changed']]);
});

test('headers are beside each other by name and place', () => {
  const found = headerDifferences(
    [
      ['A', '1'],
      ['X', 'a'],
      ['x', 'b'],
    ],
    [
      ['a', '1'],
      ['X', 'a'],
      ['New', 'n'],
    ],
  );
  expect(found.map(({ label, mark }) => [label, mark])).toEqual([
    ['A', 'equal'],
    ['X', 'equal'],
    ['x', 'removed'],
    ['New', 'added'],
  ]);
});

test('of long texts that part late the place where they part is shown', () => {
  const [left, right] = [`${'s'.repeat(700)}A`, `${'s'.repeat(700)}B`];
  const start = windowStart(left, right);
  expect(windowOf(left, start)).toEqual({
    text: `${'s'.repeat(60)}A`,
    isCutBefore: true,
    isCutBehind: false,
  });
  expect(windowStart('ab', 'ac')).toBe(0);
  expect(windowStart('a'.repeat(9000), null)).toBe(0);
  // What is equal is read from its beginning.
  expect(windowStart('a'.repeat(9000), 'a'.repeat(9000))).toBe(0);
  const emoji = '😀'.repeat(400);
  expect(windowOf(`${emoji}x`, windowStart(`${emoji}x`, `${emoji}yy`)).text.startsWith('😀')).toBe(true);
  expect(windowOf(`x${emoji}`, 0).text.length).toBe(599);
});

test('names that always change', () => {
  expect(['id', 'messageId', 'created_at', 'timestamp', 'sentAt'].map(fieldAlwaysChanges)).toEqual([
    true,
    true,
    false,
    true,
    true,
  ]);
  expect(['text', 'paid', 'valid', 'format', 'status'].some(fieldAlwaysChanges)).toBe(false);
  expect(['Date', 'X-Zavu-Signature', 'Hooktap-Attempt'].every(headerAlwaysChanges)).toBe(true);
  expect(headerAlwaysChanges('Content-Type')).toBe(false);
});

test('the address names two attempts or another event, and nothing else', () => {
  const event = 'evt_01kbj4q8w2ke0000000000v9d1';
  const attempt = 'dlv_01kbj4q8w2ke0000000000v9d1.2';
  expect(parseComparison(event)).toEqual({ kind: 'events', other: event });
  expect(parseComparison(`${attempt}~${attempt}`)).toMatchObject({ kind: 'attempts', left: attempt });
  for (const odd of ['', attempt, `${attempt}~`, `${attempt}~${attempt}~${attempt}`, 'evt_1']) {
    expect(parseComparison(odd)).toBeNull();
  }
});
