import { type Command, InvalidArgumentError } from 'commander';
import type { TriggerFlags } from './commands/trigger.ts';
import type { VerifyFlags } from './commands/verify.ts';
import type { ExitCode } from './failure.ts';
import { countFlag } from './flag-values.ts';
import type { Output } from './output.ts';
import { chaosFlag, chaosHelp, rateFlag, seedFlag, speedFlag } from './replay-flags.ts';

/** As the protocol has them, whose schemas are loaded only when a command runs. */
export const signatureBreaks = ['stale', 'secret', 'body', 'missing'];

interface Common {
  readonly dataDir?: string;
  readonly json?: boolean;
}

interface Surrounding {
  readonly folder: (flags: Common) => string;
  readonly output: Output;
  readonly finish: (code: ExitCode) => void;
}

/** What concerns providers and their signatures. */
export function addProviderCommands(
  command: (usage: string, description: string) => Command,
  { folder, output, finish }: Surrounding,
): void {
  command('trigger [provider] [event-type]', 'send a realistic, signed sample, or play a scenario')
    .option('--list', 'the event types and scenarios that there are')
    .option('--to <url>', 'to this URL, or this path of the receiver, instead')
    .option('--set <path=text>', "a field of the sample, such as data.text='Olá'; repeatable", fieldFlag)
    .option('--secret-env <name>', 'sign with the secret in this environment variable')
    .option(
      '--scheme <name>',
      'sign with this scheme, such as zavu-v1; repeatable, for several at once',
      listFlag,
    )
    .option('--seed <n>', 'the same ids again, and the same trouble', seedFlag)
    .option('--count <n>', 'so many', countFlag)
    .option('--rate <n/s>', 'so many a second (default: as fast as they are answered)', rateFlag)
    .option('--speed <n>', "a scenario's gaps n times as fast", speedFlag)
    .option('--chaos <plan>', chaosHelp, chaosFlag)
    .option('--chaos-seed <n>', 'the same trouble again, with new ids', seedFlag)
    .option('--json', 'one callback per line as JSON')
    .action(async (provider: string | undefined, what: string | undefined, flags: Common & TriggerFlags) => {
      const { trigger } = await import('./commands/trigger.ts');
      finish(await trigger(folder(flags), { provider, what }, flags, output));
    });
  command('verify <event>', 'the signature of an event, step by step, and why it fails')
    .option('--framework <name>', "whose fix is shown with code (default: the project's)")
    .option('--json', 'as JSON')
    .action(async (event: string, flags: Common & VerifyFlags) => {
      const { verify } = await import('./commands/verify.ts');
      finish(await verify(folder(flags), event, flags, output));
    });
  command('providers [name]', 'what is known of the providers, or all of one')
    .option('--json', 'as JSON')
    .action(async (name: string | undefined, flags: Common) => {
      const { showProviders } = await import('./commands/providers.ts');
      finish(await showProviders(folder(flags), name, flags.json === true, output));
    });
}

const listFlag = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

/** `path=text`: the sample says whether the field is a text, a number or something else. */
function fieldFlag(
  text: string,
  before: readonly (readonly [string, string])[] = [],
): readonly (readonly [string, string])[] {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError("Give path=text, such as data.text='Olá'.");
  return [...before, [text.slice(0, at), text.slice(at + 1)]];
}
