import { resolve } from 'node:path';
import type { ExpectedAnswer, ReplayOnSave, RunResult, SaveRun } from '@hooktap/protocol';
import WebSocket from 'ws';
import { clockTime, duration } from '../event-line.ts';
import { type ExitCode, exitCode, Failure } from '../failure.ts';
import type { Output } from '../output.ts';
import type { Paint } from '../paint.ts';
import { clipped, printable } from '../printable.ts';
import { requireInstance } from '../running-instance.ts';

export interface WatchFlags {
  readonly q?: string;
  readonly settle?: string;
  /** Ends after the first whole run. */
  readonly once?: boolean;
  readonly json?: boolean;
}

type Watching = Extract<ReplayOnSave, { state: 'watching' }>;

/**
 * Has the running instance replay the chosen events whenever code in the folder changes, and says what came of each
 * run. Ctrl-C ends the watch. Exit code 1 where the last whole run was not all green.
 */
export async function watchFolder(
  dataDir: string,
  folder: string,
  { q, settle, once = false, json = false }: WatchFlags,
  output: Output,
): Promise<ExitCode> {
  const { origin, token } = await requireInstance(dataDir);
  const { createClient } = await import('@hooktap/client');
  const client = createClient({ origin, token, WebSocket });
  const asked = new AbortController();
  const interrupt = () => asked.abort();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  try {
    const { seq } = await client.status();
    const begun = await client.watchFolder({
      folder: resolve(folder),
      ...(q !== undefined && { q }),
      ...(settle !== undefined && { settle }),
    });
    if (begun.state !== 'watching') throw new Failure('The watch ended at once.');
    if (!json) output.aside(whatIsWatched(begun));
    let isGreen = true;
    let told = 0;
    for await (const message of client.stream({ after: seq, signal: asked.signal })) {
      if (message.type !== 'replay-on-save.changed') continue;
      const { replayOnSave } = message;
      if (json) output.json(replayOnSave);
      if (replayOnSave.state === 'off') throw new Failure(replayOnSave.reason ?? 'The watch was ended.');
      if (replayOnSave.since !== begun.since) throw new Failure('Another folder is watched in its place.');
      const { run } = replayOnSave;
      if (run?.state !== 'done' || run.number === told) continue;
      told = run.number;
      isGreen = run.results.length > 0 && run.results.every(({ verdict }) => verdict === 'met');
      if (!json) for (const line of linesOf(run, output.paint)) output.result(line);
      if (once) break;
    }
    const now = await client.replayOnSave();
    if (now.state === 'watching' && now.since === begun.since) await client.unwatchFolder();
    if (asked.signal.aborted) return exitCode.interrupted;
    return isGreen ? exitCode.done : exitCode.failed;
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}

const whatIsWatched = ({ folder, q, ignored }: Watching): string =>
  [
    `Watching ${printable(folder)}: at each change the events of '${printable(q)}' are replayed.`,
    `Not watched: ${ignored.join(', ')} and folders whose name begins with a dot.`,
    'Only the names of changed files are looked at; nothing in the folder is read or run. Ctrl-C ends it.',
  ].join('\n');

function linesOf({ startedAt, changed, changedCount, results, reason }: SaveRun, paint: Paint): string[] {
  const [first = 'asked for'] = changed;
  const more = changedCount > 1 ? ` and ${changedCount - 1} more` : '';
  const head = `${clockTime(new Date(startedAt))}  ${clipped(printable(first), 60)}${more}`;
  if (results.length === 0) return [head, `  ${paint('yellow', printable(reason ?? 'Nothing was sent.'))}`];
  const met = results.filter(({ verdict }) => verdict === 'met').length;
  const sum = paint(met === results.length ? 'green' : 'red', `${met} of ${results.length} as expected`);
  return [`${head}  ${sum}`, ...results.map((result) => lineOf(result, paint))];
}

function lineOf(result: RunResult, paint: Paint): string {
  const { verdict, method, path, eventType, statusCode, failure, tookMs, reason, eventId, expected } = result;
  const isMet = verdict === 'met';
  const what = eventType === null ? '' : ` (${clipped(printable(eventType), 60)})`;
  return [
    `  ${paint(isMet ? 'green' : 'red', isMet ? 'green' : verdict === 'skipped' ? 'not sent' : 'red')}`,
    printable(method).padEnd(6),
    `${clipped(printable(path), 80)}${what}`,
    `${statusCode ?? failure ?? '---'}`,
    ...(isMet ? [] : [`expected ${expectedWords(expected)}`]),
    duration(tookMs ?? null),
    eventId,
    ...(reason === undefined ? [] : [paint('red', printable(reason))]),
  ].join('  ');
}

const expectedWords = (expected: ExpectedAnswer): string =>
  expected.kind === 'success' ? '2xx' : String(expected.statusCode);
