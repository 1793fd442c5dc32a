import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportResult } from '@hooktap/protocol';
import { withDesk } from '../desk/find-desk.ts';
import { type ExitCode, exitCode, Failure, reasonOf, systemCode } from '../failure.ts';
import type { Output } from '../output.ts';
import { prepareDataDir } from '../prepare-data-dir.ts';
import { printable } from '../printable.ts';
import { ProgressLine } from '../progress-line.ts';

export interface ImportFlags {
  readonly format?: string;
  readonly skip?: boolean;
  readonly json?: boolean;
}

/** Events of an NDJSON export or a HAR file into this project. They are never delivered; replay does that. */
export async function importFile(
  dataDir: string,
  path: string,
  flags: ImportFlags,
  output: Output,
): Promise<ExitCode> {
  const found = await stat(path).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') throw new Failure(`There is no file ${path}.`);
    throw new Failure(`${path} cannot be read: ${reasonOf(error)}.`);
  });
  if (!found.isFile()) throw new Failure(`${path} is no file.`);
  const format = flags.format as 'ndjson' | 'har' | undefined;
  const faults = flags.skip ? 'skip' : 'stop';
  // Into a project that has had no event yet too.
  prepareDataDir(dataDir);
  const progress = new ImportProgress(path, found.size, output);
  const read = (bytes: number) => progress.read(bytes);
  const result = await withDesk(dataDir, output, (desk) =>
    desk.importFile(path, { format, faults, read }),
  ).finally(() => progress.end());
  if (flags.json) output.json(result);
  else if (result.imported === 0) output.aside('There was no event in it.');
  else output.result(`${result.imported} event(s) imported: ${result.firstId} to ${result.lastId}.`);
  if (!flags.json) tellSkipped(result, output);
  return exitCode.done;
}

/** How much of a file is read; of a small one it is through before anyone could look. */
class ImportProgress {
  readonly #said: (percent: number) => string;
  readonly #line: ProgressLine;
  readonly #size: number;
  #read = 0;
  #lastPercent = 0;

  constructor(path: string, size: number, { aside }: Output) {
    this.#line = new ProgressLine(process.stderr, aside);
    this.#size = size;
    this.#said = (percent) =>
      printable(`Importing ${basename(path)}: ${percent}% of ${(size / 1e6).toFixed(1)} MB read`);
  }

  read(bytes: number): void {
    this.#read += bytes;
    const percent = Math.min(100, Math.floor((this.#read / this.#size) * 100));
    if (percent === this.#lastPercent) return;
    this.#lastPercent = percent;
    this.#line.show(this.#said(percent));
  }

  end(): void {
    this.#line.clear();
  }
}

function tellSkipped({ skipped, faults }: ImportResult, output: Output): void {
  for (const { place, message } of faults) output.aside(printable(`${place}: ${message}`));
  if (skipped > faults.length) output.aside(`and ${skipped - faults.length} more`);
  if (skipped > 0) output.aside(`${skipped} left out.`);
}
