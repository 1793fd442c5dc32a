import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Child } from './child.ts';
import type { Setting } from './setting.ts';

export interface RunningHooktap {
  readonly child: Child;
  readonly receiverPort: number;
  readonly inspector: URL;
  readonly token: string;
}

const keepAll = '--keep-events 1000000 --keep-days 3650 --keep-bytes 100gb'.split(' ');

/**
 * The arguments of node that start the built command line, without tunnel and without a browser. It prints what a
 * person would see: a banner, then one line for each event.
 */
export function hooktapArguments(setting: Setting, dataDir: string, more: readonly string[] = []): string[] {
  if (!existsSync(join(setting.bin, '../../dist/launch.cjs'))) {
    throw new Error('Hooktap is not built. Run: node packages/tooling/scripts/build.mjs');
  }
  return [
    setting.bin,
    ...more,
    ...'--no-tunnel --no-open --port 0 --ui-port 0'.split(' '),
    ...keepAll,
    '--data-dir',
    dataDir,
  ];
}

const inspectorRow = /^ +Inspector +(\S+)\/#token=(\S+)$/;
const receiverRow = /^ +Receiver +(\S+)$/;

/** The first line of `child` that fits, which has to come among its first. */
async function row(child: Child, pattern: RegExp): Promise<RegExpExecArray> {
  for (let looked = 0; looked < 20; looked++) {
    const found = pattern.exec(await child.text(30_000));
    if (found) return found;
  }
  throw new Error(`The banner of hooktap has no line like ${pattern}.`);
}

/** Starts the built command line as a user would and waits for its banner, which comes when everything listens. */
export async function startHooktap(
  setting: Setting,
  dataDir: string,
  target: readonly string[] = [],
): Promise<RunningHooktap> {
  const profiling = setting.profile ? ['--cpu-prof', `--cpu-prof-dir=${setting.profile}`] : [];
  const child = new Child('hooktap', [...profiling, ...hooktapArguments(setting, dataDir, target)]);
  const [, inspector = '', token = ''] = await row(child, inspectorRow);
  const [, receiver = ''] = await row(child, receiverRow);
  child.ignoreOutput();
  return { child, receiverPort: Number(new URL(receiver).port), inspector: new URL(inspector), token };
}
