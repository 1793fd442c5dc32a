import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireLock, lockHolder } from './lock.ts';
import { newDataDir } from './testing-store.ts';

describe('the lock', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await newDataDir();
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('is free again once released, and says so on disk', async () => {
    const first = await acquireLock(dir);
    expect(await lockHolder(dir)).toBe(true);
    expect(await acquireLock(dir)).toBeNull();
    await first?.release();
    expect(await lockHolder(dir)).toBe(false);
    expect(await readdir(dir)).toContain('lock-1.free');
    const second = await acquireLock(dir);
    expect(await lockHolder(dir)).toBe(true);
    expect((await readdir(dir)).filter((name) => /\d\.(sock|free)$/.test(name))).toEqual(['lock-2.sock']);
    expect(await acquireLock(dir)).toBeNull();
    await second?.release();
  });

  it('needs no word of its release', async () => {
    await (await acquireLock(dir))?.release();
    await rm(join(dir, 'lock-1.free'));
    expect(await lockHolder(dir)).toBe(false);
    const next = await acquireLock(dir);
    expect(next).not.toBeNull();
    await next?.release();
  });

  it('goes to one of many that find it released', async () => {
    await (await acquireLock(dir))?.release();
    const locks = await Promise.all(Array.from({ length: 20 }, () => acquireLock(dir)));
    const held = locks.filter((lock) => lock !== null);
    expect(held).toHaveLength(1);
    await held[0]?.release();
  });
});
