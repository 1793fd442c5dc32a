import type { Command } from 'commander';
import type { RequestsFlags, SendFlags } from './commands/requests.ts';
import type { WatchFlags } from './commands/watch.ts';
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

const several = (name: string, before: readonly string[] = []): readonly string[] => [...before, name];

/** Saved requests, and replays whenever code changes. */
export function addRequestCommands(
  command: (usage: string, description: string) => Command,
  { folder, output, finish }: Surrounding,
): void {
  command('requests', 'the saved requests')
    .option('--delete <name>', 'delete this one first; repeatable', several)
    .option('--json', 'one request per line as JSON')
    .action(async (flags: Common & RequestsFlags) => {
      const { listRequests } = await import('./commands/requests.ts');
      finish(await listRequests(folder(flags), flags, output));
    });
  command('send <name>', 'send a saved request, by its name or id')
    .option('--to <url>', 'to this target instead')
    .option('--json', 'the delivery as JSON')
    .action(async (name: string, flags: Common & SendFlags) => {
      const { sendRequest } = await import('./commands/requests.ts');
      finish(await sendRequest(folder(flags), name, flags, output));
    });
  command(
    'watch [folder]',
    'replay events whenever code in the folder changes, green or red as each is expected',
  )
    .option('--q <query>', 'those that match, the newest 50 (default: is:pinned)')
    .option('--settle <duration>', 'how long the handler has to go down after a change (default: 400ms)')
    .option('--once', 'end after the first run; exit code 1 where it is not all green')
    .option('--json', 'each state as JSON')
    .action(async (watched: string | undefined, flags: Common & WatchFlags) => {
      const { watchFolder } = await import('./commands/watch.ts');
      finish(await watchFolder(folder(flags), watched ?? '.', flags, output));
    });
}
