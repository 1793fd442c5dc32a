import { ok, type ProviderApi, refused, startProviderApi } from './provider-api.ts';

export interface StripeState {
  url: string;
  enabled_events: string[];
}

export const stripeCredentials = { STRIPE_API_KEY: 'sk_test_71c0aa3e' } as const;
const endpointPath = '/v1/webhook_endpoints/we_1';

/** One webhook endpoint as documented: `GET` and, with a form, `POST /v1/webhook_endpoints/we_1`. */
export function startStripeApi(state: StripeState): Promise<ProviderApi<StripeState>> {
  return startProviderApi(state, ({ method, path, headers, body }) => {
    if (headers.authorization !== `Bearer ${stripeCredentials.STRIPE_API_KEY}`) {
      return refused(401, { error: { type: 'invalid_request_error', message: 'Invalid API Key provided' } });
    }
    if (path !== endpointPath) {
      const message = 'No such webhook endpoint';
      return refused(404, { error: { type: 'invalid_request_error', code: 'resource_missing', message } });
    }
    if (method === 'POST') {
      const form = new URLSearchParams(String(body));
      const url = form.get('url');
      if (url !== null) state.url = url;
      const events = [...form].filter(([name]) => /^enabled_events\[\d*\]$/.test(name));
      if (events.length > 0) state.enabled_events = events.map(([, value]) => value);
    } else if (method !== 'GET') throw new Error(`Not documented: ${method} ${path}`);
    return ok({ id: 'we_1', object: 'webhook_endpoint', ...state, status: 'enabled', livemode: false });
  });
}
