import { fieldOf, ok, type ProviderApi, refused, startProviderApi } from './provider-api.ts';

/** By the field of `GET /me`. */
export type ZapiState = Record<string, string | null>;

export const zapiCredentials = { ZAPI_TOKEN: 'za-token-55aa', ZAPI_CLIENT_TOKEN: 'za-client-0b3d' } as const;

const fields: Readonly<Record<string, string>> = {
  'update-webhook-received': 'receivedCallbackUrl',
  'update-webhook-received-delivery': 'receivedCallbackUrl',
  'update-webhook-delivery': 'deliveryCallbackUrl',
  'update-webhook-message-status': 'messageStatusCallbackUrl',
  'update-webhook-chat-presence': 'presenceChatCallbackUrl',
  'update-webhook-connected': 'connectedCallbackUrl',
  'update-webhook-disconnected': 'disconnectedCallbackUrl',
};

/** Z-API's callback settings as documented: the token in the path, `GET /me`, and a `PUT` for each callback. */
export function startZapiApi(given: ZapiState): Promise<ProviderApi<ZapiState>> {
  const unset = Object.fromEntries(Object.values(fields).map((field) => [field, null]));
  return startProviderApi<ZapiState>({ ...unset, ...given }, ({ method, path, headers, body }, state) => {
    const base = `/instances/I1/token/${zapiCredentials.ZAPI_TOKEN}/`;
    if (!path.startsWith(base)) return refused(404, { error: `Instance not found: ${path}` });
    if (headers['client-token'] !== zapiCredentials.ZAPI_CLIENT_TOKEN)
      return refused(403, { error: 'null not allowed' });
    if (headers['content-type'] !== 'application/json')
      return refused(415, { error: 'Unsupported Media Type' });
    const operation = path.slice(base.length);
    if (operation === 'me') {
      if (method !== 'GET') return refused(405, {});
      const token = zapiCredentials.ZAPI_TOKEN;
      return ok({ id: 'I1', token, name: 'loja', connected: true, receiveCallbackSentByMe: false, ...state });
    }
    const field = fields[operation];
    if (field === undefined) return refused(404, { error: operation });
    if (method !== 'PUT') return refused(405, { error: 'Method not allowed' });
    const value = fieldOf(body, 'value');
    if (typeof value !== 'string' || value === '')
      throw new Error('How to clear a callback is not documented.');
    state[field] = value;
    return ok({ value: true });
  });
}
