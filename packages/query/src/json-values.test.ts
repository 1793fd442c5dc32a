import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someJsonValue, unescapeJson } from './json-values.ts';

function valuesAt(text: string, ...path: string[]): string[] {
  const values: string[] = [];
  someJsonValue(text, path, (value) => {
    values.push(value);
    return false;
  });
  return values;
}

it('what is nested deeper than any callback is passed over, and what follows it is not', () => {
  const nested = (depth: number): string => `${'['.repeat(depth)}{"a":1}${']'.repeat(depth)}`;
  expect(valuesAt(`[${nested(100)},{"a":2}]`, 'a')).toEqual(['1', '2']);
  expect(valuesAt(`[${nested(5000)},{"a":2}]`, 'a')).toEqual(['2']);
});

describe('values at a path', () => {
  it.each<[string, string[], string[]]>([
    ['{"a":"x"}', ['a'], ['x']],
    [' \ufeff{ "a" : { "b" : 12 } } ', ['a', 'b'], ['12']],
    ['{"a":null,"b":true}', ['b'], ['true']],
    ['{"a":12345678901234567890.10}', ['a'], ['12345678901234567890.10']],
    ['{"a":1,"a":2}', ['a'], ['1', '2']],
    ['{"A":1}', ['a'], ['1']],
    ['{"a":[1,[2,3],{"b":4}]}', ['a'], ['1', '2', '3', '{"b":4}']],
    ['{"a":[{"b":1},{"b":2},{"c":3}]}', ['a', 'b'], ['1', '2']],
    ['{"a":[{"b":1},{"b":2}]}', ['a', '1', 'b'], ['2']],
    ['[{"a":1}]', ['a'], ['1']],
    ['[[["x"]]]', ['0', '0', '0'], ['x']],
    ['{"a":{"b":"\\u00e9\\n"}}', ['a'], ['{"b":"é\n"}']],
    ['{"a":[]}', ['a'], []],
    ['{"a":[1, 2,null,{"b":3}, 4 ,"[", {"b":"5"},6]}', ['a', 'b'], ['3', '5']],
    ['{"a":[1,2,{"b":3},[4,{"b":5},6],7,{"b":8}', ['a', 'b'], ['3', '5', '8']],
    ['{"a":[1,2,{"b":3},4]}', ['a', '2', 'b'], ['3']],
    ['{"a":{}}', ['a'], ['{}']],
    ['{"x":{"a":1},"a":2}', ['a'], ['2']],
    ['{"x":"\\"a\\":1}","a":2}', ['a'], ['2']],
    ['{"x":"\\\\","a":2}', ['a'], ['2']],
    ['{"\\u0061":1}', ['a'], ['1']],
    ['{"a":"cut of', ['a'], ['cut of']],
    ['{"a":1,"b":[2,{"c":', ['a'], ['1']],
    ['plain text', ['a'], []],
    ['"a"', ['a'], []],
    ['{"a" 1}', ['a'], []],
    ['{"a":}', ['a'], []],
    ['[,]', ['0'], []],
  ])('%s at %j', (text, path, values) => expect(valuesAt(text, ...path)).toEqual(values));

  it('stops at the first that fits', () => {
    let asked = 0;
    const found = someJsonValue('[1,2,3]', ['1'], () => {
      asked += 1;
      return true;
    });
    expect([found, asked]).toEqual([true, 1]);
  });

  it('agrees with JSON.parse', () => {
    const path = fc.array(fc.constantFrom('a', 'b', '0', '1', ''), { minLength: 1, maxLength: 4 });
    const key = fc.constantFrom('a', 'b', '0', '', 'c"\\');
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.string({ unit: 'binary', maxLength: 4 }),
        fc.constantFrom(0, -1.5, true, null),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 3 }),
      ),
    }));
    fc.assert(
      fc.property(tree, path, fc.constantFrom(0, 2), (value, steps, indent) => {
        const found = new Set(valuesAt(JSON.stringify(value, null, indent), ...steps));
        expect(found).toEqual(new Set(expectedAt(value, steps, indent)));
      }),
      { numRuns: 2000 },
    );
  });

  it.each<[string, string]>([
    ['lists', '['.repeat(2_000_000)],
    ['objects', '{"a":'.repeat(500_000)],
    ['quotes', `{"a":"${'\\'.repeat(2_000_000)}`],
    ['lists in an object', `{"a":${'['.repeat(1_000_000)}`],
  ])('deep or endless %s come to an end', (_, text) => {
    expect(someJsonValue(text, ['a', 'a', 'b'], () => true)).toBe(false);
  });

  it('gives nothing but pieces of the text, whatever that is', () => {
    const scraps = fc.array(fc.constantFrom('{', '}', '[', ']', '"', ':', ',', 'a', '1', ' ', '"a":'));
    fc.assert(
      fc.property(scraps, (parts) => {
        const text = parts.join('');
        for (const value of valuesAt(text, 'a', '0')) expect(text).toContain(value);
      }),
    );
  });
});

/** The same by way of JSON.parse; an object as it is written, unescaped. */
function expectedAt(value: unknown, path: readonly string[], indent: number, level = 0): string[] {
  const [step, ...rest] = path;
  if (Array.isArray(value)) {
    return value.flatMap((element, index) => [
      ...expectedAt(element, path, indent, level + 1),
      ...(step === String(index) ? expectedAt(element, rest, indent, level + 1) : []),
    ]);
  }
  const isObject = typeof value === 'object' && value !== null;
  if (step !== undefined) {
    if (!isObject) return [];
    return Object.entries(value).flatMap(([key, child]) =>
      key === step ? expectedAt(child, rest, indent, level + 1) : [],
    );
  }
  if (typeof value === 'string') return [value];
  const written = JSON.stringify(value, null, indent);
  if (!isObject) return [written];
  return [unescapeJson(written.replaceAll('\n', `\n${' '.repeat(level * indent)}`))];
}

it.each([
  ['plain', 'plain'],
  ['\\u0041\\n\\"\\\\\\/', 'A\n"\\/'],
  ['\\\\u0041', '\\u0041'],
  ['\\q \\u12', '\\q \\u12'],
  ['\\ud83d\\ude00', '😀'],
])('undoes the escapes of %s', (text, unescaped) => expect(unescapeJson(text)).toBe(unescaped));
