import { existsSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from './folders.ts';
import { newDataDir } from './testing-store.ts';

describe('a folder', () => {
  it('is made with those above it, for its owner only, and may be there already', async () => {
    const above = join(await newDataDir(), 'a');
    const folder = join(above, 'b', 'c');
    makeFolder(folder);
    makeFolder(folder);
    for (const made of [above, join(above, 'b'), folder]) {
      expect(statSync(made).isDirectory()).toBe(true);
      if (process.platform !== 'win32') expect(statSync(made).mode & 0o777).toBe(0o700);
    }
  });

  it.skipIf(process.platform === 'win32')('may be reached through a link', async () => {
    const dir = await newDataDir();
    mkdirSync(join(dir, 'real'));
    symlinkSync(join(dir, 'real'), join(dir, 'link'));
    makeFolder(join(dir, 'link'));
    makeFolder(join(dir, 'link', 'inner'));
    expect(existsSync(join(dir, 'real', 'inner'))).toBe(true);
    symlinkSync(join(dir, 'nowhere'), join(dir, 'dangling'));
    expect(() => makeFolder(join(dir, 'dangling'))).toThrow(/EEXIST/);
  });

  it('is not made where a file is or below one', async () => {
    const file = join(await newDataDir(), 'file');
    writeFileSync(file, '');
    expect(() => makeFolder(file)).toThrow(/EEXIST/);
    expect(() => makeFolder(join(file, 'inner'))).toThrow(/ENOTDIR|ENOENT/);
  });

  it.runIf(existsSync('/proc/self'))('is not made where none can be, and that is found at once', () => {
    expect(() => makeFolder('/proc/nope')).toThrow(/ENOENT/);
    expect(() => makeFolder('/proc/nope/deeper')).toThrow(/ENOENT/);
  });
});
