/** The secrets of one endpoint that the environment gives, and the variables that they stand in. */
export interface EnvironmentSecrets {
  readonly values: readonly string[];
  readonly variables: readonly string[];
}

const prefix = 'HOOKTAP_SECRET_';

export const secretVariable = (endpoint: string): string =>
  `${prefix}${endpoint.toUpperCase().replaceAll('-', '_')}`;

/**
 * `HOOKTAP_SECRET_<ENDPOINT>`, and while a secret is being changed `…_2` to `…_9`. A variable that is another
 * endpoint's own (`stripe-2`) is only that one's.
 */
export function environmentSecrets(
  endpoint: string,
  all: readonly string[],
  env: NodeJS.ProcessEnv,
): EnvironmentSecrets {
  const first = secretVariable(endpoint);
  const others = new Set(all.filter((name) => name !== endpoint).map(secretVariable));
  const numbered = Array.from({ length: 8 }, (_, index) => `${first}_${index + 2}`);
  const variables = [first, ...numbered.filter((name) => !others.has(name))].filter((name) => env[name]);
  return { variables, values: variables.map((name) => env[name] ?? '') };
}

/** Variables that no endpoint takes: most likely a slip in the name. */
export function unusedSecrets(used: readonly string[], env: NodeJS.ProcessEnv): string[] {
  return Object.keys(env).filter((name) => name.startsWith(prefix) && env[name] && !used.includes(name));
}
