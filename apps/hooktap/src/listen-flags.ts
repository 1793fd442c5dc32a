import type { RawHeaders } from '@hooktap/protocol';
import { type Command, Option } from 'commander';
import type { ConfigFile } from './config/config-file.ts';
import {
  countFlag,
  durationFlag,
  headerFlag,
  originFlag,
  portFlag,
  replyFlag,
  scaleFlag,
  sizeFlag,
  subdomainFlag,
  tunnelFlag,
} from './flag-values.ts';

/** What flags and config file say in the same words. */
export type SharedSettings = Omit<ConfigFile, 'endpoints' | 'headers'>;

/** The flags of `listen`, where they were given. */
export interface ListenFlags extends SharedSettings {
  readonly dataDir?: string;
  readonly config?: string;
  readonly header?: RawHeaders;
  readonly json?: boolean;
}

/** Only what was given: defaults are chosen after the config file was asked. */
export const givenFlags = (command: Command): ListenFlags =>
  Object.fromEntries(
    Object.entries(command.opts()).filter(([name]) => command.getOptionValueSource(name) !== 'default'),
  );

const gathered = (value: string, before: string[] = []): string[] => [...before, value];

/** The flags that say where it listens and what it keeps and prints. */
export function addServingFlags(command: Command): Command {
  return command
    .option('--port <port>', 'receiver, for senders (default: 4401; 0: any free)', portFlag)
    .option('--ui-port <port>', 'inspector (default: 4400; 0: any free)', portFlag)
    .option('--ui-host <address>', 'address of the inspector (for containers)', '127.0.0.1')
    .option('--ui-allow-host <name>', 'a further Host name for the inspector; repeatable', gathered)
    .option('--keep-events <n>', 'events kept', countFlag, 10_000)
    .option('--keep-days <n>', 'days that events are kept', countFlag, 30)
    .addOption(sizeOption('--keep-bytes <size>', 'bytes that are kept', '1gb'))
    .option('--data-dir <dir>', 'where events are kept (default: one folder per project)')
    .option('--no-open', 'do not open the inspector in a browser')
    .option('--json', 'print NDJSON on standard output, and nothing else')
    .option('--quiet', 'no line per event');
}

/** The flags that concern the config file, the way in and the handlers. */
export function addRoutingFlags(command: Command): Command {
  return command
    .option(
      '--config <file>',
      "the config file (default: the project's hooktap.config.ts, .js, .mjs or .json)",
    )
    .option('--host <address>', 'address of the receiver', '127.0.0.1')
    .option('--tunnel <kind>', 'localtunnel or none', tunnelFlag, 'localtunnel')
    .option('--no-tunnel', 'no public URL')
    .option('--tunnel-host <url>', 'the tunnel server', originFlag)
    .option('--subdomain <name>', 'the name to ask the tunnel server for', subdomainFlag)
    .option('--reply <reply>', 'handler, ack or a status (default: handler, without a target ack)', replyFlag)
    .addOption(
      new Option('--timeout <duration>', 'what the handler has for its answer')
        .argParser(durationFlag)
        .default('30s', '30s'),
    )
    .option('--hold', 'acknowledge and keep back what comes while the handler is down')
    .option('--dedupe', 'deliver an event that comes again only the first time')
    .option('--enforce', 'answer 401 to what bears an invalid signature, and deliver none of it')
    .option('--time-scale <n>', 'retries wait n times less', scaleFlag, 1)
    .addOption(sizeOption('--max-body <size>', 'the largest body taken in', '10mb'))
    .option('--only <glob>', 'paths delivered; the rest is captured and answered 404')
    .option('--insecure-target', "take any certificate of the handler's")
    .addOption(
      new Option('--host-header <host>', 'the Host that the handler sees')
        .choices(['target', 'public'])
        .default('target'),
    )
    .option("--header <'K: V'>", 'a header to send to the handler; repeatable', headerFlag);
}

const sizeOption = (flags: string, description: string, usual: string): Option =>
  new Option(flags, description).argParser(sizeFlag).default(usual, usual);
