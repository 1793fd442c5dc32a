import { stat } from 'node:fs/promises';
import type { ImportResult } from '@hooktap/protocol';
import { withDesk } from '../desk/find-desk.ts';
import { type ExitCode, exitCode, Failure, reasonOf, systemCode } from '../failure.ts';
import type { Output } from '../output.ts';
import { printable } from '../printable.ts';

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
  const result = await withDesk(dataDir, output, (desk) => desk.importFile(path, format, faults));
  if (flags.json) output.json(result);
  else if (result.imported === 0) output.aside('There was no event in it.');
  else output.result(`${result.imported} event(s) imported: ${result.firstId} to ${result.lastId}.`);
  if (!flags.json) tellSkipped(result, output);
  return exitCode.done;
}

function tellSkipped({ skipped, faults }: ImportResult, output: Output): void {
  for (const { place, message } of faults) output.aside(printable(`${place}: ${message}`));
  if (skipped > faults.length) output.aside(`and ${skipped - faults.length} more`);
  if (skipped > 0) output.aside(`${skipped} left out.`);
}
