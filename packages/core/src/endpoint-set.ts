import type { EndpointConfig, EndpointSource } from '@hooktap/protocol';
import { compileEndpoint, type EndpointDefaults } from './compile-endpoint.ts';
import type { RetrySchedules } from './compile-retry.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import type { FieldFault } from './field-fault.ts';
import { refusals } from './say.ts';

/** One endpoint as it was configured, and where. */
export interface ConfiguredEndpoint {
  readonly config: EndpointConfig;
  readonly source: EndpointSource;
}

/** What is wrong with a set of endpoints, each fault with the endpoint's name. */
export interface EndpointFault extends FieldFault {
  readonly endpoint: string;
}

export type Applied =
  | { readonly ok: true }
  | { readonly ok: false; readonly errors: readonly EndpointFault[] };

type CompiledSet =
  | { readonly ok: true; readonly policies: readonly EndpointPolicy[] }
  | Extract<Applied, { ok: false }>;

export const prefixOf = ({ path }: Pick<EndpointConfig, 'path'>): string => path.replace(/\/+$/, '');

/** All of them or none, longest prefix first. */
export function compileSet(
  endpoints: readonly ConfiguredEndpoint[],
  context: { readonly defaults: EndpointDefaults; readonly schedules: RetrySchedules },
): CompiledSet {
  const policies: EndpointPolicy[] = [];
  const errors: EndpointFault[] = [];
  for (const [index, { config, source }] of withRest(endpoints).entries()) {
    const compiled = compileEndpoint(config, source, context);
    if (compiled.ok) policies.push(compiled.policy);
    const faults = [...(compiled.ok ? [] : compiled.errors), ...clashes(config, endpoints.slice(0, index))];
    errors.push(...faults.map((fault) => ({ ...fault, endpoint: config.name })));
  }
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, policies: policies.sort((a, b) => b.prefix.length - a.prefix.length) };
}

/** What no endpoint asks for is kept and acknowledged by one of the name `default`. */
function withRest(endpoints: readonly ConfiguredEndpoint[]): readonly ConfiguredEndpoint[] {
  if (endpoints.some(({ config }) => prefixOf(config) === '')) return endpoints;
  const names = new Set(endpoints.map(({ config }) => config.name));
  let name = 'default';
  while (names.has(name)) name = `the-${name}`;
  return [...endpoints, { config: { name, path: '/' }, source: { kind: 'flags' } }];
}

function clashes(config: EndpointConfig, before: readonly ConfiguredEndpoint[]): FieldFault[] {
  const faults: FieldFault[] = [];
  if (before.some((other) => other.config.name === config.name)) {
    faults.push({ path: 'name', ...refusals.sentence('endpoint-named', { name: config.name }) });
  }
  const rival = before.find((other) => prefixOf(other.config) === prefixOf(config));
  if (rival) {
    faults.push({ path: 'path', ...refusals.sentence('endpoint-path', { name: rival.config.name }) });
  }
  return faults;
}
