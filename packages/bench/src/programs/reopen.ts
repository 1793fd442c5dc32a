import { systemClock } from '@hooktap/core';
import { openLowdbStore } from '@hooktap/store';
import { say } from './line.ts';

export interface ReopenOptions {
  readonly dataDir: string;
  /** A word that occurs in one event. */
  readonly needle: string;
}

export interface ReopenResult {
  readonly events: number;
  /** All three from the moment at which opening began. */
  readonly openMs: number;
  readonly pageMs: number;
  readonly searchedMs: number;
  readonly found: number;
  readonly pageRssMb: number;
  readonly rssMb: number;
}

const rssMb = () => process.memoryUsage.rss() / 2 ** 20;

/**
 * Opens a store as a fresh process, reads the newest page, then searches it all for one word. It is started as the
 * command line is, by the code that V8 kept: `node launch.cjs <options as JSON>`.
 */
export async function main(keepCode: () => void): Promise<void> {
  const { dataDir, needle } = JSON.parse(process.argv[2] ?? '') as ReopenOptions;
  const began = performance.now();
  const since = () => performance.now() - began;
  const opened = await openLowdbStore({ dataDir, clock: systemClock });
  if (!opened.ok) throw new Error(opened.error.message);
  const { store } = opened;
  const openMs = since();
  await store.page({ words: [], limit: 50 });
  const pageMs = since();
  const pageRssMb = rssMb();
  const { items } = await store.page({ words: [needle], limit: 50 });
  const searchedMs = since();
  const result: ReopenResult = {
    events: store.counts().events,
    openMs,
    pageMs,
    searchedMs,
    found: items.length,
    pageRssMb,
    rssMb: rssMb(),
  };
  await store.close();
  say(result);
  keepCode();
}
