import { type Command, Option } from 'commander';
import type { DriftFlags } from './commands/drift.ts';
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

/** The fields of event types. */
export function addDriftCommand(
  command: (usage: string, description: string) => Command,
  { folder, output, finish }: Surrounding,
): void {
  command('drift [provider] [event-type]', 'fields of event types that are new, missing or of another type')
    .addOption(
      new Option('--format <format>', 'the bodies of one type as code').choices(['ts', 'json-schema', 'zod']),
    )
    .option('--json', 'one type per line as JSON, or all fields of one')
    .addHelpText('after', '\n- stands for no provider, and for no event type.')
    .action(async (provider: string | undefined, type: string | undefined, flags: Common & DriftFlags) => {
      const { showDrift } = await import('./commands/drift.ts');
      finish(await showDrift(folder(flags), { provider, type }, flags, output));
    });
}
