import { Command, Option } from 'commander';
import { addArchiveCommands } from './archive-commands.ts';
import { dataDirOf, stateFolder, surroundings } from './data-dir.ts';
import { addDriftCommand } from './drift-command.ts';
import type { ExitCode } from './failure.ts';
import { assignmentFlag, countFlag, headerFlag } from './flag-values.ts';
import { addRoutingFlags, addServingFlags, givenFlags } from './listen-flags.ts';
import { processOutput } from './output.ts';
import { addProviderCommands, signatureBreaks } from './provider-commands.ts';
import { addRegisterCommands } from './register-flags.ts';
import { chaosFlag, chaosHelp, rateFlag, seedFlag, speedFlag } from './replay-flags.ts';
import { addRequestCommands } from './request-commands.ts';
import { version } from './version.ts';

interface Common {
  readonly dataDir?: string;
  readonly json?: boolean;
}

/** As the protocol has them, whose schemas are loaded only when a command runs. */
const deliveryStatuses = ['pending', 'retrying', 'held', 'succeeded', 'failed', 'cancelled'];

/** The commands and their flags. What a command needs is loaded when it runs; `keepCode` is for an instance's start. */
export function program(finish: (code: ExitCode) => void, keepCode: () => void): Command {
  const root = new Command('hooktap')
    .description('A local webhook tunnel and inspector: capture, look, deliver, replay.')
    .version(version(), '-V, --version')
    .showHelpAfterError('(hooktap --help lists commands and flags)')
    .exitOverride();
  const output = processOutput();
  const folder = ({ dataDir }: Common): string => dataDirOf(dataDir, surroundings());
  const command = (usage: string, description: string): Command =>
    root
      .command(usage)
      .description(description)
      .option('--data-dir <dir>', "of another project's instance")
      .showHelpAfterError(`(hooktap ${usage.split(' ', 1)[0]} --help lists its flags)`);

  const listening = root
    .command('listen [target...]', { isDefault: true })
    .description(
      'receive webhooks and deliver them to your handler: a port, host:port or URL, or /prefix=target for several ' +
        '(the default)',
    );
  addServingFlags(addRoutingFlags(listening)).action(async (targets: string[]) => {
    const flags = givenFlags(listening);
    // No target is a bare word, so that one is a command's name with a slip in it.
    if (/^[a-z]+$/i.test(targets[0] ?? '')) {
      const { refuseUnknownCommand } = await import('./unknown-command.ts');
      refuseUnknownCommand(
        targets[0] ?? '',
        root.commands.map((one) => one.name()),
      );
    }
    const { loadListenSettings } = await import('./listen-settings.ts');
    const settings = await loadListenSettings(targets, flags, surroundings(), output.aside);
    const { listen } = await import('./commands/listen.ts');
    finish(await listen(settings, folder(flags), output, { keepCode }));
  });

  const showing = root
    .command('demo')
    .description('the same with an example handler and sample events, without any network')
    .showHelpAfterError('(hooktap demo --help lists its flags)');
  showing.option('--no-tunnel', 'no public URL; it never has one');
  addServingFlags(showing).action(async () => {
    const flags = givenFlags(showing);
    const { demo } = await import('./commands/demo.ts');
    const dataDir = flags.dataDir ?? `${stateFolder(surroundings())}/demo`;
    finish(await demo(flags, dataDirOf(dataDir, surroundings()), output, keepCode));
  });

  command('status', 'what the running instance does')
    .option('--json', 'as JSON')
    .action(async (flags: Common) => {
      const { showStatus } = await import('./commands/instance.ts');
      finish(await showStatus(folder(flags), flags.json === true, output));
    });
  command('stop', 'stop the running instance').action(async (flags: Common) => {
    const { stopInstance } = await import('./commands/instance.ts');
    finish(await stopInstance(folder(flags), output));
  });
  command('open', 'open the inspector in a browser').action(async (flags: Common) => {
    const { openInspector } = await import('./commands/instance.ts');
    finish(await openInspector(folder(flags), output));
  });
  command('token', 'print the token of the inspector')
    .option('--rotate', 'make a fresh one; the old one counts no more')
    .option('--json', 'as JSON')
    .action(async (flags: Common & { rotate?: boolean }) => {
      const { rotate, showToken } = await import('./commands/instance.ts');
      const { json = false } = flags;
      finish(await (flags.rotate ? rotate(folder(flags), output) : showToken(folder(flags), json, output)));
    });
  command('events', 'list captured events')
    .option('--q <query>', 'only those that match')
    .option('--limit <n>', 'at most so many', countFlag, 50)
    .option('--json', 'one event per line as JSON')
    .action(async (flags: Common & { q?: string; limit: number }) => {
      const { listEvents } = await import('./commands/events.ts');
      finish(await listEvents(folder(flags), flags, output));
    });
  command('show <event>', 'print one event')
    .option('--json', 'as JSON')
    .action(async (event: string, flags: Common) => {
      const { showEvent } = await import('./commands/show.ts');
      finish(await showEvent(folder(flags), event, flags.json === true, output));
    });
  command('replay [event...]', 'deliver captured events again; many of them as a batch')
    .option('--last [n]', 'the last one, or the last n', countFlag)
    .option('--q <query>', 'those that match')
    .option('--to <url>', 'to this target instead')
    .option('--set <path=value>', 'change a value of the JSON body; repeatable', assignmentFlag)
    .option("--header <'K: V'>", 'set a header; repeatable', headerFlag)
    .option('--resign', "signed anew with the endpoint's secret and the time of now")
    .addOption(new Option('--break <how>', 'signed anew and spoilt').choices(signatureBreaks))
    .option('--rate <n/s>', 'so many a second (default: as fast as the handler answers)', rateFlag)
    .option('--speed <n>', 'with the gaps of their arrival, n times as fast', speedFlag)
    .addOption(new Option('--order <order>', 'which comes first').choices(['original', 'newest-first']))
    .option('--stop-on-failure', 'stop at the first that does not succeed')
    .option('--chaos <plan>', chaosHelp, chaosFlag)
    .option('--seed <n>', 'the same trouble again', seedFlag)
    .option('--resume <batch>', 'go on with a batch that was cancelled or stopped')
    .option('--json', 'one delivery, or state of the batch, per line as JSON')
    .action(async (ids: string[], flags: Common & import('./commands/replay.ts').ReplayFlags) => {
      const { replay } = await import('./commands/replay.ts');
      finish(await replay(folder(flags), ids, flags, output));
    });
  command('deliveries', 'the delivery log')
    .option('--q <query>', 'only those that match')
    .addOption(new Option('--status <status>', 'only in this status').choices(deliveryStatuses))
    .option('--limit <n>', 'at most so many', countFlag, 50)
    .option('--json', 'one delivery per line as JSON')
    .action(async (flags: Common & import('./commands/deliveries.ts').DeliveriesFlags) => {
      const { listDeliveries } = await import('./commands/deliveries.ts');
      finish(await listDeliveries(folder(flags), flags, output));
    });
  command('retry [delivery...]', 'one more attempt, now')
    .option('--q <query>', 'of those that match, such as status:failed')
    .option('--json', 'one delivery per line as JSON')
    .action(async (ids: string[], flags: Common & { q?: string }) => {
      const { retryDeliveries } = await import('./commands/retry.ts');
      finish(await retryDeliveries(folder(flags), ids, flags, output));
    });
  command('cancel [delivery...]', 'end deliveries that wait or are under way')
    .option('--q <query>', 'those that match')
    .option('--json', 'one delivery per line as JSON')
    .action(async (ids: string[], flags: Common & { q?: string }) => {
      const { cancelDeliveries } = await import('./commands/retry.ts');
      finish(await cancelDeliveries(folder(flags), ids, flags, output));
    });
  addRequestCommands(command, { folder, output, finish });
  addRegisterCommands<Common>({ command, folder, finish, output });
  const examining = root
    .command('doctor [target...]')
    .description(
      'what is wrong, with its remedy, and where each setting comes from; takes the flags of listen',
    );
  addServingFlags(addRoutingFlags(examining)).action(async (targets: string[]) => {
    const flags = givenFlags(examining);
    const { doctor } = await import('./commands/doctor.ts');
    finish(await doctor(folder(flags), { targets, flags, around: surroundings() }, output));
  });
  addProviderCommands(command, { folder, output, finish });
  addDriftCommand(command, { folder, output, finish });
  addArchiveCommands(command, { folder, output, finish });
  root.addHelpText('after', () => `\n${listening.helpInformation()}`);
  return root;
}
