import type { ConfiguredEndpoint, EndpointFault, Hooktap } from '@hooktap/core';
import { faultText } from './config-fault.ts';
import { configuredEndpoints, type EndpointGivens } from './configured-endpoints.ts';
import { knownNames } from './known-names.ts';
import type { FieldPath } from './locate-field.ts';

export type Applied =
  | {
      readonly ok: true;
      readonly endpoints: readonly ConfiguredEndpoint[];
      readonly notices: readonly string[];
    }
  | { readonly ok: false; readonly messages: readonly string[] };

/** Hands flags, file and environment to Hooktap, all or nothing. What is wrong is said with file, line and field. */
export function applyEndpoints(hooktap: Pick<Hooktap, 'applyEndpoints'>, givens: EndpointGivens): Applied {
  const { endpoints, notices } = configuredEndpoints(givens);
  const applied = hooktap.applyEndpoints(endpoints, knownNames(givens.config));
  if (applied.ok) return { ok: true, endpoints, notices };
  return { ok: false, messages: applied.errors.map((fault) => textOf(fault, endpoints, givens)) };
}

function textOf(
  { endpoint, path, message }: EndpointFault,
  endpoints: readonly ConfiguredEndpoint[],
  { config }: EndpointGivens,
): string {
  const named = (one: { readonly name: string }) => one.name === endpoint;
  const written = config?.values.endpoints ?? [];
  // Of two with the same name or path it is the second one that is wrong.
  const index = /^(name|path)$/.test(path) ? written.findLastIndex(named) : written.findIndex(named);
  if (config && index >= 0) {
    return faultText(config.name, config.source, { path: ['endpoints', index, ...stepsOf(path)], message });
  }
  const ofFlags = endpoints.some((one) => named(one.config));
  return `The endpoint '${endpoint}' of the ${ofFlags ? 'command line' : 'API'}, ${path}: ${message}`;
}

/** `retry.schedule[2]` as steps. */
const stepsOf = (path: string): FieldPath =>
  [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([step, index]) =>
    index === undefined ? step : Number(index),
  );
