import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { load } from './helpers.ts';
import { startHooktap } from './hooktap.ts';
import type { Setting } from './setting.ts';

/** Twelve characters, as wide as a reference; it stands in the middle of each filled data directory once. */
export const needle = 'quartzneedle';

let made = 0;

/** A data directory that does not exist yet. */
export const freshDataDir = (setting: Setting): string => join(setting.scratch, `data-${++made}`);

/** A data directory with so many events, filled through the command line once in a run. Not to be written to. */
export async function filledDataDir(setting: Setting, events: number): Promise<string> {
  const dataDir = join(setting.scratch, `filled-${events}`);
  if (existsSync(dataDir)) return dataDir;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  process.stderr.write(`filling a data directory with ${events} events…\n`);
  const hooktap = await startHooktap(setting, dataDir);
  const half = Math.floor(events / 2);
  const loop = { port: hooktap.receiverPort, connections: 32 };
  const more = { maxMs: 240_000 };
  const first = await load(setting, { ...loop, requests: half - 1 }, { ...more, needle });
  const second = await load(setting, { ...loop, requests: events - half }, more);
  await untilSearchFiles(join(dataDir, 'segments'));
  await hooktap.child.stop();
  const stored = first.completed + 1 + second.completed;
  if (stored !== events) throw new Error(`Only ${stored} of ${events} events were stored in time.`);
  return dataDir;
}

/**
 * What makes a segment fast to search is written in quiet moments, and a flood has none: the store is given what any
 * has that is not stopped within seconds of a hundred thousand captures.
 */
async function untilSearchFiles(segments: string): Promise<void> {
  const until = Date.now() + 120_000;
  for (;;) {
    const names = readdirSync(segments);
    const count = (kind: string) => names.filter((name) => name.endsWith(kind)).length;
    // The last segment is still written to.
    const wanted = count('.ndjson') - 1;
    if (count('.text') >= wanted && count('.facts') >= wanted) return;
    if (Date.now() > until) throw new Error(`The search files of ${segments} were not made in time.`);
    await sleep(100);
  }
}

/**
 * A copy to be written to; `discard` when done. It is on disk by then, as what was kept earlier is: else every sync of
 * the measured store would have to wait for it.
 */
export async function copyOfFilled(
  setting: Setting,
  events: number,
): Promise<{ dataDir: string; discard(): void }> {
  const dataDir = freshDataDir(setting);
  // `cp` keeps times to the nanosecond; the store takes an index for stale whose segment has another time.
  execFileSync('cp', ['-a', await filledDataDir(setting, events), dataDir]);
  execFileSync('sync');
  return { dataDir, discard: () => rmSync(dataDir, { recursive: true, force: true }) };
}
