import { readEventQuery, systemClock } from '@hooktap/core';
import { openLowdbStore } from '@hooktap/store';
import { say } from './line.ts';

export interface SearchOptions {
  readonly dataDir: string;
  readonly queries: readonly string[];
  readonly rounds: number;
}

export interface SearchResult {
  readonly events: number;
  /** How long each query took, in milliseconds, a list for each; the first of all is not in it. */
  readonly tookMs: readonly (readonly number[])[];
  readonly found: readonly number[];
}

/** Opens a store and asks its newest page of each query, one round after the other, as a screen does. */
export async function search({ dataDir, queries, rounds }: SearchOptions): Promise<void> {
  const opened = await openLowdbStore({ dataDir, clock: systemClock });
  if (!opened.ok) throw new Error(opened.error.message);
  const { store } = opened;
  const ask = async (q: string) => {
    const began = performance.now();
    const read = readEventQuery(q, systemClock.now(), store);
    if (!read.ok) throw new Error(read.error.message);
    const { matcher } = read.value;
    const { total } = await store.page({ words: [], limit: 50, ...(matcher && { matcher }) });
    return { took: performance.now() - began, total };
  };
  const tookMs: number[][] = queries.map(() => []);
  const found: number[] = [];
  // The first makes what later ones find at hand.
  for (const [place, q] of queries.entries()) found[place] = (await ask(q)).total;
  for (let round = 0; round < rounds; round++) {
    for (const [place, q] of queries.entries()) tookMs[place]?.push((await ask(q)).took);
  }
  const { events } = store.counts();
  await store.close();
  say({ events, tookMs, found } satisfies SearchResult);
}
