import { setTimeout as pause } from 'node:timers/promises';
import type { Batch } from '@hooktap/protocol';
import { progressLine, summaryLines } from '../batch-report.ts';
import type { BatchCommands } from '../desk/event-desk.ts';
import { type ExitCode, exitCode } from '../failure.ts';
import type { Output } from '../output.ts';
import { printable } from '../printable.ts';
import { ProgressLine } from '../progress-line.ts';

const lookMs = 200;

/**
 * Follows a batch to its end and says what came of it. Ctrl-C cancels it: what is under way ends as usual. Exit code 1
 * where one did not succeed or was not sent.
 */
export async function followBatch(
  batches: BatchCommands,
  begun: Batch,
  json: boolean,
  output: Output,
): Promise<ExitCode> {
  const asked = new AbortController();
  const interrupt = () => asked.abort();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  const progress = new Progress(json, output);
  try {
    let batch = begun;
    while (batch.state === 'running') {
      progress.show(batch);
      await pause(lookMs, undefined, { signal: asked.signal }).catch(() => undefined);
      batch = asked.signal.aborted ? await cancelled(batches, batch) : await batches.get(batch.id);
    }
    progress.end(batch);
    return codeOf(batch, asked.signal.aborted, output);
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}

/** It may have come to its end meanwhile. */
async function cancelled(batches: BatchCommands, batch: Batch): Promise<Batch> {
  const now = await batches.get(batch.id);
  return now.state === 'running' ? batches.cancel(batch.id) : now;
}

function codeOf(
  { state, id, total, succeeded, reason }: Batch,
  interrupted: boolean,
  { aside }: Output,
): ExitCode {
  if (state === 'cancelled' || state === 'stopped') {
    const why = reason === undefined ? '' : `: ${printable(reason).replace(/\.$/, '')}`;
    aside(
      `${state === 'cancelled' ? 'Cancelled' : 'Stopped'}${why}. Go on with: hooktap replay --resume ${id}`,
    );
  }
  if (interrupted && state === 'cancelled') return exitCode.interrupted;
  return state === 'done' && succeeded >= total ? exitCode.done : exitCode.failed;
}

/** A line that changes; with --json each state as it was seen. */
class Progress {
  readonly #json: boolean;
  readonly #output: Output;
  readonly #line: ProgressLine;
  #lastDone = -1;

  constructor(json: boolean, output: Output) {
    this.#json = json;
    this.#output = output;
    this.#line = new ProgressLine(process.stderr, output.aside);
  }

  show(batch: Batch): void {
    if (this.#json) {
      if (batch.done !== this.#lastDone) this.#output.json(batch);
      this.#lastDone = batch.done;
    } else this.#line.show(progressLine(batch));
  }

  end(batch: Batch): void {
    this.#line.clear();
    if (this.#json) this.#output.json(batch);
    else for (const line of summaryLines(batch, this.#output.paint)) this.#output.result(line);
  }
}
