import { expect, it } from 'vitest';
import { indentedJson } from './indented-json.ts';

it('changes nothing but white space: long numbers, escapes and repeated keys stay', () => {
  const text = '{"a":12345678901234567890,"a":"\\u00e9{,:}","b":[],"c":[1, {"d":null}],"e":{}}';
  expect(indentedJson(text)).toBe(`{
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
    expect(indentedJson(text)).toBeNull();
  },
);

it('50,000 deep costs no stack', () => {
  expect(indentedJson(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)).toBeNull();
});

it('leaves as it is what indents would make many times as long', () => {
  expect(indentedJson(`${'['.repeat(60)}${'1,'.repeat(100_000)}1${']'.repeat(60)}`)).toBeNull();
});
