import { atOnce } from '@hooktap/core';
import { expect, it } from 'vitest';
import { indentedJson } from './indented-json.ts';

const indented = (text: string) => atOnce(indentedJson(text));

it('changes nothing but white space: long numbers, escapes and repeated keys stay', () => {
  const text = '{"a":12345678901234567890,"a":"\\u00e9{,:}","b":[],"c":[1, {"d":null}],"e":{}}';
  expect(indented(text)).toBe(`{
  "a": 12345678901234567890,
  "a": "\\u00e9{,:}",
  "b": [],
  "c": [
    1,
    {
      "d": null
    }
  ],
  "e": {}
}`);
});

it.each(['plain', '"text"', '{"a":', '{\n"a":1}', `${'['.repeat(200)}${']'.repeat(200)}`])(
  '%j is left to be read as it is',
  (text) => {
    expect(indented(text)).toBeNull();
  },
);

it('50,000 deep costs no stack', () => {
  expect(indented(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)).toBeNull();
});

it('leaves as it is what indents would make many times as long', () => {
  expect(indented(`${'['.repeat(60)}${'1,'.repeat(100_000)}1${']'.repeat(60)}`)).toBeNull();
});
