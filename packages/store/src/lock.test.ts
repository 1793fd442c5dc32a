import { spawn } from 'node:child_process';
import { readdirSync, unlinkSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
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

  it.skipIf(process.platform === 'win32')(
    'clears away what killed processes left, and nothing else',
    async () => {
      const dead = ['lock-00000000dead.tmp', 'lock-11111111dead.tmp'];
      await Promise.all(dead.map((name) => listenAndDie(join(dir, name))));
      expect(await readdir(dir)).toEqual(dead);
      const starting = createServer();
      await new Promise<void>((resolve) => starting.listen(join(dir, 'lock-22222222beef.tmp'), resolve));
      const lock = await acquireLock(dir);
      const names = await readdir(dir);
      expect(names.filter((name) => name.includes('dead'))).toEqual([]);
      expect(names).toHaveLength(3);
      expect(names).toEqual(expect.arrayContaining(['lock-22222222beef.tmp', 'lock-1.sock']));
      expect(await lockHolder(dir)).toBe(true);
      await lock?.release();
      await new Promise((resolve) => starting.close(resolve));
      expect(await readdir(dir)).toEqual(['lock-1.free', 'lock-1.sock']);
    },
  );

  it.skipIf(process.platform === 'win32')('is got although the draft was taken for a dead one', async () => {
    const getting = acquireLock(dir);
    const [draft = ''] = readdirSync(dir);
    expect(draft).toMatch(/^lock-[0-9a-f]{12}\.tmp$/);
    unlinkSync(join(dir, draft));
    const lock = await getting;
    expect(lock).not.toBeNull();
    expect(await lockHolder(dir)).toBe(true);
    await lock?.release();
    expect(await readdir(dir)).toEqual(['lock-1.free', 'lock-1.sock']);
  });

  it('goes to one of many that find it released', async () => {
    await (await acquireLock(dir))?.release();
    const locks = await Promise.all(Array.from({ length: 20 }, () => acquireLock(dir)));
    const held = locks.filter((lock) => lock !== null);
    expect(held).toHaveLength(1);
    await held[0]?.release();
  });
});

/** A process that listens there and is killed: its socket stays. */
async function listenAndDie(path: string): Promise<void> {
  const script = `require('node:net').createServer().listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))`;
  const child = spawn(process.execPath, ['-e', script, path]);
  await new Promise((resolve) => child.once('close', resolve));
}
