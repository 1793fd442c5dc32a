import { type ApiAnswer, fieldOf, ok, type ProviderApi, refused, startProviderApi } from './provider-api.ts';

export interface VzapsState {
  url: string;
  events: string[];
}

export const vzapsCredentials = {
  VZAPS_CLIENT_TOKEN: 'vz-client-1f0a',
  VZAPS_CLIENT_SECRET: 'vz-secret-9c2b',
  VZAPS_INSTANCE_TOKEN: 'vz-instance-77d4',
} as const;

interface Options extends VzapsState {
  /** Its own sources differ in how the body is spelt; the wrong one changes nothing and is answered 200. */
  readonly spelling?: 'api-reference' | 'sdk';
}

/** VZaps' webhook settings as documented: `POST /token`, then `GET` and `POST /instances/{id}/webhook`. */
export function startVzapsApi({
  spelling = 'api-reference',
  ...state
}: Options): Promise<ProviderApi<VzapsState>> {
  const given = new Set<string>();
  const token = (body: unknown): ApiAnswer => {
    const known =
      fieldOf(body, 'client_token') === vzapsCredentials.VZAPS_CLIENT_TOKEN &&
      fieldOf(body, 'client_secret') === vzapsCredentials.VZAPS_CLIENT_SECRET;
    if (!known) return refused(401, { error: 'invalid credentials' });
    const access = `vz-access-${given.size + 1}`;
    given.add(access);
    return ok({ access_token: access, expires_in: 3600 });
  };
  return startProviderApi(state, ({ method, path, headers, body }) => {
    if (method === 'POST' && path === '/token') return token(body);
    const allowed =
      given.has(headers.authorization?.replace(/^Bearer /, '') ?? '') &&
      headers['x-client-token'] === vzapsCredentials.VZAPS_CLIENT_TOKEN &&
      headers['x-instance-token'] === vzapsCredentials.VZAPS_INSTANCE_TOKEN;
    if (!allowed) return refused(401, { error: 'unauthorized' });
    if (path !== '/instances/VZ1/webhook') return refused(404, { error: 'no such instance' });
    if (method === 'GET')
      return ok({
        code: 200,
        success: true,
        data: { webhook: state.url, subscribe: state.events.join(',') },
      });
    if (method !== 'POST') throw new Error(`Not documented: ${method} ${path}`);
    const url = fieldOf(body, spelling === 'sdk' ? 'webhook_url' : 'webhookURL');
    const events = fieldOf(body, 'events');
    if (typeof url === 'string') state.url = url;
    if (typeof events === 'string') state.events = events.split(',');
    if (Array.isArray(events)) state.events = events;
    return ok({ code: 200, success: true, data: { webhook: state.url, events: state.events.join(',') } });
  });
}
