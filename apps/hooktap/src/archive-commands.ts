import { exportFormats } from '@hooktap/protocol/export-formats';
import { type Command, Option } from 'commander';
import type { ExportFlags } from './commands/export.ts';
import type { ImportFlags } from './commands/import.ts';
import type { ExitCode } from './failure.ts';
import type { Output } from './output.ts';

interface Common {
  readonly dataDir?: string;
}

interface Surrounding {
  readonly folder: (flags: Common) => string;
  readonly output: Output;
  readonly finish: (code: ExitCode) => void;
}

/** Events out and in. */
export function addArchiveCommands(
  command: (usage: string, description: string) => Command,
  { folder, output, finish }: Surrounding,
): void {
  command('export [event...]', 'events as code, HAR, NDJSON, raw HTTP or a page; all, or those chosen')
    .addOption(new Option('--format <format>', 'what to write').choices(exportFormats).makeOptionMandatory())
    .option('--q <query>', 'only those that match')
    .option('--safe', 'with stand-ins for phone numbers, names, texts, tokens and signatures')
    .option('--to <origin>', 'code calls this origin, such as http://localhost:3000')
    .option('--output <file>', 'into this file, readable by you alone, instead of standard output')
    .option('--json', 'with --output: what was written, as JSON')
    .action(async (ids: string[], flags: Common & ExportFlags) => {
      const { exportEvents } = await import('./commands/export.ts');
      finish(await exportEvents(folder(flags), ids, flags, output));
    });
  command('import <file>', 'events of an NDJSON export or a HAR file; they are not delivered')
    .addOption(new Option('--format <format>', 'default: by how the file begins').choices(['ndjson', 'har']))
    .option('--skip', 'leave out what cannot be read, and say which and why')
    .option('--json', 'what was imported, as JSON')
    .action(async (file: string, flags: Common & ImportFlags) => {
      const { importFile } = await import('./commands/import.ts');
      finish(await importFile(folder(flags), file, flags, output));
    });
}
