import { Child } from '../child.ts';
import { filledDataDir, needle } from '../filled-data.ts';
import type { Finding } from '../finding.ts';
import type { ReopenOptions, ReopenResult } from '../programs/reopen.ts';
import type { Setting } from '../setting.ts';
import { median } from '../statistics.ts';

const longestMs = 300_000;

/** A fresh process on a long history: when it shows the newest page, and when a search of it all has its answer. */
export async function reopen(setting: Setting): Promise<Finding[]> {
  const events = setting.quick ? 10_000 : 100_000;
  const dataDir = await filledDataDir(setting, events);
  const results: ReopenResult[] = [];
  for (let number = 0; number < (setting.quick ? 2 : 5); number++) {
    const child = new Child('reopen', [
      setting.reopenProgram,
      JSON.stringify({ dataDir, needle } satisfies ReopenOptions),
    ]);
    const result = await child.line<ReopenResult>(longestMs);
    await child.ended;
    if (result.events !== events) throw new Error(`${result.events} of ${events} events were there again.`);
    if (result.found !== 1) throw new Error(`The search found ${result.found} events, not one.`);
    results.push(result);
  }
  const line = (
    measure: string,
    unit: Finding['unit'],
    figure: (result: ReopenResult) => number,
    more: Partial<Finding> = {},
  ): Finding => {
    const rounds = results.map(figure);
    return { bench: `reopen @${events}`, measure, unit, value: median(rounds), rounds, ...more };
  };
  return [
    line('opened', 'ms', (result) => result.openMs),
    line('newest page', 'ms', (result) => result.pageMs, { goal: { atMost: 50 } }),
    line('searched', 'ms', (result) => result.searchedMs, { goal: { atMost: 500 } }),
    line('the search alone', 'ms', (result) => result.searchedMs - result.pageMs),
    line('RSS with the newest page', 'MB', (result) => result.pageRssMb),
    line('RSS after the search', 'MB', (result) => result.rssMb, { goal: { atMost: 120 } }),
  ];
}
