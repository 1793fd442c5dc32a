import { filledDataDir, needle } from '../filled-data.ts';
import type { Finding } from '../finding.ts';
import { runHelper } from '../helpers.ts';
import type { SearchOptions, SearchResult } from '../programs/search.ts';
import type { Setting } from '../setting.ts';
import { median } from '../statistics.ts';

/** Each decided in another way: by the text, by facts, by both, by a look into bodies. */
const queries = [
  needle,
  'method:POST',
  `${needle} method:POST`,
  `method:POST -${needle}`,
  'path:/webhooks/* size:>1kb',
  `body:*${needle}*`,
  'is:pinned OR status:failed',
  'wordthatstandsnowhere',
];

const goals = [
  [10_000, 50],
  [100_000, 500],
] as const;

/** What the language asks for, over all that is stored, in a process that is already open. */
export async function search(setting: Setting): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [events, atMost] of setting.quick ? goals.slice(0, 1) : goals) {
    const dataDir = await filledDataDir(setting, events);
    const options: SearchOptions = { dataDir, queries, rounds: setting.quick ? 5 : 9 };
    const result = await runHelper<SearchResult>(setting, 'search', options);
    if (result.events !== events) throw new Error(`${result.events} of ${events} events were there again.`);
    if (result.found[0] !== 1) throw new Error(`The search found ${result.found[0]} events, not one.`);
    for (const [place, q] of queries.entries()) {
      const rounds = result.tookMs[place] ?? [];
      const measure = `${q} (${result.found[place]} found)`;
      findings.push({
        bench: `search @${events}`,
        measure,
        unit: 'ms',
        value: median(rounds),
        rounds,
        goal: { atMost },
      });
    }
  }
  return findings;
}
