import type { ConfiguredEndpoint, Store } from '@hooktap/core';
import { environmentSecrets } from '../config/environment-secrets.ts';
import { findConfig } from '../config/find-config.ts';
import { readConfig } from '../config/read-config.ts';
import type { Surroundings } from '../data-dir.ts';
import { lastEndpoints } from '../last-endpoints.ts';

/**
 * The endpoints of the last run, with the secrets that the environment and the project's config file give now: none
 * are kept. A config file that cannot be read gives none.
 */
export async function knownEndpoints(
  store: Store,
  { cwd, env }: Pick<Surroundings, 'cwd' | 'env'>,
): Promise<ConfiguredEndpoint[]> {
  const last = lastEndpoints(store);
  const file = findConfig(undefined, cwd);
  const read = file === null ? null : await readConfig(file, cwd);
  const written = read?.ok ? (read.config.values.endpoints ?? []) : [];
  const names = last.map(({ config }) => config.name);
  return last.map(({ config, source }) => {
    const { values } = environmentSecrets(config.name, names, env);
    const ofFile = written.find(({ name }) => name === config.name)?.secrets ?? [];
    const secrets = [...new Set([...values, ...ofFile])].slice(0, 10);
    return { source, config: secrets.length > 0 ? { ...config, secrets } : config };
  });
}
