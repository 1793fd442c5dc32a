import type { EndpointConfig } from '@hooktap/protocol';
import { compileEndpoint, usualDefaults } from './compile-endpoint.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';

/** A policy for a test, made of what a person would write. */
export function endpointPolicy(config: Partial<EndpointConfig>): EndpointPolicy {
  const compiled = compileEndpoint(
    { name: 'default', path: '/', ...config },
    { kind: 'flags' },
    { defaults: usualDefaults, schedules: () => null },
  );
  if (!compiled.ok)
    throw new Error(compiled.errors.map(({ path, message }) => `${path}: ${message}`).join(' '));
  return compiled.policy;
}
