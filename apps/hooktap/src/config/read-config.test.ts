import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EndpointBook, systemClock, usualDefaults } from '@hooktap/core';
import { createMemoryStore } from '@hooktap/store';
import { afterAll, describe, expect, it } from 'vitest';
import { applyEndpoints } from './apply-endpoints.ts';
import { readConfig } from './read-config.ts';

const folder = mkdtempSync(join(tmpdir(), 'hooktap-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

async function messagesOf(name: string, text: string): Promise<readonly string[]> {
  const read = await readConfig(write(name, text), folder);
  return read.ok ? [] : read.messages;
}

describe('a config file', () => {
  it('may be TypeScript that imports the project, Node and hooktap', async () => {
    write('shared/names.ts', "export const name: string = 'stripe';\nexport enum Port { Stripe = 4000 }\n");
    write('secrets.json', '["s1"]');
    const file = write(
      'hooktap.config.ts',
      `import { join } from 'node:path';
import { defineConfig } from 'hooktap';
import { name, Port } from './shared/names.js';
import secrets from './secrets.json' with { type: 'json' };
import type { Nothing } from './absent';
const port = (await Promise.resolve(Port.Stripe)) as number;
export default defineConfig({
  timeScale: 10,
  endpoints: [{ name, path: join('/', name), target: String(port), secrets, retry: { schedule: ['1s', 5] } }],
} satisfies object);
`,
    );
    const read = await readConfig(file, folder);
    expect(read).toMatchObject({
      ok: true,
      config: {
        name: 'hooktap.config.ts',
        values: {
          timeScale: 10,
          endpoints: [
            {
              name: 'stripe',
              path: '/stripe',
              target: '4000',
              secrets: ['s1'],
              retry: { schedule: ['1s', 5] },
            },
          ],
        },
        files: [file, join(folder, 'shared/names.ts'), join(folder, 'secrets.json')],
      },
    });
  });

  it.each([
    ['a.js', "module.exports = { port: Number(require('./n.json').port) };"],
    ['a.mjs', "import n from './n.json';\nexport default { port: n.port };"],
    ['b.mjs', "const n = await import('./n.json');\nexport default { port: n.default.port };"],
    [
      'c.mjs',
      "import { readFileSync } from 'node:fs';\nexport default JSON.parse(readFileSync(new URL('./n.json', import.meta.url)));",
    ],
    ['a.json', '{ "port": 4402 }'],
  ])('%s', async (name, text) => {
    write('n.json', '{ "port": 4402 }');
    expect(await readConfig(write(name, text), folder)).toMatchObject({
      ok: true,
      config: { values: { port: 4402 } },
    });
  });

  it('is read anew each time, with what it imports', async () => {
    const file = write('again.ts', "export { default } from './value';");
    write('value.ts', 'export default { port: 1 };');
    expect(await readConfig(file)).toMatchObject({ config: { values: { port: 1 } } });
    write('value.ts', 'export default { port: 2 };');
    expect(await readConfig(file)).toMatchObject({ config: { values: { port: 2 } } });
  });
});

it('the example of the documentation is right', async () => {
  const example = new URL('../../../docs/examples/hooktap.config.ts', import.meta.url);
  const read = await readConfig(fileURLToPath(example));
  if (!read.ok) throw new Error(read.messages.join('\n'));
  const book = new EndpointBook({
    store: createMemoryStore({ clock: systemClock }),
    defaults: usualDefaults,
    schedules: () => null,
  });
  const givens = { targets: [], flags: {}, config: read.config, env: {} };
  expect(applyEndpoints({ applyEndpoints: (given) => book.apply(given) }, givens)).toMatchObject({
    ok: true,
  });
  expect(read.config.values.endpoints?.map(({ provider }) => provider)).toEqual(['zavu', 'vzaps', 'zapi']);
});

it('a target may be a port as a number', async () => {
  writeFileSync(
    join(folder, 'numbers.json'),
    '{"endpoints":[{"name":"a","target":3000},{"name":"b","targets":[1,"2"]}]}',
  );
  const read = await readConfig(join(folder, 'numbers.json'), folder);
  expect(read.ok && read.config.values.endpoints).toMatchObject([
    { target: '3000' },
    { targets: ['1', '2'] },
  ]);
});

describe('what is wrong is said with file, line and field', () => {
  const endpoints = (...fields: string[]) =>
    `export default {\n endpoints: [\n  { name: 'a' },\n  {\n   name: 'b',\n${fields.map((field) => `   ${field},\n`).join('')}  }\n ]\n};`;
  it.each([
    [
      "timeout: '30 seconds'",
      'x.ts:6 endpoints[1].timeout: expected a duration such as 500ms, 30s, 5m, 4h or 1d',
    ],
    ['timout: 3', "x.ts:6 endpoints[1].timout: unknown field; did you mean 'timeout'?"],
    ['bogus: 3', 'x.ts:6 endpoints[1].bogus: unknown field'],
    ["path: 'hooks'", 'x.ts:6 endpoints[1].path: expected a path that begins with /'],
    ['reply: { status: 999 }', 'x.ts:6 endpoints[1].reply.status: expected number to be <=599'],
    ['reply: { statuss: 200 }', "x.ts:6 endpoints[1].reply.statuss: unknown field; did you mean 'status'?"],
    ["reply: 'handlr'", 'x.ts:6 endpoints[1].reply: expected one of "handler"|"ack", or object'],
    [
      "retry: { exponential: { initial: '1s', attempts: 3, jitter: 2 } }",
      'x.ts:6 endpoints[1].retry.exponential.jitter: expected number to be <=1',
    ],
    ['target: true', 'x.ts:6 endpoints[1].target: expected string, or number'],
    ['concurrency: 0', 'x.ts:6 endpoints[1].concurrency: expected number to be >=1'],
    ["target: '1', targets: ['2']", 'x.ts:6 endpoints[1].targets: expected target or targets, not both'],
    [
      'secrets: [undefined]',
      'x.ts:6 endpoints[1].secrets[0]: is empty; is the environment variable set that it comes from?',
    ],
    [
      "secrets: ['a', '']",
      'x.ts:6 endpoints[1].secrets[1]: is empty; is the environment variable set that it comes from?',
    ],
    ['timeout: true', 'x.ts:6 endpoints[1].timeout: expected number, or string'],
  ])('%s', async (field, message) => expect(await messagesOf('x.ts', endpoints(field))).toContain(message));

  it.each([
    ['y.json', '{\n "port": 1,\n}', /^y\.json:3 is not JSON: /],
    ['y.json', '{\n "port": 1\n', /^y\.json:2 is not JSON: .*end of input$/],
    ['y.json', '{\n "port": 70000\n}', /^y\.json:2 port: expected number to be <=65535$/],
    ['y.json', '{\n "port": tru }', /^y\.json:2 is not JSON: .*':'$/],
    ['y.json', '[]', /^y\.json expected object, received array$/],
    ['y.ts', 'const a = 1;\nconst b: = 2;', /^y\.ts:2 Unexpected token/],
    ['y.mjs', 'const a = 1;\nconst a = 2;', /^y\.mjs:2 .*already been declared/],
    ['y.ts', "\n\nthrow new Error('no VARIABLE');", /^y\.ts:3 no VARIABLE$/],
    [
      'y.ts',
      "\nimport a from './absent';\nexport default a;",
      /^y\.ts:2 There is no file .*absent to import/,
    ],
    [
      'y.ts',
      "import a from 'a-package-that-is-not';\nexport default a;",
      /^y\.ts:1 Cannot find module 'a-package-that-is-not'/,
    ],
    ['y.ts', 'export const a = 1;', /^y\.ts(:1)? a: unknown field$/],
    ['y.ts', 'export default { endpoints: [{ path: 5 }] };', /^y\.ts:1 endpoints\[0\]\.name: is missing/],
  ])('%s %j', async (name, text, message) => {
    const [first] = await messagesOf(name, text);
    expect(first).toMatch(message);
    expect(first).not.toContain('\n');
  });

  it.each([
    ['part.ts', 'const a = 1;\nexport const b: = 2;', /^part\.ts:2 Unexpected token/],
    ['part.mjs', "\n\nthrow new Error('no VARIABLE');", /^part\.mjs:3 no VARIABLE$/],
    ['part.json', '{\n "port": 1,\n}', /^part\.json:3 is not JSON: /],
  ])('of a file that it imports: %s', async (name, text, message) => {
    const part = join(folder, name);
    writeFileSync(part, text);
    writeFileSync(join(folder, 'z.ts'), `import * as part from './${name}';\nexport default part;`);
    const read = await readConfig(join(folder, 'z.ts'), folder);
    expect(read).toMatchObject({ ok: false, messages: [expect.stringMatching(message)] });
    expect(!read.ok && read.files).toContain(part);
  });

  it('a file that is not there', async () => {
    expect(await readConfig(join(folder, 'none.json'), folder)).toMatchObject({
      ok: false,
      messages: [expect.stringMatching(/^none\.json cannot be read: ENOENT/)],
    });
  });
});
