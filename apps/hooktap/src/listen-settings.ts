import type { EndpointDefaults, RetentionLimits } from '@hooktap/core';
import { configuredEndpoints, type EndpointGivens } from './config/configured-endpoints.ts';
import { findConfig } from './config/find-config.ts';
import { flagTargets } from './config/flag-target.ts';
import { type LoadedConfig, readConfig } from './config/read-config.ts';
import { SettingChoice } from './config/setting-choice.ts';
import type { Setting } from './config/setting-origin.ts';
import type { Surroundings } from './data-dir.ts';
import { exitCode, Failure } from './failure.ts';
import { sizeFlag, type TunnelChoice } from './flag-values.ts';
import type { ListenFlags } from './listen-flags.ts';
import type { PortChoice } from './port-pair.ts';
import { printable } from './printable.ts';

/** What `listen` was asked for, read and checked. */
export interface ListenSettings {
  /** What the endpoints are made of: those of the file can change while it runs. */
  readonly givens: EndpointGivens;
  /** What endpoints go by that say nothing of it. */
  readonly defaults: EndpointDefaults;
  readonly timeScale: number;
  readonly receiver: PortChoice & { readonly host: string };
  readonly ui: PortChoice & { readonly host: string; readonly allowHosts: readonly string[] };
  readonly tunnel: { readonly kind: TunnelChoice; readonly host?: string; readonly name?: string };
  readonly maxBody: number;
  readonly insecureTarget: boolean;
  readonly retention: RetentionLimits;
  readonly open: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  /** How the config file was found, to follow its changes; null: it is not followed. */
  readonly follow: { readonly asked: string | undefined; readonly cwd: string } | null;
  /** Each with where its value comes from. */
  readonly settings: readonly Setting[];
}

/** Reads the config file that was asked for, or that of the project, if there is one. */
export async function loadListenSettings(
  targetTexts: readonly string[],
  flags: ListenFlags,
  { cwd, env }: Pick<Surroundings, 'cwd' | 'env'>,
  tell: (text: string) => void,
): Promise<ListenSettings> {
  const file = findConfig(flags.config, cwd);
  const read = file === null ? null : await readConfig(file, cwd);
  if (read && !read.ok) throw configFailure(read.messages, tell);
  const settings = listenSettings(targetTexts, flags, { config: read?.config ?? null, env });
  return { ...settings, follow: { asked: flags.config, cwd } };
}

/** All but the last are told at once; the last ends the program. */
export function configFailure(messages: readonly string[], tell: (text: string) => void): Failure {
  for (const message of messages.slice(0, -1)) tell(printable(message));
  return new Failure(messages.at(-1) ?? 'The config file is wrong.', exitCode.usage);
}

/** Flags go before the config file, the file before the defaults. */
export function listenSettings(
  targetTexts: readonly string[],
  flags: ListenFlags,
  { config = null, env = {} }: { config?: LoadedConfig | null; env?: NodeJS.ProcessEnv } = {},
): ListenSettings {
  const choice = new SettingChoice(flags, config);
  const pick = choice.pick.bind(choice) as SettingChoice['pick'];
  const { reply, timeout, hold, dedupe, enforce } = flags;
  const givens = {
    targets: flagTargets(targetTexts),
    flags: { reply, timeout, hold, dedupe, enforce },
    config,
    env,
  };
  refuseReplyWithoutHandler(givens);
  const named = (name: 'port' | 'uiPort') => (flags[name] ?? config?.values[name]) !== undefined;
  const tunnel = pick('tunnel', 'localtunnel');
  const tunnelHost = pick('tunnelHost', undefined);
  const name = pick('subdomain', undefined);
  pick('reply', undefined);
  return {
    givens,
    defaults: {
      timeout: pick('timeout', '30s'),
      hostHeader: pick('hostHeader', 'target'),
      setHeaders: choice.headers(),
      only: pick('only', undefined) ?? null,
      hold: pick('hold', false),
      dedupe: pick('dedupe', false),
      enforce: pick('enforce', false),
    },
    timeScale: pick('timeScale', 1),
    receiver: { port: pick('port', 4401), named: named('port'), host: pick('host', '127.0.0.1') },
    ui: {
      port: pick('uiPort', 4400),
      named: named('uiPort'),
      host: pick('uiHost', '127.0.0.1'),
      allowHosts: pick('uiAllowHost', []),
    },
    tunnel: {
      kind: tunnel === false ? 'none' : tunnel,
      ...(tunnelHost !== undefined && { host: tunnelHost.replace(/\/$/, '') }),
      ...(name !== undefined && { name }),
    },
    maxBody: bytesOf(pick('maxBody', '10mb')),
    insecureTarget: pick('insecureTarget', false),
    retention: {
      keepEvents: pick('keepEvents', 10_000),
      keepDays: pick('keepDays', 30),
      keepBytes: bytesOf(pick('keepBytes', '1gb')),
    },
    open: pick('open', true),
    json: flags.json === true,
    quiet: pick('quiet', false),
    follow: null,
    settings: choice.settings,
  };
}

const bytesOf = (size: string | number): number => (typeof size === 'number' ? size : sizeFlag(size));

function refuseReplyWithoutHandler(givens: EndpointGivens): void {
  if (givens.flags.reply !== 'handler') return;
  const { endpoints } = configuredEndpoints(givens);
  if (endpoints.some(({ config: { target, targets } }) => target !== undefined || targets !== undefined))
    return;
  throw new Failure(
    "--reply handler needs a target: the port or URL of your handler, such as 'hooktap 3000'.",
    exitCode.usage,
  );
}
