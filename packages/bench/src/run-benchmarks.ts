import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { capture } from './benches/capture.ts';
import { delivery } from './benches/delivery.ts';
import { hour } from './benches/hour.ts';
import { inspector } from './benches/inspector.ts';
import { recognise } from './benches/recognise.ts';
import { reopen } from './benches/reopen.ts';
import { search } from './benches/search.ts';
import { start } from './benches/start.ts';
import { stream } from './benches/stream.ts';
import { type Finding, goalMet } from './finding.ts';
import type { Setting } from './setting.ts';
import { table } from './table.ts';

const benches = { recognise, start, stream, delivery, reopen, search, inspector, hour, capture };
const names = Object.keys(benches);
const usage = `pnpm bench [--only ${names.join('|')}]… [--quick] [--profile DIR]`;

interface Run extends Omit<Setting, 'quick' | 'profile'> {
  readonly arguments: readonly string[];
  /** The file that gets the findings as JSON. */
  readonly results: string;
}

function asked(run: Run): { setting: Setting; only: readonly string[] } {
  const { values } = parseArgs({
    args: run.arguments.filter((argument) => argument !== '--'),
    options: {
      only: { type: 'string', multiple: true },
      quick: { type: 'boolean', default: false },
      profile: { type: 'string' },
    },
  });
  const only = values.only ?? names;
  const unknown = only.find((name) => !names.includes(name));
  if (unknown) throw new Error(`There is no benchmark '${unknown}'.`);
  const { arguments: _arguments, results: _results, ...parts } = run;
  const { quick, profile } = values;
  return { only, setting: { ...parts, quick, ...(profile ? { profile } : {}) } };
}

/** Runs what is asked for one after the other, prints the table and writes the figures; the exit code. */
export async function runBenchmarks(run: Run): Promise<number> {
  let request: ReturnType<typeof asked>;
  try {
    request = asked(run);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\nUsage: ${usage}`);
    return 2;
  }
  const { setting, only } = request;
  const findings: Finding[] = [];
  let exitCode = 0;
  for (const [name, bench] of Object.entries(benches)) {
    if (!only.includes(name)) continue;
    console.error(`${name}…`);
    try {
      findings.push(...(await bench(setting)));
    } catch (error) {
      console.error(`${name} failed: ${error instanceof Error ? error.message : error}`);
      exitCode = 1;
    }
  }
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown CPU'}, ${availableParallelism()} cores`;
  console.log(
    `\nNode ${process.versions.node}, ${machine}${setting.quick ? ', quick' : ''}; load on loopback only\n`,
  );
  console.log(table(findings));
  const at = new Date().toISOString();
  const lines = findings.map((finding) => ({ ...finding, met: goalMet(finding) }));
  const report = { at, node: process.versions.node, machine, quick: setting.quick, findings: lines };
  writeFileSync(run.results, `${JSON.stringify(report, null, 2)}\n`);
  return exitCode;
}
