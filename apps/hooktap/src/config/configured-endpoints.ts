import type { ConfiguredEndpoint } from '@hooktap/core';
import type { Duration, EndpointConfig, ReplyConfig } from '@hooktap/protocol';
import { environmentSecrets, secretVariable, unusedSecrets } from './environment-secrets.ts';
import { type FlagTarget, nameForPath } from './flag-target.ts';
import { lineOfField } from './locate-field.ts';
import type { LoadedConfig } from './read-config.ts';

/** What flags say of endpoints; what is left out was not given. */
export interface EndpointFlags {
  readonly reply?: ReplyConfig | undefined;
  readonly timeout?: Duration | undefined;
  readonly hold?: boolean | undefined;
  readonly dedupe?: boolean | undefined;
  readonly enforce?: boolean | undefined;
}

export interface EndpointGivens {
  readonly targets: readonly FlagTarget[];
  readonly flags: EndpointFlags;
  readonly config: LoadedConfig | null;
  readonly env: NodeJS.ProcessEnv;
}

export interface ConfiguredEndpoints {
  readonly endpoints: readonly ConfiguredEndpoint[];
  /** By endpoint: the variables that its secrets come from. */
  readonly secretVariables: ReadonlyMap<string, readonly string[]>;
  /** Something to tell the person. */
  readonly notices: readonly string[];
}

const mostSecrets = 10;
const bare = (path: string): string => path.replace(/\/+$/, '');

/**
 * The endpoints of the config file and of the targets on the command line. A target takes the place of those of the
 * file's endpoint with the same path, whose other fields stay; flags go before the fields of the endpoints that the
 * command line names, and are the default of the others.
 */
export function configuredEndpoints({ targets, flags, config, env }: EndpointGivens): ConfiguredEndpoints {
  const written = (config?.values.endpoints ?? []).map((endpoint, index) =>
    fromFile(endpoint, index, config as LoadedConfig, targets, flags),
  );
  const taken = new Set(written.map(({ config: { name } }) => name));
  const added = targets
    .filter(({ path }) => !written.some((one) => bare(one.config.path) === bare(path)))
    .map(({ path, target }): ConfiguredEndpoint => {
      const name = nameForPath(path, taken);
      taken.add(name);
      return { config: { name, path, target, ...given(flags) }, source: { kind: 'flags' } };
    });
  const reply = flags.reply ?? config?.values.reply;
  const rest = [...written, ...added].some((one) => bare(one.config.path) === '')
    ? []
    : theRest(nameForPath('/', taken), reply, env);
  return withSecrets(
    [...written, ...added, ...rest].map((one) => withReply(one, reply)),
    env,
  );
}

/** What no endpoint asks for is acknowledged by one of core's own, unless something else is said of it. */
function theRest(
  name: string,
  reply: ReplyConfig | undefined,
  env: NodeJS.ProcessEnv,
): readonly ConfiguredEndpoint[] {
  const isAsked = (reply !== undefined && reply !== 'handler') || env[secretVariable(name)];
  return isAsked ? [{ config: { name, path: '/' }, source: { kind: 'flags' } }] : [];
}

function fromFile(
  endpoint: EndpointConfig,
  index: number,
  { name, source, values }: LoadedConfig,
  targets: readonly FlagTarget[],
  flags: EndpointFlags,
): ConfiguredEndpoint {
  const line = lineOfField(source, ['endpoints', index]);
  const stands = { kind: 'config' as const, file: name, ...(line !== null && { line }) };
  const named = targets.find(({ path }) => bare(path) === bare(endpoint.path));
  if (!named) return { config: endpoint, source: stands };
  // Where two have the same path core names the second one's line; only the first takes the target.
  const first = values.endpoints?.findIndex(({ path }) => bare(path) === bare(named.path)) === index;
  const { targets: _others, ...rest } = endpoint;
  return { config: first ? { ...rest, target: named.target, ...given(flags) } : endpoint, source: stands };
}

/** Only what was given. */
function given({ reply, timeout, hold, dedupe, enforce }: EndpointFlags): Partial<EndpointConfig> {
  return {
    ...(reply !== undefined && { reply }),
    ...(timeout !== undefined && { timeout }),
    ...(hold !== undefined && { hold }),
    ...(dedupe !== undefined && { dedupe }),
    ...(enforce !== undefined && { enforce }),
  };
}

/** The handler's own answer is only for those that have a handler. */
function withReply(
  { config, source }: ConfiguredEndpoint,
  reply: ReplyConfig | undefined,
): ConfiguredEndpoint {
  const hasTarget = config.target !== undefined || config.targets !== undefined;
  if (reply === undefined || config.reply !== undefined || (reply === 'handler' && !hasTarget))
    return { config, source };
  return { config: { ...config, reply }, source };
}

function withSecrets(endpoints: readonly ConfiguredEndpoint[], env: NodeJS.ProcessEnv): ConfiguredEndpoints {
  const names = endpoints.map(({ config }) => config.name);
  const secretVariables = new Map<string, readonly string[]>();
  const complete = endpoints.map(({ config, source }): ConfiguredEndpoint => {
    const { values, variables } = environmentSecrets(config.name, names, env);
    if (variables.length === 0) return { config, source };
    secretVariables.set(config.name, variables);
    const secrets = [...new Set([...values, ...(config.secrets ?? [])])].slice(0, mostSecrets);
    return { config: { ...config, secrets }, source };
  });
  const unused = unusedSecrets([...secretVariables.values()].flat(), env);
  return {
    endpoints: complete,
    secretVariables,
    notices: unused.map((name) => `${name} is set, but there is no endpoint of that name.`),
  };
}
