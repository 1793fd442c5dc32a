import { expect, test } from 'vitest';
import { readBody } from './body-kind.ts';
import { hexLines } from './hex-lines.ts';
import { jsonLines, prettyJson } from './json-lines.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('JSON is set out without touching numbers, order or repeated keys', () => {
  const sent = '{"b":12345678901234567890,"a":[1,{"x":null}],"a":{},"t":"x: {y}, \\"z\\""}';
  expect(prettyJson(sent)).toBe(
    '{\n  "b": 12345678901234567890,\n  "a": [\n    1,\n    {\n      "x": null\n    }\n  ],\n  "a": {},\n  "t": "x: {y}, \\"z\\""\n}',
  );
});

test('keys, strings and numbers are told apart', () => {
  expect(
    jsonLines('{"a":"b","c":1}')
      .flat()
      .map(({ kind }) => kind),
  ).toEqual(['mark', 'mark', 'key', 'mark', 'string', 'mark', 'mark', 'key', 'mark', 'number', 'mark']);
});

test('what a body is', () => {
  expect(readBody(bytes('{"a":1}'), true).kind).toBe('json');
  expect(readBody(bytes('a=1&b=2'), true).kind).toBe('text');
  expect(readBody(new Uint8Array([0xff, 0xd8, 0]), true).kind).toBe('binary');
  expect(readBody(bytes('{"a":'), true, 'application/json')).toMatchObject({
    kind: 'text',
    jsonProblem: expect.any(String),
  });
});

test('text that was cut within a character is still text', () => {
  expect(readBody(bytes('é').slice(0, 1), false)).toEqual({ kind: 'text', text: '' });
  expect(readBody(bytes('é').slice(0, 1), true).kind).toBe('binary');
});

test('hex has sixteen bytes a line and their letters', () => {
  const [line] = hexLines(bytes('Hi\u0000'));
  expect(line?.offset).toBe('000000');
  expect(line?.hex.trim()).toBe('48 69 00');
  expect(line?.letters).toBe('Hi.');
});

test('brackets without end do not grow into spaces without end', () => {
  const depth = 20_000;
  expect(prettyJson('['.repeat(depth) + ']'.repeat(depth)).length).toBeLessThan(250 * depth);
});
