import { appendFile, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLowdbStore } from './open-lowdb-store.ts';
import { addEvent, deliveryOf, testClock } from './testing-events.ts';
import { newDataDir, openStore, segmentFile as segment } from './testing-store.ts';

/** A store with five events, two a segment, closed again. */
async function filled() {
  const dir = await newDataDir();
  const store = await openStore(dir, { segmentEvents: 2 });
  const ids = [];
  for (let count = 0; count < 5; count++) ids.push(await addEvent(store, `{"n":"event-${count}"}`));
  await store.close();
  return { dir, ids };
}
/** All files below a folder but the lock's, by path. */
async function contentsOf(dir: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !entry.name.startsWith('lock')) found[path] = await readFile(path, 'latin1');
  }
  return found;
}
const reopen = (dir: string) => openStore(dir, { segmentEvents: 2 });

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
    expect(store.warnings).toMatchObject([
      { message: expect.stringContaining(segment(dir, 1)), parts: [{ code: 'segment-damaged' }] },
    ]);
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

  it('takes the notes of an earlier index over without reading the segment', async () => {
    const { dir, ids } = await filled();
    // Whoever read it would find this line damaged.
    const text = await readFile(segment(dir, 1), 'utf8');
    await writeFile(segment(dir, 1), text.replace('"type":"event"', '"type":"EVENT"'));
    const { size: bytes, mtimeMs } = await stat(segment(dir, 1));
    const index = segment(dir, 1).replace('ndjson', 'index');
    const [head = '', ...notes] = (await readFile(index, 'utf8')).split('\n');
    const now = JSON.parse(head) as { summary: object };
    const summary = { ...now.summary, strays: [], strayReadings: [] };
    const earlier = { ...now, version: 2, segment: { bytes, mtimeMs }, summary };
    await writeFile(index, [JSON.stringify(earlier), ...notes].join('\n'));
    await rm(join(dir, 'segments', 'manifest'));
    const store = await reopen(dir);
    expect(store.warnings).toEqual([]);
    expect(store.counts().events).toBe(ids.length);
    await store.close();
    expect(await readFile(index, 'utf8')).toMatch(/^\{"version":3,/);
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

  it.each([
    ['settings', (dir: string) => writeFile(join(dir, 'settings.json'), '{"version":2}')],
    [
      'a segment',
      async (dir: string) => {
        const text = await readFile(segment(dir, 3), 'utf8');
        await writeFile(segment(dir, 3), text.replace('"version":1', '"version":2'));
      },
    ],
  ])('changes nothing where %s of a later format lie', async (_what, makeNewer) => {
    const { dir } = await filled();
    await makeNewer(dir);
    // What an opening would mend and tidy away.
    await rm(join(dir, 'segments/manifest'));
    await rm(segment(dir, 1).replace('ndjson', 'index'));
    await appendFile(segment(dir, 2), 'torn');
    await writeFile(join(dir, 'segments/left.tmp'), '');
    await writeFile(join(dir, 'blobs/left.tmp'), '');
    const before = await contentsOf(dir);
    const found = await openLowdbStore({ dataDir: dir, clock: testClock });
    expect(found).toMatchObject({ ok: false, error: { kind: 'newer-format' } });
    expect(await contentsOf(dir)).toEqual(before);
  });

  it('builds an index and a manifest of an older version anew', async () => {
    const { dir, ids } = await filled();
    const store = await reopen(dir);
    const [first] = ids;
    if (!first) throw new Error('nothing to change');
    // A line about it in a segment that is not its own.
    store.append({ type: 'annotation', seq: store.nextSeq(), eventId: first, marks: { pinned: true } });
    await store.close();
    const manifest = join(dir, 'segments/manifest');
    const current = await readFile(manifest, 'utf8');
    await writeFile(manifest, current.replace(/^hooktap manifest \d+/, 'hooktap manifest 2'));
    for (const number of [1, 2, 3]) {
      const path = segment(dir, number).replace('ndjson', 'index');
      const [head = '', notes = ''] = (await readFile(path, 'utf8')).split('\n');
      const { summary, ...rest } = JSON.parse(head);
      const before = { ...rest, version: 2, summary: { ...summary, strays: [first], strayReadings: [] } };
      await writeFile(path, `${JSON.stringify(before)}\n${notes}\n`);
    }
    const again = await reopen(dir);
    expect(again.warnings).toEqual([]);
    expect(await again.matching([])).toEqual(ids.toReversed());
    expect((await again.listItem(first))?.pinned).toBe(true);
    await again.close();
    expect(await readFile(segment(dir, 1).replace('ndjson', 'index'), 'utf8')).not.toContain('"version":2');
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
    expect((await store.recentChanges(10)).at(-1)).toMatchObject({ type: 'event.deleted', ids: gone });
    await store.close();
  });
});
