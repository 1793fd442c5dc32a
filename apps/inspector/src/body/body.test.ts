import { expect, test } from 'vitest';
import { hexLine } from './hex-line.ts';
import { prettyJson } from './json-lines.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('JSON is set out without touching numbers, order or repeated keys', () => {
  const sent = '{"b":12345678901234567890,"a":[1,{"x":null}],"a":{},"t":"x: {y}, \\"z\\""}';
  expect(prettyJson(sent)).toBe(
    '{\n  "b": 12345678901234567890,\n  "a": [\n    1,\n    {\n      "x": null\n    }\n  ],\n  "a": {},\n  "t": "x: {y}, \\"z\\""\n}',
  );
});

test('hex has sixteen bytes a line and their letters', () => {
  const line = hexLine(bytes('Hi\u0000'), 0);
  expect(line.offset).toBe('000000');
  expect(line.hex.trim()).toBe('48 69 00');
  expect(line.letters).toBe('Hi.');
  expect(hexLine(new Uint8Array(40), 2).hex.trim().split(' ')).toHaveLength(8);
});

test('brackets without end do not grow into spaces without end', () => {
  const depth = 20_000;
  expect(prettyJson('['.repeat(depth) + ']'.repeat(depth)).length).toBeLessThan(250 * depth);
});
