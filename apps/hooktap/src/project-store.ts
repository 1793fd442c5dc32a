import { type Store, systemClock } from '@hooktap/core';
import { openLowdbStore } from '@hooktap/store';
import { Failure } from './failure.ts';
import { removeInstance } from './instance-file.ts';
import type { Output } from './output.ts';

/** Opens the project's events for this process alone. Whoever does tells of its warnings: the next one has none. */
export async function openStore(dataDir: string): Promise<Store> {
  const opened = await openLowdbStore({ dataDir, clock: systemClock });
  if (!opened.ok) throw new Failure(opened.error.message);
  // One of a run that was killed: from now on the lock is ours, and it would send commands elsewhere.
  removeInstance(dataDir);
  return opened.store;
}

/** The same, with its warnings beside what the command prints. */
export async function openStoreAside(dataDir: string, output: Output): Promise<Store> {
  const store = await openStore(dataDir);
  for (const { message } of store.warnings) output.aside(`Warning: ${message}`);
  return store;
}
