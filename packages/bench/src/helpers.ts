import { execFileSync } from 'node:child_process';
import { Child } from './child.ts';
import type { ClosedLoop } from './load/closed-loop.ts';
import type { LoadOptions, LoadResult } from './programs/load.ts';
import type { Setting } from './setting.ts';

const longest = 300_000;

/** Starts a helper that serves until it is stopped, and waits for its port. */
export async function startServer(
  setting: Setting,
  name: 'sink' | 'durable-sink' | 'http-proxy' | 'stream-sink',
  options: object = {},
): Promise<{ child: Child; port: number }> {
  const child = new Child(name, [setting.programs, 'program', name, JSON.stringify(options)]);
  const { port } = await child.line<{ port: number }>(10_000);
  return { child, port };
}

/** Runs a helper to its end; its one line of output. */
export async function runHelper<T>(setting: Setting, name: string, options: object): Promise<T> {
  const child = new Child(name, [setting.programs, 'program', name, JSON.stringify(options)]);
  const result = await child.line<T>(longest);
  await child.ended;
  return result;
}

/** One measured load on a port of this machine; every answer has to be a 2xx. */
export async function load(
  setting: Setting,
  loop: Pick<ClosedLoop, 'port' | 'connections' | 'requests'>,
  more: Partial<Pick<LoadOptions, 'warmUp' | 'needle'>> & { maxMs?: number } = {},
): Promise<LoadResult> {
  const { maxMs = 20_000, warmUp = 0, ...rest } = more;
  const options: LoadOptions = { ...rest, warmUp, loop: { path: '/webhooks/bench', maxMs, ...loop } };
  const result = await runHelper<LoadResult>(setting, 'load', options);
  if (result.otherThan2xx > 0) throw new Error(`${result.otherThan2xx} answers were not 2xx.`);
  return result;
}

/** Resident memory of a running process. */
export const residentMb = (pid: number): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
