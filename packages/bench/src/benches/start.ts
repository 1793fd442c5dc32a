import { Child } from '../child.ts';
import { freshDataDir } from '../filled-data.ts';
import type { Finding } from '../finding.ts';
import { hooktapArguments } from '../hooktap.ts';
import type { Setting } from '../setting.ts';
import { median } from '../statistics.ts';

async function bareNode(): Promise<number> {
  const began = performance.now();
  await new Child('node -e 0', ['-e', '0']).ended;
  return performance.now() - began;
}

async function toReady(setting: Setting, dataDir: string): Promise<number> {
  const began = performance.now();
  const child = new Child('hooktap', hooktapArguments(setting, dataDir, ['--json']));
  await child.line(30_000);
  const ms = performance.now() - began;
  await child.stop();
  return ms;
}

/** From the start of the process to the ready line, everything warm: the first run of each is thrown away. */
export async function start(setting: Setting): Promise<Finding[]> {
  const dataDir = freshDataDir(setting);
  const bare: number[] = [];
  const ours: number[] = [];
  for (let number = 0; number < (setting.quick ? 4 : 10); number++) {
    bare.push(await bareNode());
    ours.push(await toReady(setting, dataDir));
  }
  bare.shift();
  ours.shift();
  const ratios = ours.map((ms, round) => ms / (bare[round] ?? Number.NaN));
  return [
    {
      bench: 'start',
      measure: 'to the ready line',
      unit: 'ms',
      value: median(ours),
      reference: { what: 'node -e 0', value: median(bare), unit: 'ms' },
      rounds: ours,
    },
    {
      bench: 'start',
      measure: 'over node -e 0',
      unit: 'x',
      value: median(ratios),
      rounds: ratios,
      goal: { atMost: 2.5 },
    },
  ];
}
