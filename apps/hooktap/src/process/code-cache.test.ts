import { cpSync, mkdirSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Bench, bin, quiet } from '../test-support/bin.ts';

const bench = new Bench();
let app: string;

beforeEach(() => {
  app = bench.folder();
  for (const part of ['bin', 'dist', 'package.json']) {
    const from = join(dirname(bin), '..', part);
    cpSync(from, join(app, part), { recursive: true, filter: (path) => !path.endsWith('.code') });
  }
});
afterEach(() => bench.clean());

const besideProgram = () => readdirSync(join(app, 'dist')).filter((name) => /^program-.*\.cjs./.test(name));
const cacheFile = (): string => {
  const names = besideProgram();
  expect(names).toHaveLength(1);
  return join(app, 'dist', names[0] ?? '');
};
/** A file that was replaced is another one. */
const identity = () => statSync(cacheFile()).ino;

async function startAndStop(): Promise<void> {
  const program = join(app, 'bin/hooktap.js');
  const run = bench.run([...quiet, '--json', '--data-dir', bench.folder()], {}, undefined, program);
  await run.ready();
  const { code, stderr } = await run.stop();
  expect({ code, stderr }).toEqual({ code: 130, stderr: '' });
}

test('a start keeps the code it compiled, and the next goes by it', async () => {
  await startAndStop();
  const kept = identity();
  expect(cacheFile()).toContain(process.version);
  await startAndStop();
  expect(identity()).toBe(kept);
});

test.each([
  ['torn', () => truncateSync(cacheFile(), 1000)],
  ['empty', () => truncateSync(cacheFile(), 0)],
  ['something else', () => writeFileSync(cacheFile(), 'nothing that V8 would know')],
])('a cache that is %s does no harm and is made anew', async (_what, spoil) => {
  await startAndStop();
  const length = statSync(cacheFile()).size;
  spoil();
  const spoilt = identity();
  await startAndStop();
  const anew = identity();
  expect(anew).not.toBe(spoilt);
  expect(statSync(cacheFile()).size).toBeGreaterThan(length / 2);
  await startAndStop();
  expect(identity()).toBe(anew);
});

test.skipIf(process.platform === 'win32')('only the owner may change it, whatever the umask', async () => {
  const umask = process.umask(0);
  try {
    await startAndStop();
  } finally {
    process.umask(umask);
  }
  expect(statSync(cacheFile()).mode & 0o777).toBe(0o644);
});

test('several first starts at once leave one cache that is whole', async () => {
  await Promise.all([startAndStop(), startAndStop(), startAndStop()]);
  const kept = identity();
  await startAndStop();
  expect(identity()).toBe(kept);
});

test('a command that is over at once keeps nothing', async () => {
  const { code } = await bench.run(['--version'], {}, undefined, join(app, 'bin/hooktap.js')).ended;
  expect(code).toBe(0);
  expect(besideProgram()).toEqual([]);
});

test('where it cannot be written, nothing fails and nothing is left behind', async () => {
  await startAndStop();
  const path = cacheFile();
  rmSync(path);
  mkdirSync(path);
  await startAndStop();
  expect(readdirSync(path)).toEqual([]);
  expect(besideProgram()).toHaveLength(1);
});

test('a program that is not built says how to build it', async () => {
  rmSync(join(app, 'dist'), { recursive: true });
  const { code, stderr } = await bench.run(['--version'], {}, undefined, join(app, 'bin/hooktap.js')).ended;
  expect(code).toBe(1);
  expect(stderr).toContain('npm run build');
});
