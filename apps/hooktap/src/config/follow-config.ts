import { existsSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { ConfiguredEndpoint, Hooktap } from '@hooktap/core';
import type { LaterCatalog } from '../provider-catalog.ts';
import { loadRetrySchedules } from '../retry-schedules.ts';
import { applyEndpoints } from './apply-endpoints.ts';
import type { EndpointGivens } from './configured-endpoints.ts';
import { configCandidates, findConfig } from './find-config.ts';
import { type LoadedConfig, readConfig } from './read-config.ts';
import { type ConfigWatch, watchConfig } from './watch-config.ts';

export interface FollowOptions {
  readonly hooktap: Pick<Hooktap, 'applyEndpoints'>;
  readonly providers: Pick<LaterCatalog, 'problems' | 'use'>;
  readonly givens: EndpointGivens;
  /** That of `--config`. */
  readonly asked: string | undefined;
  readonly cwd: string;
  readonly notice: (text: string) => void;
  readonly applied: (endpoints: readonly ConfiguredEndpoint[]) => void;
}

/**
 * Applies the config file again whenever it, or what it imports, has changed; also one that is made only now. A wrong
 * file changes nothing and is told with the line and the field.
 */
export function followConfig(options: FollowOptions): ConfigWatch {
  const { hooktap, providers, givens, asked, cwd, notice, applied } = options;
  let current = givens.config;
  const candidates = asked === undefined ? configCandidates(cwd) : [];
  const watched = (files: readonly string[]) => [...new Set([...files, ...candidates])];

  const changed = async (): Promise<void> => {
    const file = current && existsSync(current.file) ? current.file : replacement();
    if (file === null) {
      if (current) keepsOld([`${current.name} is gone. Put it back, or start Hooktap anew without it.`]);
      return;
    }
    const read = await readConfig(file, cwd);
    if (!read.ok) {
      watching.follow(watched([...(current?.files ?? []), ...read.files]));
      return keepsOld(read.messages);
    }
    const { config } = read;
    watching.follow(watched(config.files));
    const packs = config.values.providers ?? [];
    const problems = await providers.problems(packs);
    if (problems.length > 0) return keepsOld(problems.map((problem) => `${config.name}: ${problem}`));
    await loadRetrySchedules(packs);
    const result = applyEndpoints(hooktap, { ...givens, config });
    if (!result.ok) {
      await loadRetrySchedules(current?.values.providers);
      return keepsOld(result.messages);
    }
    await providers.use(packs);
    const restart = needRestart(current, config);
    current = config;
    for (const text of result.notices) notice(text);
    notice(`${config.name} has changed and counts from now on.`);
    if (restart.length > 0) notice(`${config.name}: ${restart.join(', ')} will count from the next start.`);
    applied(result.endpoints);
  };
  /** One with another ending may have come in its place; that of `--config` has no other. */
  const replacement = (): string | null => (asked === undefined ? findConfig(undefined, cwd) : null);
  const keepsOld = (messages: readonly string[]): void => {
    for (const message of messages) notice(message);
    notice('The configuration from before goes on.');
  };
  const watching = watchConfig(watched(givens.config?.files ?? []), changed);
  // Between the first look and this one a start goes by.
  if (current && textOf(current.file) !== current.source) watching.recheck();
  return watching;
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return null;
  }
}

/** What is read only at a start. */
function needRestart(before: LoadedConfig | null, { values: now }: LoadedConfig): string[] {
  const old: Record<string, unknown> = before?.values ?? {};
  const fresh: Record<string, unknown> = now;
  const names = new Set([...Object.keys(old), ...Object.keys(fresh)]);
  return [...names].filter(
    (name) =>
      !['endpoints', 'reply', 'providers'].includes(name) && !isDeepStrictEqual(old[name], fresh[name]),
  );
}
