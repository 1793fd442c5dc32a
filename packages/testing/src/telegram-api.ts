import { fieldOf, ok, type ProviderApi, refused, startProviderApi } from './provider-api.ts';

export interface TelegramState {
  /** Empty: no webhook. */
  url: string;
  allowed_updates: string[];
  max_connections: number;
  /** Never shown by `getWebhookInfo`; a `setWebhook` without one takes it away. */
  secretToken: string | null;
}

export const telegramCredentials = {
  TELEGRAM_BOT_TOKEN: '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw',
  TELEGRAM_SECRET_TOKEN: 'tg-secret-4e1d',
} as const;

/** The two methods of the Bot API as documented: `getWebhookInfo` and `setWebhook`. */
export function startTelegramApi(state: TelegramState): Promise<ProviderApi<TelegramState>> {
  return startProviderApi(state, ({ method, path, body }) => {
    const [, token = '', name] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? [];
    if (token !== telegramCredentials.TELEGRAM_BOT_TOKEN) {
      return refused(401, { ok: false, error_code: 401, description: 'Unauthorized' });
    }
    if (name === 'getWebhookInfo') {
      const { url, allowed_updates, max_connections } = state;
      const more = url === '' ? {} : { max_connections, allowed_updates };
      const info = { url, has_custom_certificate: false, pending_update_count: 0, ...more };
      return ok({ ok: true, result: info });
    }
    if (method !== 'POST' || name !== 'setWebhook') throw new Error(`Not documented: ${method} ${name}`);
    const url = fieldOf(body, 'url');
    if (typeof url !== 'string') {
      return refused(400, { ok: false, error_code: 400, description: 'Bad Request: url is required' });
    }
    const updates = fieldOf(body, 'allowed_updates');
    const most = fieldOf(body, 'max_connections');
    const secret = fieldOf(body, 'secret_token');
    state.url = url;
    if (Array.isArray(updates)) state.allowed_updates = updates;
    state.max_connections = typeof most === 'number' ? most : 40;
    state.secretToken = typeof secret === 'string' ? secret : null;
    return ok({ ok: true, result: true, description: 'Webhook was set' });
  });
}
