import { copyOfFilled, freshDataDir } from '../filled-data.ts';
import type { Finding } from '../finding.ts';
import { load, residentMb, startServer } from '../helpers.ts';
import { startHooktap } from '../hooktap.ts';
import type { Setting } from '../setting.ts';
import { median } from '../statistics.ts';

interface Figures {
  readonly p50: number;
  readonly p99: number;
  readonly perSecond: number;
  readonly rssMb: number;
}

type Variant = 'bare' | 'durable' | number;

async function loaded(setting: Setting, pid: number, port: number): Promise<Figures> {
  const few = setting.quick ? 4 : 1;
  const one = await load(setting, { port, connections: 1, requests: 2000 / few }, { warmUp: 2000 / few });
  const many = await load(setting, { port, connections: 64, requests: 20_000 / few }, { warmUp: 4000 / few });
  return { p50: one.p50, p99: one.p99, perSecond: many.perSecond, rssMb: residentMb(pid) };
}

/** Each round has a process of its own on a fresh copy, so that each begins with just what is said to be stored. */
async function measure(setting: Setting, variant: Variant): Promise<Figures> {
  if (typeof variant === 'string') {
    const name = variant === 'bare' ? 'sink' : 'durable-sink';
    const sink = await startServer(setting, name, { path: freshDataDir(setting) });
    const figures = await loaded(setting, sink.child.pid, sink.port);
    await sink.child.stop();
    return figures;
  }
  const { dataDir, discard } = await copyOfFilled(setting, variant);
  const hooktap = await startHooktap(setting, dataDir);
  const figures = await loaded(setting, hooktap.child.pid, hooktap.receiverPort);
  await hooktap.child.stop();
  discard();
  return figures;
}

type Round = ReadonlyMap<Variant, Figures>;
const of = (round: Round, variant: Variant): Figures => {
  const figures = round.get(variant);
  if (!figures) throw new Error(`'${variant}' was not measured.`);
  return figures;
};

function findingsAt(stored: number, rounds: readonly Round[], least: number): Finding[] {
  const over = (figure: (round: Round) => number) => rounds.map(figure);
  const bench = `capture @${stored}`;
  const added = (round: Round, at: number) => of(round, at).p50 - of(round, 'bare').p50;
  const share = (round: Round, at: number) => of(round, at).perSecond / of(round, 'bare').perSecond;
  const bareP50 = median(over((round) => of(round, 'bare').p50));
  const bareRate = median(over((round) => of(round, 'bare').perSecond));
  const line = (
    measure: string,
    unit: Finding['unit'],
    figures: number[],
    more: Partial<Finding> = {},
  ): Finding => ({ bench, measure, unit, value: median(figures), rounds: figures, ...more });

  const lines = [
    line(
      'c1 p50 added',
      'ms',
      over((round) => added(round, stored)),
      {
        reference: { what: 'bare p50', value: bareP50, unit: 'ms' },
        ratio: median(over((round) => of(round, stored).p50 / of(round, 'bare').p50)),
        goal: { atMost: 0.6 },
      },
    ),
    line(
      'c1 p50 over the durable floor',
      'ms',
      over((round) => of(round, stored).p50 - of(round, 'durable').p50),
      {
        reference: {
          what: 'floor p50',
          value: median(over((round) => of(round, 'durable').p50)),
          unit: 'ms',
        },
        ratio: median(over((round) => of(round, stored).p50 / of(round, 'durable').p50)),
      },
    ),
    line(
      'c1 p99 added',
      'ms',
      over((round) => of(round, stored).p99 - of(round, 'bare').p99),
      {
        reference: { what: 'bare p99', value: median(over((round) => of(round, 'bare').p99)), unit: 'ms' },
      },
    ),
    line(
      'c64 requests',
      'req/s',
      over((round) => of(round, stored).perSecond),
      {
        reference: { what: 'bare', value: bareRate, unit: 'req/s' },
      },
    ),
    line(
      'c64 share of bare',
      'x',
      over((round) => share(round, stored)),
      { goal: { atLeast: 0.5 } },
    ),
    line(
      'c64 share of the floor',
      'x',
      over((round) => of(round, stored).perSecond / of(round, 'durable').perSecond),
      {
        reference: {
          what: 'floor',
          value: median(over((round) => of(round, 'durable').perSecond)),
          unit: 'req/s',
        },
      },
    ),
    line(
      'RSS after load',
      'MB',
      over((round) => of(round, stored).rssMb),
      {
        reference: { what: 'bare', value: median(over((round) => of(round, 'bare').rssMb)), unit: 'MB' },
        ...(stored === 100_000 ? { goal: { atMost: 120 } } : {}),
      },
    ),
  ];
  if (stored === least) return lines;
  const base = `@${least}`;
  return [
    ...lines,
    line(
      `c1 added, of ${base}`,
      '%',
      over((round) => (added(round, stored) / added(round, least)) * 100),
      {
        goal: { atMost: 115 },
      },
    ),
    line(
      `c64 share, of ${base}`,
      '%',
      over((round) => (share(round, stored) / share(round, least)) * 100),
      {
        goal: { atLeast: 85 },
      },
    ),
  ];
}

/** What keeping a request costs its sender, however much is stored: no target, no inspector open. */
export async function capture(setting: Setting): Promise<Finding[]> {
  const stored = setting.quick ? [100, 10_000] : [100, 10_000, 100_000];
  const variants: Variant[] = ['bare', 'durable', ...stored];
  const rounds: Round[] = [];
  for (let number = 0; number < (setting.quick ? 2 : 5); number++) {
    const round = new Map<Variant, Figures>();
    // Each round begins with another, so that none is always the first or the last.
    const first = number % variants.length;
    for (const variant of [...variants.slice(first), ...variants.slice(0, first)]) {
      round.set(variant, await measure(setting, variant));
    }
    rounds.push(round);
  }
  return stored.flatMap((events) => findingsAt(events, rounds, stored[0] ?? 0));
}
