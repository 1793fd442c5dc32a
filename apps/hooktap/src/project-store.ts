import { type Store, systemClock } from '@hooktap/core';
import { openLowdbStore } from '@hooktap/store';
import { Failure } from './failure.ts';
import { removeInstance } from './instance-file.ts';

/** Opens the project's events for this process alone. */
export async function openStore(dataDir: string): Promise<Store> {
  const opened = await openLowdbStore({ dataDir, clock: systemClock });
  if (!opened.ok) throw new Failure(opened.error.message);
  // One of a run that was killed: from now on the lock is ours, and it would send commands elsewhere.
  removeInstance(dataDir);
  return opened.store;
}
