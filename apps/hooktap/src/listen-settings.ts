import { parseTarget, type ReplyPolicy, type RetentionLimits, type Target } from '@hooktap/core';
import type { RawHeaders } from '@hooktap/protocol';
import { type Command, Option } from 'commander';
import { exitCode, Failure } from './failure.ts';
import {
  countFlag,
  durationFlag,
  headerFlag,
  originFlag,
  portFlag,
  replyFlag,
  sizeFlag,
  subdomainFlag,
  type TunnelChoice,
  tunnelFlag,
} from './flag-values.ts';
import type { PortChoice } from './port-pair.ts';

/** What `listen` was asked for, read and checked. */
export interface ListenSettings {
  readonly target: Target | null;
  readonly receiver: PortChoice & { readonly host: string };
  readonly ui: PortChoice & { readonly host: string; readonly allowHosts: readonly string[] };
  readonly tunnel: { readonly kind: TunnelChoice; readonly host?: string; readonly name?: string };
  readonly reply: ReplyPolicy;
  readonly timeoutMs: number;
  readonly maxBody: number;
  readonly only: string | null;
  readonly insecureTarget: boolean;
  readonly hostHeader: 'target' | 'public';
  readonly addHeaders: RawHeaders;
  readonly retention: RetentionLimits;
  readonly open: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

export interface ListenFlags {
  dataDir?: string;
  port?: number;
  host: string;
  uiPort?: number;
  uiHost: string;
  uiAllowHost?: string[];
  /** False with --no-tunnel. */
  tunnel: TunnelChoice | false;
  tunnelHost?: string;
  subdomain?: string;
  reply?: ReplyPolicy;
  timeout: number;
  maxBody: number;
  only?: string;
  insecureTarget?: boolean;
  hostHeader: 'target' | 'public';
  header?: RawHeaders;
  keepEvents: number;
  keepDays: number;
  keepBytes: number;
  open: boolean;
  json?: boolean;
  quiet?: boolean;
}

const gathered = (value: string, before: string[] = []): string[] => [...before, value];

/** The flags of `listen` that say where it listens and what it keeps and prints. */
export function addServingFlags(command: Command): Command {
  return command
    .option('--port <port>', 'receiver, for senders (default: 4401; 0: any free)', portFlag)
    .option('--ui-port <port>', 'inspector (default: 4400; 0: any free)', portFlag)
    .option('--ui-host <address>', 'address of the inspector (for containers)', '127.0.0.1')
    .option('--ui-allow-host <name>', 'a further Host name for the inspector; repeatable', gathered)
    .option('--keep-events <n>', 'events kept', countFlag, 10_000)
    .option('--keep-days <n>', 'days that events are kept', countFlag, 30)
    .option('--keep-bytes <size>', 'bytes that are kept', sizeFlag, sizeFlag('1gb'))
    .option('--data-dir <dir>', 'where events are kept (default: one folder per project)')
    .option('--no-open', 'do not open the inspector in a browser')
    .option('--json', 'print NDJSON on standard output, and nothing else')
    .option('--quiet', 'no line per event');
}

/** The flags of `listen` that concern the way in and the handler. */
export function addRoutingFlags(command: Command): Command {
  return command
    .option('--host <address>', 'address of the receiver', routingDefaults.host)
    .option('--tunnel <kind>', 'localtunnel or none', tunnelFlag, routingDefaults.tunnel)
    .option('--no-tunnel', 'no public URL')
    .option('--tunnel-host <url>', 'the tunnel server', originFlag)
    .option('--subdomain <name>', 'the name to ask the tunnel server for', subdomainFlag)
    .option('--reply <reply>', 'handler, ack or a status (default: handler, without a target ack)', replyFlag)
    .option(
      '--timeout <duration>',
      'what the handler has for its answer',
      durationFlag,
      routingDefaults.timeout,
    )
    .option('--max-body <size>', 'the largest body taken in', sizeFlag, routingDefaults.maxBody)
    .option('--only <glob>', 'paths delivered; the rest is captured and answered 404')
    .option('--insecure-target', "take any certificate of the handler's")
    .addOption(
      new Option('--host-header <host>', 'the Host that the handler sees')
        .choices(['target', 'public'])
        .default(routingDefaults.hostHeader),
    )
    .option("--header <'K: V'>", 'a header to send to the handler; repeatable', headerFlag);
}

/** What a command without the routing flags, such as the demo, goes by. */
export const routingDefaults = {
  host: '127.0.0.1',
  tunnel: 'localtunnel',
  timeout: 30_000,
  maxBody: sizeFlag('10mb'),
  hostHeader: 'target',
} as const;

/** The settings that the flags and the target amount to. */
export function listenSettings(targetText: string | undefined, flags: ListenFlags): ListenSettings {
  const target = targetText === undefined ? null : targetOf(targetText);
  const reply = flags.reply ?? { kind: target ? 'handler' : 'ack' };
  if (reply.kind === 'handler' && !target) {
    throw new Failure(
      "--reply handler needs a target: the port or URL of your handler, such as 'hooktap 3000'.",
      exitCode.usage,
    );
  }
  return {
    target,
    reply,
    receiver: { port: flags.port ?? 4401, named: flags.port !== undefined, host: flags.host },
    ui: {
      port: flags.uiPort ?? 4400,
      named: flags.uiPort !== undefined,
      host: flags.uiHost,
      allowHosts: flags.uiAllowHost ?? [],
    },
    tunnel: {
      kind: flags.tunnel === false ? 'none' : flags.tunnel,
      ...(flags.tunnelHost !== undefined && { host: flags.tunnelHost }),
      ...(flags.subdomain !== undefined && { name: flags.subdomain }),
    },
    timeoutMs: flags.timeout,
    maxBody: flags.maxBody,
    only: flags.only ?? null,
    insecureTarget: flags.insecureTarget === true,
    hostHeader: flags.hostHeader,
    addHeaders: flags.header ?? [],
    retention: { keepEvents: flags.keepEvents, keepDays: flags.keepDays, keepBytes: flags.keepBytes },
    open: flags.open,
    json: flags.json === true,
    quiet: flags.quiet === true,
  };
}

function targetOf(text: string): Target {
  const parsed = parseTarget(text);
  if (parsed.ok) return parsed.target;
  throw new Failure(`${parsed.message} Commands are listed by hooktap --help.`, exitCode.usage);
}
