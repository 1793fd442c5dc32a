import {
  type ApiAnswer,
  type ApiCall,
  fieldOf,
  ok,
  type ProviderApi,
  refused,
  startProviderApi,
} from './provider-api.ts';

export interface ZavuWebhook {
  url: string;
  events: string[];
  active: boolean;
  secret: string;
}

export interface ZavuState {
  senders: Record<string, ZavuWebhook | null>;
  project: ZavuWebhook | null;
  v2: ZavuWebhook | null;
}

interface Options {
  readonly senders?: ZavuState['senders'];
  /** As the real one; without it, tunnels of tests on loopback are taken too. */
  readonly httpsOnly?: boolean;
}

export const zavuKey = 'zv_test_5e7d1c';

/**
 * Zavu's webhook settings as documented: those of senders (`/v1/senders/{id}`), of the project
 * (`/v1/invitations/webhook`) and of API v2 (`/v2/webhook`). A secret is told only when it is made.
 */
export function startZavuApi({
  senders = {},
  httpsOnly = true,
}: Options = {}): Promise<ProviderApi<ZavuState>> {
  const state: ZavuState = { senders, project: null, v2: null };
  let made = 0;
  const mint = (url: string, events: string[]): ZavuWebhook => {
    made += 1;
    return { url, events, active: true, secret: `whsec_made_${made}` };
  };
  const wrongUrl = (url: unknown): ApiAnswer | null => {
    if (typeof url === 'string' && (url.startsWith('https://') || !httpsOnly)) return null;
    return refused(400, {
      code: 'invalid_url',
      message: 'The webhook URL must be HTTPS on a public hostname.',
    });
  };

  const sender = (id: string, { method, body }: ApiCall): ApiAnswer => {
    if (!(id in state.senders)) return refused(404, { code: 'not_found', message: 'No such sender.' });
    let told = false;
    if (method === 'PATCH') {
      const url = fieldOf(body, 'webhookUrl');
      const before = state.senders[id] ?? null;
      if (url === null) state.senders[id] = null;
      else if (url !== undefined) {
        const wrong = wrongUrl(url);
        if (wrong) return wrong;
        told = before === null;
        state.senders[id] = before ? { ...before, url: String(url) } : mint(String(url), []);
      }
      update(state.senders[id] ?? null, fieldOf(body, 'webhookEvents'), fieldOf(body, 'webhookActive'));
    } else if (method !== 'GET') return refused(405, { code: 'method_not_allowed', message: method });
    const webhook = state.senders[id];
    return ok({
      id,
      name: 'Loja',
      ...(webhook && { webhook: { ...shown(webhook, told), signatureVersion: 'v2' } }),
    });
  };

  const project = ({ method, body }: ApiCall): ApiAnswer => {
    const url = fieldOf(body, 'url');
    if (url !== undefined && wrongUrl(url)) return wrongUrl(url) as ApiAnswer;
    if (method === 'POST') {
      if (state.project) return refused(409, { code: 'exists', message: 'There is one.' });
      state.project = mint(String(url), fieldOf(body, 'events') as string[]);
    } else if (method === 'PATCH') {
      if (!state.project) return refused(404, { code: 'not_found', message: 'There is none.' });
      if (url !== undefined) state.project.url = String(url);
      update(state.project, undefined, fieldOf(body, 'active'));
    } else if (method !== 'GET') throw new Error(`A webhook must not be deleted: ${method}`);
    return ok({ webhook: state.project && shown(state.project, method === 'POST') });
  };

  const v2 = ({ method, body }: ApiCall): ApiAnswer => {
    if (method === 'GET') return ok({ webhook: state.v2 && shown(state.v2, false) });
    if (method !== 'PUT') throw new Error(`A webhook must not be deleted: ${method}`);
    const url = fieldOf(body, 'url');
    const wrong = wrongUrl(url);
    if (wrong) return wrong;
    const told = state.v2 === null;
    state.v2 = state.v2 ? { ...state.v2, url: String(url) } : mint(String(url), []);
    update(state.v2, fieldOf(body, 'events'), undefined);
    return { statusCode: told ? 201 : 200, body: { webhook: shown(state.v2, told) } };
  };

  return startProviderApi(state, (call) => {
    if (call.headers.authorization !== `Bearer ${zavuKey}`)
      return refused(401, { code: 'unauthorized', message: `Wrong key: ${call.headers.authorization}` });
    const [, id] = /^\/v1\/senders\/([^/]+)$/.exec(call.path) ?? [];
    if (id !== undefined) return sender(decodeURIComponent(id), call);
    if (call.path === '/v1/invitations/webhook') return project(call);
    if (call.path === '/v2/webhook') return v2(call);
    return refused(404, { code: 'not_found', message: call.path });
  });
}

function update(webhook: ZavuWebhook | null, events: unknown, active: unknown): void {
  if (webhook && Array.isArray(events)) webhook.events = events;
  if (webhook && typeof active === 'boolean') webhook.active = active;
}

const shown = ({ secret, ...webhook }: ZavuWebhook, told: boolean) =>
  told ? { ...webhook, secret } : webhook;
