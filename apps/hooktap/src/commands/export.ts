import { EventId, type ExportFormat, type ExportSummary } from '@hooktap/protocol';
import type { EventDesk, ExportRequest } from '../desk/event-desk.ts';
import { withDesk } from '../desk/find-desk.ts';
import { eventIdOf } from '../event-id.ts';
import { type ExitCode, exitCode, Failure } from '../failure.ts';
import type { Output } from '../output.ts';
import { toFile, toStandardOutput, type Written } from '../written-bytes.ts';

export interface ExportFlags {
  readonly q?: string;
  readonly format: string;
  readonly safe?: boolean;
  readonly to?: string;
  readonly output?: string;
  readonly json?: boolean;
}

/** The API takes so many by name. */
const mostIds = 400;

/** Events as code or as a file, to standard output or to a file that only its owner may read. */
export async function exportEvents(
  dataDir: string,
  ids: readonly string[],
  flags: ExportFlags,
  output: Output,
): Promise<ExitCode> {
  const { output: file, json = false, safe = false } = flags;
  if (json && file === undefined) {
    throw new Failure('--json tells of a file: give --output too, or take --format ndjson.', exitCode.usage);
  }
  const request = requestOf(ids, flags);
  return withDesk(dataDir, output, async (desk) => {
    const { events, replaced } = await desk.exportSummary(request);
    const written = await write(desk, request, file);
    if (json) output.json({ type: 'exported', file, format: flags.format, events, ...written, replaced });
    else tell({ events, replaced }, { safe, file, written }, output);
    return exitCode.done;
  });
}

function requestOf(given: readonly string[], { q, format, safe, to }: ExportFlags): ExportRequest {
  if (given.length > 0 && q !== undefined) {
    throw new Failure('Name events, or choose them with --q.', exitCode.usage);
  }
  if (given.length > mostIds)
    throw new Failure(`Name at most ${mostIds} events, or use --q.`, exitCode.usage);
  if (to !== undefined && !/^https?:\/\/[^\s/?#@'"\\]+\/?$/i.test(to)) {
    throw new Failure(`--to takes an origin such as http://localhost:3000, not '${to}'.`, exitCode.usage);
  }
  return {
    format: format as ExportFormat,
    safe: safe === true,
    ...(given.length > 0 ? { ids: given.map((id) => EventId.parse(eventIdOf(id))) } : { q: q ?? '' }),
    ...(to !== undefined && { to }),
  };
}

async function write(desk: EventDesk, request: ExportRequest, file: string | undefined): Promise<Written> {
  const bytes = await desk.exportEvents(request);
  return file === undefined ? toStandardOutput(bytes) : toFile(file, bytes);
}

/** On standard error, so that standard output is the export and nothing else. */
function tell(
  { events, replaced }: ExportSummary,
  { safe, file, written }: { safe: boolean; file: string | undefined; written: Written },
  output: Output,
): void {
  if (events === 0) output.aside('No event matches.');
  if (file !== undefined) output.aside(`${events} event(s), ${written.bytes} bytes, in ${file}.`);
  if (!safe) return;
  const counts = Object.entries(replaced).map(([kind, count]) => `${count} ${kind}`);
  output.aside(
    `Replaced by stand-ins: ${counts.length === 0 ? 'nothing' : counts.join(', ')}. Look before you share.`,
  );
}
