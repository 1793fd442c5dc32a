import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Store } from '@hooktap/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataPaths } from './data-paths.ts';
import { type FilePort, nodeFiles } from './file-port.ts';
import { openLowdbStore } from './open-lowdb-store.ts';
import { addEvent, buildEvent, deliveryOf, testClock } from './testing-events.ts';
import { newDataDir, openStore } from './testing-store.ts';

const everything = { keepEvents: 1e9, keepDays: 1e6, keepBytes: 1e12 };
const never = { now: testClock.now(), hiddenBefore: '1970-01-01T00:00:00.000Z' } as const;
const hash = (letter: string): string => letter.repeat(64);

describe('a lowdb store with trouble on disk', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await newDataDir();
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('takes back what could not be forced to disk, and goes on', async () => {
    let failing = false;
    const store = await openStore(dir, { file: syncFails(() => failing) });
    const kept = await addEvent(store);
    failing = true;
    const { record } = await buildEvent(store);
    expect(await store.append(record).durable).toMatchObject({ ok: false, error: { kind: 'unwritable' } });
    expect(await store.matching([])).toEqual([kept]);
    failing = false;
    const next = await addEvent(store);
    await store.close();
    const again = await openStore(dir);
    expect(again.warnings).toEqual([]);
    expect(await again.matching([])).toEqual([next, kept]);
    await again.close();
  });

  it('takes back with a failed sync what was written beside it, and nothing else', async () => {
    const gate = gatedSync();
    const store = await openStore(dir, { file: gate.files });
    const kept = await addEvent(store);
    const begun = gate.next();
    const [first, beside] = [await buildEvent(store), await buildEvent(store)];
    const lost = store.append(first.record).durable;
    const fail = await begun;
    const besideCommit = store.append(beside.record);
    // Written while the disk is still busy with the one before.
    expect(await besideCommit.written).toEqual({ ok: true });
    fail();
    expect(await lost).toMatchObject({ ok: false, error: { kind: 'unwritable' } });
    expect(await besideCommit.durable).toMatchObject({ ok: false, error: { kind: 'unwritable' } });
    expect(await store.matching([])).toEqual([kept]);
    const next = await addEvent(store);
    await store.close();
    const again = await openStore(dir);
    expect(again.warnings).toEqual([]);
    expect(await again.matching([])).toEqual([next, kept]);
    await again.close();
  });

  it('keeps its place where a sync fails of what came while the file was being opened', async () => {
    const gate = gatedSync();
    const opening = gatedOpen(gate.files);
    const store = await openStore(dir, { file: opening.files });
    const begun = gate.next();
    const [first, beside] = [await buildEvent(store), await buildEvent(store)];
    const lost = store.append(first.record).durable;
    const open = await opening.asked;
    // Written with the first, though nobody waits for it.
    store.appendLater(beside.record);
    open();
    const fail = await begun;
    fail();
    expect(await lost).toMatchObject({ ok: false, error: { kind: 'unwritable' } });
    const next = await addEvent(store);
    const inMemory = await store.matching([]);
    expect(inMemory).toContain(next);
    await store.close();
    const again = await openStore(dir);
    expect(again.warnings).toEqual([]);
    expect(await again.matching([])).toEqual(inMemory);
    for (const id of inMemory) expect(await again.event(id)).toMatchObject({ id });
    await again.close();
  });

  it('cuts off half a line before it writes again, where that failed at first', async () => {
    let failing = false;
    const store = await openStore(dir, { file: tears(() => failing) });
    const kept = await addEvent(store);
    failing = true;
    const { record } = await buildEvent(store);
    expect(await store.append(record).durable).toMatchObject({ ok: false });
    // Still cannot be cut off: nothing may be written behind it.
    const { record: second } = await buildEvent(store);
    expect(await store.append(second).durable).toMatchObject({ ok: false });
    failing = false;
    const next = await addEvent(store);
    await store.close();
    const again = await openStore(dir);
    expect(again.warnings).toEqual([]);
    for (const id of [next, kept]) expect(await again.event(id)).toMatchObject({ id });
    await again.close();
  });

  it('keeps or loses together what was appended at once, also where a segment becomes full amid it', async () => {
    const store = await openStore(dir, { file: noRoomFor('000002.ndjson') });
    const body = 'x'.repeat(60_000);
    for (let isRoom = true; isRoom; ) {
      const { id, record } = await buildEvent(store, body);
      const delivery = { type: 'delivery', delivery: deliveryOf(id, 'pending') } as const;
      const commits = [record, { ...delivery, seq: store.nextSeq() }].map((one) => store.append(one).written);
      const [event, first] = (await Promise.all(commits)).map(({ ok }) => ok);
      expect(first).toBe(event);
      expect(await store.event(id)).toEqual(event ? expect.objectContaining({ id }) : null);
      isRoom = event === true;
    }
    await store.close();
  });

  it('says what to do where the data directory cannot be written', async () => {
    const file = join(dir, 'file');
    await writeFile(file, '');
    const opened = await openLowdbStore({ dataDir: join(file, 'data'), clock: testClock });
    expect(opened).toMatchObject({ ok: false, error: { kind: 'unwritable' } });
    expect(!opened.ok && opened.error.message).toContain('--data-dir');
  });

  it('goes on from the last recorded number without its settings, and says that they are lost', async () => {
    const store = await openStore(dir);
    const id = await addEvent(store);
    await store.setSetting('tunnel', 'calm-owl');
    const seq = store.currentSeq();
    await store.close();
    await writeFile(join(dir, 'settings.json'), '{"version":1,');
    const again = await openStore(dir);
    expect(again.warnings).toEqual([
      expect.objectContaining({ message: expect.stringContaining('settings.json') }),
    ]);
    expect(again.setting('tunnel')).toBeUndefined();
    expect(again.nextSeq()).toBeGreaterThan(seq);
    expect(await again.matching([])).toEqual([id]);
    await again.close();
  });

  it('orders by number, not by clock', async () => {
    const store = await openStore(dir, { segmentEvents: 2 });
    const ids = [];
    for (const day of ['21', '20', '22', '19', '18']) {
      ids.push(await addEvent(store, 'x', { receivedAt: `2026-11-${day}T12:00:00.000Z` }));
    }
    expect(await store.matching([])).toEqual(ids.toReversed());
    expect(await store.matching(['post'])).toEqual(ids.toReversed());
    await store.close();
  });

  it('refuses to open where no numbers can be reserved, and gives the lock back', async () => {
    const failing: FilePort = {
      ...nodeFiles,
      rename: (from, to) =>
        to.endsWith('settings.json')
          ? Promise.reject(Object.assign(new Error('read-only'), { code: 'EROFS' }))
          : nodeFiles.rename(from, to),
    };
    const opened = await openLowdbStore({ dataDir: dir, clock: testClock, file: failing });
    expect(opened).toMatchObject({ ok: false, error: { kind: 'unwritable' } });
    const after = await openStore(dir);
    await after.close();
  });
});

describe('blobs that no record names', () => {
  let dir: string;
  let store: Store | undefined;
  beforeEach(async () => {
    dir = await newDataDir();
  });
  afterEach(async () => {
    await store?.close();
    await rm(dir, { recursive: true, force: true });
  });
  const leave = async (letter: string) => {
    const path = dataPaths(dir).blob(hash(letter));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, 'left by a crash');
    return path;
  };

  it('go with the first retention; those of records and of bodies on their way stay', async () => {
    store = await openStore(dir, { inlineLimit: 4, segmentEvents: 1 });
    const sealed = await addEvent(store, 'sealed body');
    const live = await addEvent(store, 'live body');
    const left = await leave('a');
    const { record } = await buildEvent(store, 'body on its way');
    await store.retain(everything, never);
    await expect(access(left)).rejects.toThrow();
    await store.append(record).durable;
    for (const [id, text] of [
      [sealed, 'sealed body'],
      [live, 'live body'],
      [record.event.id, 'body on its way'],
    ] as const) {
      const body = await store.body({ of: 'event', eventId: id });
      const pieces: Buffer[] = [];
      if (body) for await (const piece of body.read()) pieces.push(piece);
      expect(Buffer.concat(pieces).toString()).toBe(text);
    }
  });

  it('stay where damaged lines were set aside', async () => {
    store = await openStore(dir);
    const left = await leave('b');
    await mkdir(join(dir, 'damaged'));
    await store.retain(everything, never);
    expect(await readFile(left, 'utf8')).toBe('left by a crash');
  });
});

/** The next sync of a segment waits until it is told to fail; all others do as usual. */
function gatedSync(): { files: FilePort; next(): Promise<() => void> } {
  let began: ((fail: () => void) => void) | null = null;
  const files: FilePort = {
    ...nodeFiles,
    async open(path) {
      const file = await nodeFiles.open(path);
      const sync = () => {
        const tell = path.endsWith('.ndjson') ? began : null;
        if (!tell) return file.sync();
        began = null;
        return new Promise<void>((_, reject) => {
          tell(() => reject(Object.assign(new Error('input/output error'), { code: 'EIO' })));
        });
      };
      return { ...file, sync };
    },
  };
  const next = () =>
    new Promise<() => void>((resolve) => {
      began = resolve;
    });
  return { files, next };
}

/** The first segment's file is not open before it is told to be. */
function gatedOpen(inner: FilePort): { files: FilePort; asked: Promise<() => void> } {
  let tell: (open: () => void) => void = () => {};
  const asked = new Promise<() => void>((resolve) => {
    tell = resolve;
  });
  const files: FilePort = {
    ...inner,
    async open(path) {
      if (path.endsWith('.ndjson')) await new Promise<void>((open) => tell(open));
      return inner.open(path);
    },
  };
  return { files, asked };
}

/** While it fails, half of what is to be written is, and nothing can be cut off. */
function tears(failing: () => boolean): FilePort {
  const fault = () => Object.assign(new Error('input/output error'), { code: 'EIO' });
  return {
    ...nodeFiles,
    async open(path) {
      const file = await nodeFiles.open(path);
      if (!path.endsWith('.ndjson')) return file;
      return {
        ...file,
        appendNow(bytes) {
          if (!failing()) return file.appendNow(bytes);
          file.appendNow(bytes.subarray(0, bytes.length / 2));
          throw fault();
        },
        truncate: (length) => (failing() ? Promise.reject(fault()) : file.truncate(length)),
      };
    },
  };
}

/** The disk is full where this file is to be made. */
const noRoomFor = (name: string): FilePort => ({
  ...nodeFiles,
  open: (path) =>
    path.endsWith(name)
      ? Promise.reject(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }))
      : nodeFiles.open(path),
});

function syncFails(failing: () => boolean): FilePort {
  return {
    ...nodeFiles,
    async open(path) {
      const file = await nodeFiles.open(path);
      return {
        ...file,
        sync: () =>
          failing() && path.endsWith('.ndjson')
            ? Promise.reject(Object.assign(new Error('input/output error'), { code: 'EIO' }))
            : file.sync(),
      };
    },
  };
}
