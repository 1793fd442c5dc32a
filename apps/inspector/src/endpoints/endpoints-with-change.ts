import type { Endpoint, StreamChange } from '@hooktap/protocol';

/** The endpoints after one message of the stream; the same list where it says nothing of them. */
export function endpointsWithChange(
  endpoints: readonly Endpoint[],
  change: StreamChange,
): readonly Endpoint[] {
  if (change.type === 'endpoint.changed') {
    const { endpoint } = change;
    const isKnown = endpoints.some(({ name }) => name === endpoint.name);
    if (!isKnown) return [...endpoints, endpoint];
    return endpoints.map((other) => (other.name === endpoint.name ? endpoint : other));
  }
  if (change.type === 'endpoint.removed') return endpoints.filter(({ name }) => name !== change.name);
  if (change.type !== 'target.changed') return endpoints;
  const { target } = change;
  if (!endpoints.some(({ name }) => name === target.endpoint)) return endpoints;
  return endpoints.map((endpoint) => {
    if (endpoint.name !== target.endpoint) return endpoint;
    const targets = endpoint.targets.map((other) => (other.url === target.url ? target : other));
    return { ...endpoint, targets };
  });
}
