import { Endpoint, type EndpointConfig, Endpoints } from '@hooktap/protocol';
import type { Requests } from './requests.ts';

type Signal = AbortSignal | undefined;

/** What has a default may be left out. */
export type EndpointConfigInput = Omit<EndpointConfig, 'path'> & { readonly path?: string };

/** `release` ends `hold` and sends what is held; `resume` ends `pause` and `breakpoint`. */
export type EndpointVerb = 'pause' | 'resume' | 'hold' | 'release' | 'breakpoint';

export interface EndpointCalls {
  endpoints(signal?: Signal): Promise<Endpoints>;
  endpoint(name: string, signal?: Signal): Promise<Endpoint>;
  /** Makes it, or replaces one of the API's own. Secrets that are left out stay as they were. */
  putEndpoint(config: EndpointConfigInput, signal?: Signal): Promise<Endpoint>;
  /** What waits for it is cancelled; the attempts under way are the last of their deliveries. */
  removeEndpoint(name: string, signal?: Signal): Promise<void>;
  changeEndpoint(name: string, verb: EndpointVerb, signal?: Signal): Promise<Endpoint>;
}

export const endpointCalls = (requests: Requests): EndpointCalls => {
  const at = (name: string) => `/api/endpoints/${encodeURIComponent(name)}`;
  return {
    endpoints: (signal) => requests.json(Endpoints, '/api/endpoints', { signal }),
    endpoint: (name, signal) => requests.json(Endpoint, at(name), { signal }),
    putEndpoint: (config, signal) =>
      requests.json(Endpoint, at(config.name), { method: 'PUT', body: config, signal }),
    async removeEndpoint(name, signal) {
      await requests.send(at(name), { method: 'DELETE', signal });
    },
    changeEndpoint: (name, verb, signal) =>
      requests.json(Endpoint, `${at(name)}/${verb}`, { method: 'POST', signal }),
  };
};
