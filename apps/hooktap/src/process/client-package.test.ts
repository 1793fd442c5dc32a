import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Bench } from '../test-support/bin.ts';
import { compiled } from '../test-support/compiled.ts';

const bench = new Bench();
const app = fileURLToPath(new URL('../..', import.meta.url));
const execute = promisify(execFile);
let project = '';

/** As a person gets it: packed, and installed without a network, for it needs nothing else. */
beforeAll(async () => {
  project = bench.folder();
  const npm = { cwd: project, env: { ...process.env, npm_config_loglevel: 'error' } };
  await execute('npm', ['pack', app, '--pack-destination', project], npm);
  const [packed = ''] = readdirSync(project);
  writeFileSync(join(project, 'package.json'), '{"type":"module"}');
  await execute('npm', ['install', `./${packed}`, '--offline', '--no-audit', '--no-fund'], npm);
});
afterAll(() => bench.clean());

const guide = readFileSync(new URL('../../../docs/client.md', import.meta.url), 'utf8');
const [, example = ''] = /```ts\n(.*?)```/s.exec(guide) ?? [];

/** Whose dependencies are bundled. */
const inProgram = [
  ...['client', 'core', 'drift', 'exporting', 'forwarder', 'inspector-api', 'protocol', 'providers', 'query'],
  ...['receiver', 'store', 'tunnel'],
].map((name) => `packages/${name}`);
const inPage = ['apps/inspector', 'packages/client', 'packages/protocol', 'packages/query'];

const dependenciesOf = (folder: string): string[] =>
  Object.keys(
    JSON.parse(readFileSync(join(app, '../..', folder, 'package.json'), 'utf8')).dependencies ?? {},
  ).filter((name) => !name.startsWith('@hooktap/'));

it('comes with the package, which needs no other and stays below 6 MB', () => {
  const modules = join(project, 'node_modules');
  expect(readdirSync(modules).filter((name) => !name.startsWith('.'))).toEqual(['hooktap']);
  const files = readdirSync(join(modules, 'hooktap'), { recursive: true, encoding: 'utf8' });
  const bytes = files.map((name) => statSync(join(modules, 'hooktap', name)).size);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(6_000_000);
});

it('says to whoever found it what it is, and under which licences', () => {
  const own = (file: string) => readFileSync(join(project, 'node_modules/hooktap', file), 'utf8');
  expect(own('README.md')).toContain('npx hooktap 3000');
  expect(own('README.md')).not.toContain('npm start');
  expect(own('LICENSE')).toBe(readFileSync(new URL('../../../../LICENSE', import.meta.url), 'utf8'));
  const program = own('dist/THIRD-PARTY-NOTICES.txt');
  const page = own('dist/inspector/THIRD-PARTY-NOTICES.txt');
  const missing = (notices: string, packages: readonly string[]) =>
    packages.flatMap(dependenciesOf).filter((name) => !new RegExp(`^${name} \\d`, 'm').test(notices));
  expect(missing(program, inProgram)).toEqual([]);
  expect(program).toMatch(/^commander \d.*^sucrase \d/ms);
  expect(missing(page, inPage)).toEqual(['radix-ui']); // It only re-exports packages of its own.
  for (const text of [own('README.md'), program, page])
    expect(text).not.toContain(fileURLToPath(new URL('../../../..', import.meta.url)));
});

it('waits for an event as its guide shows', async () => {
  const program = join(project, 'node_modules/hooktap/bin/hooktap.js');
  const instance = bench.run(
    ['--no-tunnel', '--no-open', '--port', '0', '--ui-port', '0', '--json', '--data-dir', bench.folder()],
    {},
    project,
    program,
  );
  const { receiver, inspector, token } = await instance.ready();
  writeFileSync(
    join(project, 'test.mjs'),
    `import { createClient, HooktapProblem } from 'hooktap/client';
    const hooktap = createClient({ origin: '${inspector}', token: '${token}' });
    const after = (await hooktap.status()).seq;
    await fetch('${receiver}/hook', { method: 'POST', body: 'paid' });
    for await (const message of hooktap.stream({ after, signal: AbortSignal.timeout(30_000) })) {
      if (message.type !== 'event.captured') continue;
      const { bytes } = await hooktap.eventBody(message.event.id);
      console.log(message.event.path, new TextDecoder().decode(bytes));
      break;
    }
    const problem = await hooktap.events({ q: 'stats:200' }).catch((error) => error);
    console.log(problem instanceof HooktapProblem, problem.offset, problem.length, problem.suggestion);
    `,
  );
  const { stdout } = await execute(process.execPath, ['test.mjs'], { cwd: project });
  expect(stdout).toBe('/hook paid\ntrue 0 5 status\n');
});

it('goes into a bundle for browsers, without anything of Node', async () => {
  const { outputFiles, metafile } = await build({
    stdin: { contents: "export * from 'hooktap/client';", resolveDir: project },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    metafile: true,
  });
  expect(Object.keys(metafile.inputs).filter((name) => name.includes('hooktap/dist'))).toEqual([
    expect.stringMatching(/client\/index\.js$/),
  ]);
  const text = outputFiles[0]?.text ?? '';
  const { createClient } = await import(`data:text/javascript,${encodeURIComponent(text)}`);
  await expect(createClient({ origin: 'http://127.0.0.1:1', token: '' }).status()).rejects.toMatchObject({
    code: 'unreachable',
  });
});

it('has types that need nothing else, and say what is wrong', () => {
  expect(example).toContain('hooktap/client');
  const own = `declare const process: { env: Record<string, string | undefined> };\n`;
  const test = "declare module 'vitest' { export const expect: any; export const test: any; }\n";
  writeFileSync(join(project, 'vitest.d.ts'), test);
  writeFileSync(join(project, 'guide.ts'), `/// <reference path="./vitest.d.ts" />\n${own}${example}`);
  expect(compiled(project, 'guide.ts')).toEqual({ status: 0, stdout: '' });
  const wrong = example.replace('message.event.eventType', 'message.event.evenType');
  writeFileSync(join(project, 'wrong.ts'), `/// <reference path="./vitest.d.ts" />\n${own}${wrong}`);
  expect(compiled(project, 'wrong.ts').stdout).toMatch(/'evenType' does not exist/);
});

/** A schema without a type of its name, and one whose type is wider than what it gives. */
const notInferred = ['SavedRequestName', 'RawHeaders'];

it('has types that say what the schemas say', () => {
  const types = join(project, 'node_modules/hooktap/dist/client/protocol.d.ts');
  const names = [...readFileSync(types, 'utf8').matchAll(/^export (?:type|interface) (\w+)/gm)];
  const scope = join(project, 'node_modules/@hooktap');
  mkdirSync(scope);
  for (const name of ['protocol', 'client'])
    symlinkSync(join(app, '../../packages', name), join(scope, name));
  const lines = names
    .map(([, name]) => name)
    .filter((name) => name !== undefined && !notInferred.includes(name))
    .map((name) => `export const as${name} = (it: Schema.${name}): Client.${name} => it;`);
  expect(lines.length).toBeGreaterThan(100);
  writeFileSync(
    join(project, 'same.ts'),
    [
      "import type * as Own from '@hooktap/client';",
      "import type * as Schema from '@hooktap/protocol';",
      "import type * as Client from 'hooktap/client';",
      ...lines,
      'export const asClient = (it: Own.Client): Client.Client => it;',
      'export const all = (it: keyof Client.Client): keyof Own.Client => it;',
    ].join('\n'),
  );
  const flags = ['--allowImportingTsExtensions', '--target', 'es2023', '--skipLibCheck'];
  expect(compiled(project, 'same.ts', flags)).toEqual({ status: 0, stdout: '' });
});
