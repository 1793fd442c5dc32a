import { setTimeout as pause } from 'node:timers/promises';
import type { Batch } from '@hooktap/protocol';
import { progressLine, summaryLines } from '../batch-report.ts';
import type { BatchCommands } from '../desk/event-desk.ts';
import { type ExitCode, exitCode } from '../failure.ts';
import type { Output } from '../output.ts';
import { printable } from '../printable.ts';

const lookMs = 200;
/** Without a terminal a line now and then says that it goes on. */
const lineMs = 5000;

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

/** On a terminal one line that changes; elsewhere a line now and then; with --json each state as it was seen. */
class Progress {
  readonly #json: boolean;
  readonly #output: Output;
  readonly #onTerminal = process.stderr.isTTY === true;
  #lastLineAt = Date.now();
  #lastDone = -1;

  constructor(json: boolean, output: Output) {
    this.#json = json;
    this.#output = output;
  }

  show(batch: Batch): void {
    if (this.#json) {
      if (batch.done !== this.#lastDone) this.#output.json(batch);
      this.#lastDone = batch.done;
    } else if (this.#onTerminal) {
      process.stderr.write(`\r\u001b[K${progressLine(batch)}`);
    } else if (Date.now() - this.#lastLineAt >= lineMs) {
      this.#lastLineAt = Date.now();
      this.#output.aside(progressLine(batch));
    }
  }

  end(batch: Batch): void {
    if (this.#onTerminal && !this.#json) process.stderr.write('\r\u001b[K');
    if (this.#json) this.#output.json(batch);
    else for (const line of summaryLines(batch, this.#output.paint)) this.#output.result(line);
  }
}
