import { CompletionContext } from '@codemirror/autocomplete';
import { json, jsonLanguage } from '@codemirror/lang-json';
import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { english } from '../messages/translate.ts';
import type { Schema } from './event-schema.ts';
import { schemaProblems } from './schema-check.ts';
import { completeFrom } from './schema-completion.ts';

const schema: Schema = {
  type: 'object',
  properties: {
    type: { type: 'string', enum: ['message.inbound', 'message.read'] },
    count: { type: ['integer', 'null'] },
    data: {
      type: 'object',
      properties: {
        id: { type: 'string' },
        paid: { type: 'boolean' },
        items: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } },
      },
      required: ['id'],
    },
    extra: { type: 'object', additionalProperties: { type: 'number' } },
    either: { anyOf: [{ type: 'string' }, { type: 'object', properties: { a: { type: 'string' } } }] },
  },
  required: ['type', 'data'],
};

const problems = (text: string) =>
  schemaProblems(jsonLanguage.parser.parse(text), text, schema, english).map(
    ({ from, to, severity, message }) => [text.slice(from, to), severity, message],
  );

test('what is like the events so far has no problem', () => {
  expect(problems('{"type":"message.read","count":null,"data":{"id":"a"},"extra":{"x":1}}')).toEqual([]);
  expect(problems('{"type":"message.read","data":{"id":"a"},"either":{"a":"x"}}')).toEqual([]);
  expect(problems('{"type":"message.read","data":{"id":"a"},"either":"x"}')).toEqual([]);
});

test('types, missing and unknown keys and unusual words are told at their places', () => {
  expect(problems('{"type":"other","count":"1","data":{"paid":1,"items":[{"sku":2}]},"new":1}')).toEqual([
    ['"other"', 'info', 'So far it was message.inbound or message.read.'],
    ['"1"', 'warning', 'This is string; so far it was integer or null.'],
    ['1', 'warning', 'This is integer; so far it was boolean.'],
    ['2', 'warning', 'This is integer; so far it was string.'],
    ['{', 'warning', '“id” is missing: every event of this type so far has it here.'],
    ['"new"', 'info', 'No event of this type so far has “new” here.'],
  ]);
  expect(problems('[]')).toEqual([['[]', 'warning', 'This is array; so far it was object.']]);
  expect(problems('{"type":"message.read","data":{"id":"a"},"extra":{"x":"1"}}')).toHaveLength(1);
});

test('broken, hostile and very deep texts are checked without harm', () => {
  for (const text of ['', '{', '{"a":', '{"__proto__":{"x":1}}', '[1,,]'])
    expect(() => problems(text)).not.toThrow();
  expect(() => problems(`${'['.repeat(5000)}1${']'.repeat(5000)}`)).not.toThrow();
});

/** What is offered where the bar stands. */
function offered(marked: string): readonly string[] | null {
  const pos = marked.indexOf('|');
  const doc = marked.replace('|', '');
  const state = EditorState.create({ doc, extensions: [json()] });
  const found = completeFrom(schema)(new CompletionContext(state, pos, true));
  return found?.options.map(({ label, apply }) => String(apply ?? label)) ?? null;
}

test('keys that are not there yet are offered, with the beginning of their value', () => {
  expect(offered('{"type":"message.read",|}')).toEqual([
    '"count": ',
    '"data": {}',
    '"extra": {}',
    '"either": ',
  ]);
  expect(offered('{"data":{"|"}}')).toEqual(['"id": ""', '"paid": false', '"items": []']);
  expect(offered('{"data":{"items":[{|}]}}')).toEqual(['"sku": ""']);
  expect(offered('{"da|":1}')?.slice(0, 3)).toEqual(['"type"', '"count"', '"data"']);
});

test('words and plain values are offered', () => {
  expect(offered('{"type": |}')).toEqual(['"message.inbound"', '"message.read"']);
  expect(offered('{"type": "mes|"}')).toEqual(['"message.inbound"', '"message.read"']);
  expect(offered('{"data":{"paid": |}}')).toEqual(['true', 'false']);
  expect(offered('{"count": |}')).toEqual(['null']);
  expect(offered('{"unknown": |}')).toBeNull();
});
