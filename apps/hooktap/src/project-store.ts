import { type Store, systemClock } from '@hooktap/core';
import { lockHolder, openLowdbStore } from '@hooktap/store';
import { Failure } from './failure.ts';

/** Opens the project's events for this process alone. */
export async function openStore(dataDir: string): Promise<Store> {
  const opened = await openLowdbStore({ dataDir, clock: systemClock });
  if (opened.ok) return opened.store;
  throw new Failure(opened.error.message);
}

/** The process that has the data directory open; null where there is none. */
export const holderOf = (dataDir: string) => lockHolder(dataDir);
