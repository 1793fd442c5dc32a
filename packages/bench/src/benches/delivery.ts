import { freshDataDir } from '../filled-data.ts';
import type { Finding } from '../finding.ts';
import { load, startServer } from '../helpers.ts';
import { startHooktap } from '../hooktap.ts';
import type { LoadResult } from '../programs/load.ts';
import type { Setting } from '../setting.ts';
import { median } from '../statistics.ts';

interface Pair {
  readonly direct: LoadResult;
  readonly through: LoadResult;
}

/** What going through Hooktap costs a sender that waits for the handler's own reply. */
export async function delivery(setting: Setting): Promise<Finding[]> {
  const handler = await startServer(setting, 'sink');
  const hooktap = await startHooktap(setting, freshDataDir(setting), [`127.0.0.1:${handler.port}`]);
  const few = setting.quick ? 4 : 1;
  const one: Pair[] = [];
  const sixteen: Pair[] = [];
  const pair = async (connections: number, requests: number, number: number): Promise<Pair> => {
    const on = (port: number) => load(setting, { port, connections, requests }, { warmUp: requests / 2 });
    if (number % 2 === 0) return { direct: await on(handler.port), through: await on(hooktap.receiverPort) };
    const through = await on(hooktap.receiverPort);
    return { direct: await on(handler.port), through };
  };
  for (let number = 0; number < (setting.quick ? 2 : 5); number++) {
    one.push(await pair(1, 2000 / few, number));
    sixteen.push(await pair(16, 8000 / few, number));
  }
  await hooktap.child.stop();
  await handler.child.stop();

  const added = (at: 'p50' | 'p99'): Finding => {
    const rounds = one.map(({ through, direct }) => through[at] - direct[at]);
    return {
      bench: 'delivery',
      measure: `c1 ${at} added`,
      unit: 'ms',
      value: median(rounds),
      reference: { what: `direct ${at}`, value: median(one.map(({ direct }) => direct[at])), unit: 'ms' },
      ratio: median(one.map(({ through, direct }) => through[at] / direct[at])),
      rounds,
    };
  };
  const shares = sixteen.map(({ through, direct }) => through.perSecond / direct.perSecond);
  const rates = sixteen.map(({ through }) => through.perSecond);
  const direct = median(sixteen.map((round) => round.direct.perSecond));
  return [
    added('p50'),
    added('p99'),
    {
      bench: 'delivery',
      measure: 'c16 requests',
      unit: 'req/s',
      value: median(rates),
      reference: { what: 'direct', value: direct, unit: 'req/s' },
      ratio: median(shares),
      rounds: rates,
    },
  ];
}
