import { access, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addEvent, testClock } from './testing-events.ts';
import { newDataDir, openStore } from './testing-store.ts';

describe('the manifest of segments', () => {
  let dir: string;
  const segments = () => join(dir, 'segments');
  const manifest = () => join(segments(), 'manifest');
  const open = () => openStore(dir, { segmentEvents: 1 });
  const fill = async (count: number) => {
    const store = await open();
    for (let done = 0; done < count; done++) await addEvent(store);
    const ids = await store.matching([]);
    await store.close();
    return ids;
  };
  const idsAtOpening = async () => {
    const store = await open();
    const found = { ids: await store.matching([]), counts: store.counts(), warnings: store.warnings };
    await store.close();
    return found;
  };
  beforeEach(async () => {
    dir = await newDataDir();
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('spares reading the indexes', async () => {
    await fill(3);
    await rm(join(segments(), '000001.index'));
    const store = await open();
    expect(store.counts().events).toBe(3);
    await expect(access(join(segments(), '000001.index'))).rejects.toThrow();
    await store.close();
  });

  it.each([
    ['is missing', async () => rm(manifest())],
    ['is empty', async () => writeFile(manifest(), '')],
    [
      'was changed',
      async () =>
        writeFile(manifest(), (await readFile(manifest(), 'utf8')).replace('"events":1', '"events":7')),
    ],
  ])('is done without where it %s', async (_, harm) => {
    const ids = await fill(3);
    await harm();
    expect(await idsAtOpening()).toMatchObject({ ids, counts: { events: 3 }, warnings: [] });
  });

  it('is not believed of segments that came, changed or went since', async () => {
    await fill(3);
    const old = await readFile(manifest());
    const store = await open();
    await addEvent(store);
    await addEvent(store);
    const limits = { keepEvents: 4, keepDays: 1e6, keepBytes: 1e12 };
    await store.retain(limits, { now: testClock.now(), hiddenBefore: '1970-01-01T00:00:00.000Z' });
    const ids = await store.matching([]);
    const counts = store.counts();
    await store.close();
    await writeFile(manifest(), old);
    expect(ids).toHaveLength(4);
    expect(await idsAtOpening()).toEqual({ ids, counts, warnings: [] });
  });

  it('comes back at an opening that read many indexes', async () => {
    const ids = await fill(12);
    await rm(manifest());
    const store = await open();
    await access(manifest());
    await store.close();
    expect((await idsAtOpening()).ids).toEqual(ids);
  });

  it('drafts and what lay beside a lost segment are tidied away', async () => {
    await fill(2);
    await writeFile(join(segments(), '000009.text'), 'left');
    await writeFile(join(segments(), '000001.text.0011.tmp'), 'half');
    await idsAtOpening();
    expect((await readdir(segments())).filter((name) => /9\.text|tmp/.test(name))).toEqual([]);
  });
});
