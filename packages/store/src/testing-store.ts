import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '@hooktap/core';
import { type LowdbStoreOptions, openLowdbStore } from './open-lowdb-store.ts';
import { testClock } from './testing-events.ts';

/** A folder of its own, gone after the test. */
export async function newDataDir(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'hooktap-store-'));
}

export async function openStore(dataDir: string, options: Partial<LowdbStoreOptions> = {}): Promise<Store> {
  const result = await openLowdbStore({ dataDir, clock: testClock, ...options });
  if (!result.ok) throw new Error(result.error.message);
  return result.store;
}

/** Of the segment with this number. */
export const segmentFile = (dataDir: string, number: number): string =>
  join(dataDir, 'segments', `${String(number).padStart(6, '0')}.ndjson`);
