import type { DriftQuery, DriftType, ShapeFormat } from '@hooktap/protocol';
import type { DriftReads } from '../desk/event-desk.ts';
import { withDesk } from '../desk/find-desk.ts';
import { fieldLines, skippedLine, typeLine } from '../drift-lines.ts';
import { type ExitCode, exitCode, Failure } from '../failure.ts';
import type { Output } from '../output.ts';
import { printableLines } from '../printable.ts';

export interface DriftFlags {
  readonly format?: string;
  readonly json?: boolean;
}

const formats: Readonly<Record<string, ShapeFormat>> = {
  ts: 'typescript',
  'json-schema': 'json-schema',
  zod: 'zod',
};

/** All event types, those of one provider, or the fields of one type: as a table, as JSON or as code. */
export async function showDrift(
  dataDir: string,
  named: { readonly provider: string | undefined; readonly type: string | undefined },
  { format, json = false }: DriftFlags,
  output: Output,
): Promise<ExitCode> {
  const type = named.type === undefined ? null : queryOf(named);
  if (format !== undefined && (!type || json)) {
    throw new Failure(
      'Name a provider and an event type, and leave --json: hooktap drift zavu message.inbound --format ts',
      exitCode.usage,
    );
  }
  return withDesk(dataDir, output, async ({ drift }) => {
    if (!type) await listTypes(drift, named.provider, json, output);
    else if (format === undefined) await showFields(drift, type, json, output);
    else await writeShape(drift, type, formats[format] ?? 'typescript', output);
    return exitCode.done;
  });
}

const named = (name: string | undefined): string | undefined => (name === '-' ? undefined : name);

function queryOf(given: { provider: string | undefined; type: string | undefined }): DriftQuery {
  const [provider, type] = [named(given.provider), named(given.type)];
  return { ...(provider !== undefined && { provider }), ...(type !== undefined && { type }) };
}

async function listTypes(
  drift: DriftReads,
  provider: string | undefined,
  json: boolean,
  output: Output,
): Promise<void> {
  const { items, cut } = await drift.types();
  const isAsked = (type: DriftType) => provider === undefined || type.provider === (named(provider) ?? null);
  const asked = items.filter(isAsked);
  for (const type of asked) {
    if (json) output.json(type);
    else output.result(typeLine(type, output.paint));
  }
  if (asked.length === 0)
    output.aside(items.length === 0 ? 'There are no events yet.' : 'No event of that provider.');
  if (cut) output.aside('There are more event types; those with the newest events are shown.');
}

async function showFields(drift: DriftReads, type: DriftQuery, json: boolean, output: Output): Promise<void> {
  const fields = await drift.fields(type);
  if (!fields)
    throw new Failure('No event of this provider and type was captured. hooktap drift lists those.');
  if (json) {
    output.json(fields);
    return;
  }
  output.result(typeLine(fields.type, output.paint));
  for (const line of fieldLines(fields, output.paint)) output.result(line);
  const skipped = skippedLine(fields.type);
  if (skipped !== null) output.aside(skipped);
}

async function writeShape(
  drift: DriftReads,
  type: DriftQuery,
  format: ShapeFormat,
  output: Output,
): Promise<void> {
  const shape = await drift.shape(type, format);
  if (!shape) throw new Failure('No JSON body of this type was seen. hooktap drift lists the types.');
  output.result(printableLines(shape.text.trimEnd()));
  if (shape.cut) output.aside('Some fields were left out: there are too many.');
}
