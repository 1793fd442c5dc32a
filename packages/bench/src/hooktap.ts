import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Child } from './child.ts';
import type { Setting } from './setting.ts';

interface Ready {
  readonly type: 'ready';
  readonly inspector: string;
  readonly receiver: string;
  readonly token: string;
}

export interface RunningHooktap {
  readonly child: Child;
  readonly receiverPort: number;
  readonly inspector: URL;
  readonly token: string;
}

const keepAll = '--keep-events 1000000 --keep-days 3650 --keep-bytes 100gb'.split(' ');

/** The arguments of node that start the built command line, without tunnel and without a browser. */
export function hooktapArguments(
  setting: Setting,
  dataDir: string,
  target: readonly string[] = [],
): string[] {
  if (!existsSync(join(setting.bin, '../../dist/main.js'))) {
    throw new Error('Hooktap is not built. Run: node packages/tooling/scripts/build.mjs');
  }
  return [
    setting.bin,
    ...target,
    ...'--no-tunnel --no-open --json --port 0 --ui-port 0'.split(' '),
    ...keepAll,
    '--data-dir',
    dataDir,
  ];
}

/** Starts the built command line as a user would and waits for its ready line. */
export async function startHooktap(
  setting: Setting,
  dataDir: string,
  target: readonly string[] = [],
): Promise<RunningHooktap> {
  const profiling = setting.profile ? ['--cpu-prof', `--cpu-prof-dir=${setting.profile}`] : [];
  const child = new Child('hooktap', [...profiling, ...hooktapArguments(setting, dataDir, target)]);
  const ready = await child.line<Ready>(30_000);
  if (ready.type !== 'ready')
    throw new Error(`The first line of hooktap is not 'ready' but '${ready.type}'.`);
  child.ignoreOutput();
  return {
    child,
    receiverPort: Number(new URL(ready.receiver).port),
    inspector: new URL(ready.inspector),
    token: ready.token,
  };
}
