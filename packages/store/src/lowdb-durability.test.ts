import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FilePort, nodeFiles } from './file-port.ts';
import { acquireLock, lockHolder } from './lock.ts';
import { openLowdbStore } from './open-lowdb-store.ts';
import { addEvent, buildEvent, deliveryOf, testClock } from './testing-events.ts';
import { newDataDir, openStore } from './testing-store.ts';

const made: string[] = [];
const dataDirectory = async () => {
  const dir = await newDataDir();
  made.push(dir);
  return dir;
};
const segment = (dir: string, number: number) =>
  join(dir, 'segments', `${String(number).padStart(6, '0')}.ndjson`);

/** A store with five events, two a segment, closed again. */
async function filled() {
  const dir = await dataDirectory();
  const store = await openStore(dir, { segmentEvents: 2 });
  const ids = [];
  for (let count = 0; count < 5; count++) ids.push(await addEvent(store, `{"n":"event-${count}"}`));
  await store.close();
  return { dir, ids };
}
const reopen = (dir: string) => openStore(dir, { segmentEvents: 2 });

afterAll(() => Promise.all(made.map((dir) => rm(dir, { recursive: true, force: true }))));

describe('a lowdb store opened again', () => {
  it('has everything, in order, with later changes to sealed segments', async () => {
    const { dir, ids } = await filled();
    let store = await reopen(dir);
    const [first, second] = ids;
    if (!first || !second) throw new Error('nothing to change');
    const delivery = deliveryOf(first, 'held');
    store.append({ type: 'annotation', seq: store.nextSeq(), eventId: first, marks: { pinned: true } });
    store.append({ type: 'delivery', seq: store.nextSeq(), delivery });
    store.append({ type: 'deleted', seq: store.nextSeq(), ids: [second], at: '2026-11-21T12:00:00.000Z' });
    const seq = store.currentSeq();
    await store.close();
    store = await reopen(dir);
    expect(store.currentSeq()).toBe(seq);
    expect(store.warnings).toEqual([]);
    expect(await store.matching([])).toEqual(ids.filter((id) => id !== second).reverse());
    expect(await store.delivery(delivery.id)).toMatchObject({ status: 'held', eventId: first });
    expect(store.counts()).toMatchObject({ events: 4, pinned: 1, openDeliveries: 1 });
    expect(await store.matching(['event-2'])).toEqual([ids[2]]);
    await store.close();
  });

  it('cuts an unfinished append off without a word', async () => {
    const { dir, ids } = await filled();
    await appendFile(segment(dir, 3), '{"type":"event","seq":99,"ev');
    const store = await reopen(dir);
    expect(store.warnings).toEqual([]);
    expect(await store.matching([])).toHaveLength(5);
    await addEvent(store);
    expect(await store.event(ids[4] as never)).not.toBeNull();
    await store.close();
  });

  it('sets damaged lines aside, names them and keeps the rest', async () => {
    const { dir, ids } = await filled();
    const text = await readFile(segment(dir, 1), 'utf8');
    await writeFile(segment(dir, 1), text.replace('"type":"event"', '"type":"ev\u0000nt"'));
    const store = await reopen(dir);
    expect(store.warnings).toEqual([expect.stringContaining(segment(dir, 1))]);
    expect(await store.matching([])).toEqual(ids.slice(1).reverse());
    expect(await readdir(join(dir, 'damaged'))).toHaveLength(1);
    await store.close();
    const again = await reopen(dir);
    expect(again.warnings).toEqual([]);
    await again.close();
  });

  it('builds a missing and a damaged index anew', async () => {
    const { dir, ids } = await filled();
    await rm(segment(dir, 1).replace('ndjson', 'index'));
    await appendFile(segment(dir, 2).replace('ndjson', 'index'), 'garbage');
    const store = await reopen(dir);
    expect(await store.matching([])).toEqual(ids.toReversed());
    await store.close();
  });

  it('migrates a segment of format 0 and refuses one of a later format', async () => {
    const { dir, ids } = await filled();
    const text = await readFile(segment(dir, 1), 'utf8');
    await writeFile(segment(dir, 1), text.slice(text.indexOf('\n') + 1));
    const store = await reopen(dir);
    expect(store.warnings).toEqual([]);
    expect(await store.matching([])).toHaveLength(ids.length);
    await store.close();
    expect(await readFile(segment(dir, 1), 'utf8')).toBe(text);
    await writeFile(segment(dir, 1), text.replace('"version":1', '"version":2'));
    expect(await openLowdbStore({ dataDir: dir, clock: testClock })).toMatchObject({
      ok: false,
      error: { kind: 'newer-format' },
    });
  });

  it('stays right after retention rewrote and removed segments', async () => {
    const { dir, ids } = await filled();
    let store = await reopen(dir);
    const limits = { keepEvents: 2, keepDays: 1e6, keepBytes: 1e12 };
    const gone = await store.retain(limits, {
      now: testClock.now(),
      hiddenBefore: '1970-01-01T00:00:00.000Z',
    });
    expect(gone).toEqual(ids.slice(0, 3));
    expect(await readdir(join(dir, 'segments'))).not.toContain('000001.ndjson');
    const counts = store.counts();
    await store.close();
    store = await reopen(dir);
    expect(await store.matching([])).toEqual(ids.slice(3).reverse());
    expect(store.counts()).toEqual(counts);
    await store.close();
  });
});

describe('durability', () => {
  it('syncs the blob, then writes the record, then syncs it, then says durable', async () => {
    const trace: string[] = [];
    const store = await openStore(await dataDirectory(), { file: traced(trace), inlineLimit: 4 });
    const { record } = await buildEvent(store, 'larger than four');
    trace.push('append');
    const commit = store.append(record);
    await commit.durable;
    trace.push('durable');
    const steps = trace.filter((step) => !/^(settings|\/)/.test(step));
    expect(steps.filter((step) => step !== 'segments dir')).toEqual([
      'blobs write',
      'blobs sync',
      'blobs rename',
      'blobs dir',
      'blobs dir',
      'append',
      'segments write',
      'segments write',
      'segments sync',
      'durable',
    ]);
    await store.close();
  });

  it('forces what is written in the very moment in which somebody asks for it', async () => {
    let begun = 0;
    const file: FilePort = {
      ...nodeFiles,
      async open(path) {
        const opened = await nodeFiles.open(path);
        const sync = () => {
          begun += path.includes('segments') ? 1 : 0;
          return opened.sync();
        };
        return { ...opened, sync };
      },
    };
    const store = await openStore(await dataDirectory(), { file });
    await addEvent(store);
    const commit = store.append((await buildEvent(store)).record);
    expect(await commit.written).toEqual({ ok: true });
    expect(begun).toBe(1);
    const durable = commit.durable;
    expect(begun).toBe(2);
    expect(await durable).toEqual({ ok: true });
    await store.close();
  });

  it('writes what was appended for later with the next append, or by itself', async () => {
    const trace: string[] = [];
    const dir = await dataDirectory();
    const store = await openStore(dir, { file: traced(trace) });
    const id = await addEvent(store);
    const reply = (statusCode: number) =>
      store.appendLater({
        type: 'reply',
        seq: store.nextSeq(),
        eventId: id,
        reply: { statusCode, source: 'ack', sentAt: '2026-11-21T12:00:00.000Z' },
      });
    trace.length = 0;
    reply(201);
    expect((await store.event(id))?.reply?.statusCode).toBe(201);
    await addEvent(store);
    expect(trace).toEqual(['segments write', 'segments sync']);
    reply(202);
    await vi.waitFor(() => expect(trace).toHaveLength(4));
    expect(trace.slice(2)).toEqual(['segments write', 'segments sync']);
    reply(203);
    await store.close();
    const again = await openStore(dir);
    expect((await again.event(id))?.reply?.statusCode).toBe(203);
    await again.close();
  });

  it('takes a failed write back, leaves no trace of it and goes on', async () => {
    let failing = false;
    const dir = await dataDirectory();
    const store = await openStore(dir, { file: failingFiles(() => failing) });
    const kept = await addEvent(store);
    failing = true;
    const { record } = await buildEvent(store);
    const commit = store.append(record);
    expect(await commit.written).toMatchObject({ ok: false, error: { kind: 'disk-full' } });
    expect(await store.matching([])).toEqual([kept]);
    expect(store.counts().events).toBe(1);
    failing = false;
    const next = await addEvent(store);
    expect(await store.matching([])).toEqual([next, kept]);
    const lines = (await readFile(segment(dir, 1), 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).type)).toEqual([undefined, 'event', 'event']);
    await store.close();
  });
});

describe('two processes', () => {
  let program: string;
  beforeAll(async () => {
    program = join(await dataDirectory(), 'child.mjs');
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
    const dataDir = await dataDirectory();
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
    const dataDir = await dataDirectory();
    await (await acquireLock(dataDir))?.release();
    const locks = await Promise.all(Array.from({ length: 20 }, () => acquireLock(dataDir)));
    const held = locks.filter((lock) => lock !== null);
    expect(held).toHaveLength(1);
    await held[0]?.release();
  });

  it('keep what fitted when the disk is full', async () => {
    const dataDir = await dataDirectory();
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

function traced(trace: string[]): FilePort {
  const place = (path: string) =>
    ['settings', 'segments', 'blobs'].find((name) => path.includes(name)) ?? path;
  return {
    ...nodeFiles,
    async open(path) {
      const file = await nodeFiles.open(path);
      const name = place(path);
      return {
        ...file,
        append: async (bytes) => {
          await file.append(bytes);
          trace.push(`${name} write`);
        },
        appendNow: (bytes) => {
          file.appendNow(bytes);
          trace.push(`${name} write`);
        },
        sync: async () => {
          await file.sync();
          trace.push(`${name} sync`);
        },
      };
    },
    async rename(from, to) {
      await nodeFiles.rename(from, to);
      trace.push(`${place(to)} rename`);
    },
    async syncDir(path) {
      await nodeFiles.syncDir(path);
      trace.push(`${place(path)} dir`);
    },
  };
}

function failingFiles(failing: () => boolean): FilePort {
  return {
    ...nodeFiles,
    async open(path) {
      const file = await nodeFiles.open(path);
      const append = async (bytes: Uint8Array) => {
        if (!failing()) return file.append(bytes);
        await file.append(bytes.subarray(0, 10));
        throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
      };
      const appendNow = (bytes: Uint8Array) => {
        if (!failing()) return file.appendNow(bytes);
        file.appendNow(bytes.subarray(0, 10));
        throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
      };
      return { ...file, append, appendNow };
    },
  };
}
