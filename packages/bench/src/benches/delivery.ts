import { freshDataDir } from '../filled-data.ts';
import type { Finding } from '../finding.ts';
import { load, startServer } from '../helpers.ts';
import { startHooktap } from '../hooktap.ts';
import type { LoadResult } from '../programs/load.ts';
import type { Setting } from '../setting.ts';
import { median } from '../statistics.ts';

/** The same load in one round: on the handler itself, through http-proxy, through Hooktap. */
interface Round {
  readonly direct: LoadResult;
  readonly proxied: LoadResult;
  readonly through: LoadResult;
}

/** What going through Hooktap costs a sender that waits for the handler's own reply. */
export async function delivery(setting: Setting): Promise<Finding[]> {
  const handler = await startServer(setting, 'sink');
  const proxy = await startServer(setting, 'http-proxy', { port: handler.port });
  const hooktap = await startHooktap(setting, freshDataDir(setting), [`127.0.0.1:${handler.port}`]);
  const ports = { direct: handler.port, proxied: proxy.port, through: hooktap.receiverPort };
  const few = setting.quick ? 4 : 1;
  const one: Round[] = [];
  const sixteen: Round[] = [];
  for (let number = 0; number < (setting.quick ? 2 : 5); number++) {
    one.push(await round(setting, ports, { connections: 1, requests: 2000 / few, number }));
    sixteen.push(await round(setting, ports, { connections: 16, requests: 8000 / few, number }));
  }
  await hooktap.child.stop();
  await proxy.child.stop();
  await handler.child.stop();
  return [...latencies(one), ...rates(sixteen)];
}

/** Each round begins with another, so that none is always first. */
async function round(
  setting: Setting,
  ports: Readonly<Record<keyof Round, number>>,
  { connections, requests, number }: { connections: number; requests: number; number: number },
): Promise<Round> {
  const names = ['direct', 'proxied', 'through'] as const;
  const results: Partial<Record<keyof Round, LoadResult>> = {};
  for (let place = 0; place < names.length; place++) {
    const name = names[(place + number) % names.length] ?? 'direct';
    results[name] = await load(
      setting,
      { port: ports[name], connections, requests },
      { warmUp: requests / 2 },
    );
  }
  return results as Round;
}

function latencies(rounds: readonly Round[]): Finding[] {
  const added = (who: 'proxied' | 'through', at: 'p50' | 'p99') =>
    rounds.map((one) => one[who][at] - one.direct[at]);
  const line = (at: 'p50' | 'p99'): Finding => ({
    bench: 'delivery',
    measure: `c1 ${at} added`,
    unit: 'ms',
    value: median(added('through', at)),
    reference: { what: `http-proxy adds ${at}`, value: median(added('proxied', at)), unit: 'ms' },
    rounds: added('through', at),
  });
  const theirs = added('proxied', 'p50');
  const times = added('through', 'p50').map((ms, index) => ms / (theirs[index] ?? ms));
  const over: Finding = {
    bench: 'delivery',
    measure: 'c1 p50 added, of what http-proxy adds',
    unit: 'x',
    value: median(times),
    rounds: times,
    goal: { atMost: 2.5 },
  };
  return [line('p50'), over, line('p99')];
}

function rates(rounds: readonly Round[]): Finding[] {
  const perSecond = (who: keyof Round) => rounds.map((one) => one[who].perSecond);
  const share = (who: keyof Round, more: Partial<Finding> = {}): Finding => {
    const shares = rounds.map((one) => one.through.perSecond / one[who].perSecond);
    const name = who === 'proxied' ? 'http-proxy' : who;
    return {
      bench: 'delivery',
      measure: `c16 share of ${name}`,
      unit: 'x',
      value: median(shares),
      reference: { what: name, value: median(perSecond(who)), unit: 'req/s' },
      rounds: shares,
      ...more,
    };
  };
  const rate: Finding = {
    bench: 'delivery',
    measure: 'c16 requests',
    unit: 'req/s',
    value: median(perSecond('through')),
    rounds: perSecond('through'),
  };
  return [rate, share('proxied', { goal: { atLeast: 1 } }), share('direct')];
}
