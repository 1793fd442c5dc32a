import { mkdir, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { dataPaths } from './data-paths.ts';
import { derivedBytes } from './derived-bytes.ts';
import { addEvent } from './testing-events.ts';
import { newDataDir, openStore } from './testing-store.ts';

it('counts what lies beside the segments, and not the segments', async () => {
  const paths = dataPaths(await newDataDir());
  await mkdir(paths.segments, { recursive: true });
  await writeFile(paths.segment(1), 'x'.repeat(100));
  await writeFile(paths.index(1), 'x'.repeat(7));
  await writeFile(paths.text(1), 'x'.repeat(5));
  expect(await derivedBytes(paths)).toBe(12);
});

it('grows with what is sealed', async () => {
  const store = await openStore(await newDataDir(), { segmentEvents: 2 });
  const before = await store.derivedBytes();
  for (const body of ['a', 'b', 'c']) await addEvent(store, body);
  await expect.poll(() => store.derivedBytes()).toBeGreaterThan(before);
  await store.close();
});
