import type { Command } from 'commander';
import type { ExitCode } from './failure.ts';
import type { Output } from './output.ts';

/** Everything that says which webhook at the provider; credentials never stand in arguments. */
export interface RegisterFlags {
  readonly sender?: string;
  readonly project?: boolean;
  readonly v2?: boolean;
  readonly instance?: string;
  readonly callbacks?: string;
  readonly spelling?: string;
  readonly repository?: string;
  readonly hook?: string;
  readonly endpoint?: string;
  readonly account?: string;
  readonly number?: string;
  readonly urls?: string;
  readonly path?: string;
  readonly plan?: boolean;
  readonly yes?: boolean;
  readonly baseUrl?: string;
  readonly credentialsFile?: string;
  readonly json?: boolean;
}

export interface UnregisterFlags {
  readonly forget?: boolean;
  readonly baseUrl?: string;
  readonly credentialsFile?: string;
  readonly json?: boolean;
}

interface Surroundings<Common> {
  readonly command: (usage: string, description: string) => Command;
  readonly folder: (flags: Common) => string;
  readonly finish: (code: ExitCode) => void;
  readonly output: Output;
}

/** `register` and `unregister`. */
export function addRegisterCommands<Common>({ command, folder, finish, output }: Surroundings<Common>): void {
  const registering = command(
    'register [provider]',
    'point a provider at the public URL through its own API; without a provider: what is registered',
  )
    .option('--sender <id>', "Zavu: this sender's webhook")
    .option('--project', "Zavu: the project's webhook for invitations")
    .option('--v2', "Zavu: the project's webhook of API v2")
    .option('--instance <id>', 'VZaps, Z-API: the instance')
    .option('--callbacks <names>', 'Z-API: only these, with commas')
    .option('--spelling <name>', 'VZaps: how the body is spelt, api-reference or sdk')
    .option('--repository <owner/name>', 'GitHub: the repository')
    .option('--hook <id>', "GitHub: the webhook's id")
    .option('--endpoint <id>', 'Stripe: the webhook endpoint, we_…')
    .option('--account <sid>', 'Twilio: the account, AC…')
    .option('--number <sid>', 'Twilio: the phone number, PN…')
    .option('--urls <names>', 'Twilio: sms, voice, or both with a comma')
    .option('--path <path>', "behind the public URL (default: that of the provider's endpoint)")
    .option('--plan', 'only say what would be changed')
    .option('--yes', 'do not ask before the change');
  addCredentialFlags(registering).action(
    async (provider: string | undefined, flags: Common & RegisterFlags) => {
      const { register } = await import('./commands/register.ts');
      finish(await register(folder(flags), provider, flags, output));
    },
  );
  const unregistering = command(
    'unregister [provider]',
    'put back what was set at the provider before; without a provider: at all of them',
  ).option('--forget', 'change nothing at the provider, and forget what was there');
  addCredentialFlags(unregistering).action(
    async (provider: string | undefined, flags: Common & UnregisterFlags) => {
      const { unregister } = await import('./commands/unregister.ts');
      finish(await unregister(folder(flags), provider, flags, output));
    },
  );
}

const addCredentialFlags = (command: Command): Command =>
  command
    .option('--credentials-file <file>', 'NAME=value lines, with the names of the environment variables')
    .option('--base-url <url>', "the provider's API, where it is not at its usual address")
    .option('--json', 'as JSON');
