import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FilePort, nodeFiles } from './file-port.ts';
import { addEvent, buildEvent } from './testing-events.ts';
import { newDataDir, openStore, segmentFile as segment } from './testing-store.ts';

describe('durability', () => {
  it('syncs the blob, then writes the record, then syncs it, then says durable', async () => {
    const trace: string[] = [];
    const store = await openStore(await newDataDir(), { file: traced(trace), inlineLimit: 4 });
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
    const store = await openStore(await newDataDir(), { file });
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
    const dir = await newDataDir();
    const store = await openStore(dir, { file: traced(trace) });
    const id = await addEvent(store);
    const reply = (statusCode: number) =>
      store.appendLater({
        type: 'reply',
        seq: store.nextSeq(),
        eventId: id,
        reply: { statusCode, source: 'ack', sentAt: '2026-11-21T12:00:00.000Z' },
      });
    const { record } = await buildEvent(store);
    trace.length = 0;
    reply(201);
    await store.append(record).durable;
    expect(trace).toEqual(['segments write', 'segments sync']);
    reply(202);
    expect((await store.event(id))?.reply?.statusCode).toBe(202);
    await expect.poll(() => trace).toHaveLength(4);
    expect(trace.slice(2)).toEqual(['segments write', 'segments sync']);
    reply(203);
    await store.close();
    const again = await openStore(dir);
    expect((await again.event(id))?.reply?.statusCode).toBe(203);
    await again.close();
  });

  it('takes a failed write back, leaves no trace of it and goes on', async () => {
    let failing = false;
    const dir = await newDataDir();
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
    await store.close();
    const lines = (await readFile(segment(dir, 1), 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).type)).toEqual([undefined, 'event', 'event']);
  });

  it('appends into room made before, so that forcing it need not force a new length', async () => {
    const dir = await newDataDir();
    const store = await openStore(dir);
    await addEvent(store);
    const { size } = await stat(segment(dir, 1));
    const last = await addEvent(store);
    expect((await stat(segment(dir, 1))).size).toBe(size);
    const killed = await copyOf(segment(dir, 1));
    await store.close();
    const closed = await readFile(segment(dir, 1));
    expect(closed.includes(0)).toBe(false);
    const again = await openStore(killed);
    expect(again.warnings).toEqual([]);
    expect(await readFile(segment(killed, 1))).toEqual(closed);
    expect((await again.matching([]))[0]).toBe(last);
    await again.close();
  });

  it('keeps what was forced where a power cut tore what came after it', async () => {
    const dir = await newDataDir();
    const store = await openStore(dir);
    const kept = await addEvent(store);
    const forced = (await readFile(segment(dir, 1))).indexOf(0);
    await addEvent(store);
    const killed = await copyOf(segment(dir, 1), (file) => file.fill(0, forced, forced + 20));
    await store.close();
    const again = await openStore(killed);
    expect(await again.matching([])).toEqual([kept]);
    expect(again.warnings).toMatchObject([{ parts: [{ code: 'segment-damaged' }] }]);
    const next = await addEvent(again);
    await again.close();
    const third = await openStore(killed);
    expect(third.warnings).toEqual([]);
    expect(await third.matching([])).toEqual([next, kept]);
    await third.close();
  });

  it('goes on behind the last line where the room could not be cut off at closing', async () => {
    let stuck = true;
    const dir = await newDataDir();
    const file: FilePort = {
      ...nodeFiles,
      async open(path) {
        const opened = await nodeFiles.open(path);
        const truncate = (length: number) =>
          stuck && length > 0 ? Promise.reject(new Error('cannot cut')) : opened.truncate(length);
        return { ...opened, truncate };
      },
    };
    const store = await openStore(dir, { file });
    const first = await addEvent(store);
    await store.close();
    expect((await readFile(segment(dir, 1))).at(-1)).toBe(0);
    stuck = false;
    const again = await openStore(dir, { file });
    const second = await addEvent(again);
    await again.close();
    const third = await openStore(dir);
    expect(third.warnings).toEqual([]);
    expect(await third.matching([])).toEqual([second, first]);
    await third.close();
  });
});

/** A data directory whose one segment is as that file is now, and then changed. */
async function copyOf(file: string, change: (content: Buffer) => void = () => {}): Promise<string> {
  const content = await readFile(file);
  change(content);
  const dir = await newDataDir();
  await mkdir(dirname(segment(dir, 1)));
  await writeFile(segment(dir, 1), content);
  return dir;
}

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
