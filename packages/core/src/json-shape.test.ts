import { expect, test } from 'vitest';
import { hasShape, shapeDifference } from './json-shape.ts';

test.each([
  ['{"ok":true,"order":{"n":1}}', '{"order":{"n":2},"ok":false}', null],
  ['{"ok":true}', '{"ok":"yes"}', "'.ok' is a string in the answer; expected is a boolean."],
  ['{"ok":true,"id":"a"}', '{"ok":true}', "'.id' is missing in the answer."],
  ['{"ok":true}', '{"ok":true,"more":1}', "'.more' is new in the answer."],
  ['[{"a":1},{"a":null}]', '[{"a":null}]', null],
  ['[{"a":1}]', '[{"a":null}]', "'[].a' is null in the answer; expected is a number."],
  ['{}', '[]', 'The body is a list in the answer; expected is an object.'],
  ['{}', 'oops', 'The answer is not JSON, or too large to be compared.'],
  ['plain', 'other', null],
  ['{"__proto__":{"x":1}}', '{"__proto__":{"x":2}}', null],
])('%s beside %s', (expected, actual, difference) => {
  expect(shapeDifference(expected, actual)?.message ?? null).toBe(difference);
});

test('what is nested beyond measure is not compared, and nothing overflows', () => {
  const deep = `${'['.repeat(60_000)}1${']'.repeat(60_000)}`;
  expect(hasShape(deep)).toBe(false);
  expect(shapeDifference(deep, '{}')).toBeNull();
  expect(shapeDifference('{}', deep)?.message).toBe('The answer is not JSON, or too large to be compared.');
});

test('in codes the types are called as JSON calls them', () => {
  expect(shapeDifference('[{"a":1},{"a":null}]', '[{"a":[]}]')?.parts).toEqual([
    { code: 'field-type', values: { path: '[].a', found: 'array', wanted: 'null | number' } },
  ]);
});
