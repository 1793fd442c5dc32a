import { appendFile, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FolderWatch } from '@hooktap/core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nodeFolderWatcher } from './node-folder-watcher.ts';

let folder = '';
let watch: FolderWatch | null = null;
const heard: string[] = [];
const lost: string[] = [];
let listeners: (() => void)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hooktap-watch-'));
  await mkdir(join(folder, 'src', 'deep'), { recursive: true });
  await mkdir(join(folder, 'node_modules', 'x'), { recursive: true });
  await writeFile(join(folder, 'src', 'app.ts'), '1');
  heard.length = 0;
  lost.length = 0;
  listeners = [];
});
afterEach(async () => {
  watch?.close();
  watch = null;
  await rm(folder, { recursive: true, force: true });
});

async function open(): Promise<void> {
  const opened = await nodeFolderWatcher().watch(folder, {
    changed: (path) => {
      heard.push(path);
      for (const tell of listeners) tell();
    },
    lost: ({ message: reason }) => {
      lost.push(reason);
      for (const tell of listeners) tell();
    },
  });
  if (!opened.ok) throw new Error(opened.message);
  watch = opened.watch;
}

/** Settles once it holds; the test's own time limit ends it. */
const until = (test: () => boolean) =>
  new Promise<void>((resolve) => {
    const look = () => test() && resolve();
    listeners.push(look);
    look();
  });
const changed = (path: string) => until(() => heard.includes(path));

it('hears of what is written, made, moved and removed, however deep', async () => {
  await open();
  await appendFile(join(folder, 'src', 'app.ts'), '2');
  await changed('src/app.ts');
  await writeFile(join(folder, 'src', 'deep', 'new.py'), '');
  await changed('src/deep/new.py');
  await rename(join(folder, 'src', 'deep', 'new.py'), join(folder, 'moved.py'));
  await changed('moved.py');
  heard.length = 0;
  await rm(join(folder, 'moved.py'));
  await changed('moved.py');
});

it('hears of files in folders that are made later', async () => {
  await open();
  await mkdir(join(folder, 'later', 'inner'), { recursive: true });
  await writeFile(join(folder, 'later', 'inner', 'a.ts'), '1');
  await changed('later/inner/a.ts');
  heard.length = 0;
  await appendFile(join(folder, 'later', 'inner', 'a.ts'), '2');
  await changed('later/inner/a.ts');
});

it('hears of a tree that was moved away and made again', async () => {
  await open();
  await rename(join(folder, 'src'), join(folder, 'old'));
  await changed('src');
  await mkdir(join(folder, 'src', 'deep'), { recursive: true });
  await writeFile(join(folder, 'src', 'deep', 'again.ts'), '1');
  await changed('src/deep/again.ts');
  await appendFile(join(folder, 'old', 'app.ts'), '2');
  await changed('old/app.ts');
});

// Elsewhere the system watches whole trees; the desk sorts out what does not count.
it.runIf(process.platform === 'linux')(
  'does not so much as watch node_modules, and follows no links',
  async () => {
    const outside = await mkdtemp(join(tmpdir(), 'hooktap-outside-'));
    await symlink(outside, join(folder, 'src', 'linked'));
    await open();
    await writeFile(join(folder, 'node_modules', 'x', 'index.js'), '');
    await writeFile(join(outside, 'far.ts'), '');
    await mkdir(join(folder, 'dist'));
    await writeFile(join(folder, 'dist', 'out.js'), '');
    await writeFile(join(folder, 'last.ts'), '');
    await changed('last.ts');
    expect([...new Set(heard)]).toEqual(['last.ts']);
    await rm(outside, { recursive: true });
  },
);

it('says so when the folder goes, and is silent after its end', async () => {
  await open();
  await rm(folder, { recursive: true });
  await until(() => lost.length > 0);
  expect(lost).toEqual([expect.stringContaining('There is no folder')]);
});

it.each([
  ['a file', () => join(folder, 'src', 'app.ts'), 'is not a folder', 'folder-file'],
  ['nothing', () => join(folder, 'absent'), 'There is no folder', 'folder-missing'],
  ['a relative path', () => 'src', 'is not an absolute path', 'folder-relative'],
])('refuses %s', async (_what, path, message, code) => {
  const opened = await nodeFolderWatcher().watch(path(), { changed: () => {}, lost: () => {} });
  const parts = [{ code, values: { folder: path() } }];
  expect(opened).toEqual({ ok: false, message: expect.stringContaining(message), parts });
});
