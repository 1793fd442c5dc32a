import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '@hooktap/core';
import { afterAll } from 'vitest';
import { type LowdbStoreOptions, openLowdbStore } from './open-lowdb-store.ts';
import { testClock } from './testing-events.ts';

const made: string[] = [];
afterAll(() => Promise.all(made.map((dir) => rm(dir, { recursive: true, force: true }))));

/** A folder of its own, gone after the tests of the file. */
export async function newDataDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'hooktap-store-'));
  made.push(dir);
  return dir;
}

export async function openStore(dataDir: string, options: Partial<LowdbStoreOptions> = {}): Promise<Store> {
  const result = await openLowdbStore({ dataDir, clock: testClock, ...options });
  if (!result.ok) throw new Error(result.error.message);
  return result.store;
}

/** Of the segment with this number. */
export const segmentFile = (dataDir: string, number: number): string =>
  join(dataDir, 'segments', `${String(number).padStart(6, '0')}.ndjson`);

/** The files of this kind beside the segments, the oldest first. */
export async function filesOf(dir: string, kind: 'text' | 'facts'): Promise<string[]> {
  const names = await readdir(join(dir, 'segments'));
  return names
    .filter((name) => name.endsWith(`.${kind}`))
    .toSorted()
    .map((name) => join(dir, 'segments', name));
}
