import { stat } from 'node:fs/promises';
import { withDesk } from '../desk/find-desk.ts';
import { type ExitCode, exitCode, Failure, reasonOf } from '../failure.ts';
import type { Output } from '../output.ts';

export interface ImportFlags {
  readonly format?: string;
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
    throw new Failure(`${path} cannot be read: ${reasonOf(error)}.`);
  });
  if (!found.isFile()) throw new Failure(`${path} is no file.`);
  const format = flags.format as 'ndjson' | 'har' | undefined;
  const result = await withDesk(dataDir, (desk) => desk.importFile(path, format));
  if (flags.json) output.json(result);
  else if (result.imported === 0) output.aside('There was no event in it.');
  else output.result(`${result.imported} event(s) imported: ${result.firstId} to ${result.lastId}.`);
  return exitCode.done;
}
