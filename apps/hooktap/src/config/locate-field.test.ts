import { describe, expect, it } from 'vitest';
import { fieldName, lineOfField } from './locate-field.ts';

const typescript = `import { defineConfig } from 'hooktap';
// export default { endpoints: [] }
const secret = process.env.X ?? "}}}";
const pattern = /[/}]{2,/;
const stripe = {
  name: 'stripe', // a comment, with { brackets
  path: '/stripe',
  'timeout': '30 seconds',
};

export default defineConfig({
  port: 4401,
  endpoints: [
    stripe,
    {
      name: \`a\${[1, { b: '}' }].length}\`,
      headers: { set: { 'X-One': secret, /* , */ "X-Two": '2' } },
      retry: {
        schedule: ['1s', '2s',
          'soon'],
      },
    },
    ...others(),
    { name: 'later' },
  ],
} satisfies Config);
`;

describe('the line of a field', () => {
  it.each([
    [['port'], 12],
    [['endpoints'], 13],
    [['endpoints', 0, 'timeout'], 8],
    [['endpoints', 1], 15],
    [['endpoints', 1, 'name'], 16],
    [['endpoints', 1, 'headers', 'set', 'X-Two'], 17],
    [['endpoints', 1, 'retry', 'schedule', 2], 20],
    // Not written: what it belongs in.
    [['endpoints', 1, 'timeout'], 15],
    [['hold'], 11],
    // After a spread nobody knows which one it is.
    [['endpoints', 3, 'name'], 13],
  ])('of %j in TypeScript is %i', (path, line) => expect(lineOfField(typescript, path)).toBe(line));

  it('is found in JSON, the last of two counting', () => {
    const json = '{\n  "a": 1,\n  "endpoints": [ {\n "name": "x,}",\n "path": 5 } ],\n  "a": 2\n}';
    expect(lineOfField(json, ['endpoints', 0, 'path'])).toBe(5);
    expect(lineOfField(json, ['a'])).toBe(6);
  });

  it.each([
    ['export default make();', null],
    ['module.exports = { port: 1 }', 1],
    ['const c: Config = {\n port: 1 };\nexport default c;', 2],
    ['const c = {};\n{ const c = { port: 1 } }\nexport default c', null],
    ['export default c', null],
    ['', null],
    ['export default {', 1],
  ])('in %j is %s', (source, line) => expect(lineOfField(source, ['port'])).toBe(line));

  it('is asked for by name', () => {
    expect(fieldName(['endpoints', 1, 'retry', 'schedule', 2])).toBe('endpoints[1].retry.schedule[2]');
  });
});
