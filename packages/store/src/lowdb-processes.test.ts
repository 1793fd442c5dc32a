import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { acquireLock, lockHolder } from './lock.ts';
import { openLowdbStore } from './open-lowdb-store.ts';
import { newDataDir, openStore } from './testing-store.ts';

describe('two processes', () => {
  let program: string;
  beforeAll(async () => {
    program = join(await newDataDir(), 'child.mjs');
    const here = fileURLToPath(new URL('.', import.meta.url));
    const source = `
      import { openLowdbStore } from './open-lowdb-store.ts';
      import { buildEvent } from './testing-events.ts';
      const [dataDir, mode] = process.argv.slice(2);
      const opened = await openLowdbStore({ dataDir });
      const say = (text) => process.stdout.write(text + '\\n');
      if (!opened.ok) say(opened.error.kind);
      else if (mode === 'fill') {
        let kept = 0;
        for (;;) {
          const { record } = await buildEvent(opened.store, 'x'.repeat(2000));
          const result = await opened.store.append(record).durable;
          if (!result.ok) { say(result.error.kind + ' ' + kept); break; }
          kept += 1;
        }
        await opened.store.close();
      } else { say('seq ' + opened.store.nextSeq()); setInterval(() => {}, 1000); }
    `;
    await build({
      stdin: { contents: source, resolveDir: here, loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: program,
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
      logLevel: 'silent',
    });
  });

  const firstLine = async (child: ReturnType<typeof spawn>): Promise<string> => {
    const { stdout } = child;
    if (!stdout) throw new Error('no output');
    const [data] = await once(stdout, 'data');
    return String(data).trim();
  };

  it('never share a directory; a stopped one keeps it, a killed one gives it up and no seq comes twice', async () => {
    const dataDir = await newDataDir();
    const child = spawn(process.execPath, [program, dataDir, 'hold']);
    const given = Number((await firstLine(child)).split(' ')[1]);
    expect(await lockHolder(dataDir)).toBe(true);
    child.kill('SIGSTOP');
    expect(await openLowdbStore({ dataDir })).toMatchObject({ ok: false, error: { kind: 'in-use' } });
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await lockHolder(dataDir)).toBe(false);
    const store = await openStore(dataDir);
    expect(store.nextSeq()).toBeGreaterThan(given);
    const third = spawn(process.execPath, [program, dataDir, 'hold']);
    expect(await firstLine(third)).toBe('in-use');
    await store.close();
  });

  it('let only one of many racers take a dead lock over', async () => {
    const dataDir = await newDataDir();
    await (await acquireLock(dataDir))?.release();
    const locks = await Promise.all(Array.from({ length: 20 }, () => acquireLock(dataDir)));
    const held = locks.filter((lock) => lock !== null);
    expect(held).toHaveLength(1);
    await held[0]?.release();
  });

  it('keep what fitted when the disk is full', async () => {
    const dataDir = await newDataDir();
    const script = `ulimit -f 64; exec "${process.execPath}" "${program}" "${dataDir}" fill`;
    const child = spawn('bash', ['-c', script]);
    const [kind, kept] = (await firstLine(child)).split(' ');
    if (child.exitCode === null) await once(child, 'exit');
    expect(kind).toBe('disk-full');
    const store = await openStore(dataDir);
    expect(store.warnings).toEqual([]);
    expect(store.counts().events).toBe(Number(kept));
    await store.close();
  });
});
