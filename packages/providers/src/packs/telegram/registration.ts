import { numberAt, textAt, textsAt, valueAt } from '../../payload.ts';
import type { Answers, Call, Registration, Setting, Slot } from '../../register/registration.ts';

/** With its colon as it is, as the documentation writes it. */
const path = (answers: Answers, method: string): string =>
  `/bot${encodeURIComponent(answers['token'] ?? '').replaceAll('%3A', ':')}/${method}`;

function setWebhook(answers: Answers, url: string, before: Setting): Call {
  const secret = answers['secret-token'];
  return {
    method: 'POST',
    path: path(answers, 'setWebhook'),
    headers: [['Content-Type', 'application/json']],
    body: { kind: 'json', value: { url, ...before.rest, ...(secret ? { secret_token: secret } : {}) } },
  };
}

const slot: Slot = {
  name: 'bot',
  says: 'the webhook of the bot',
  read: (answers) => ({ method: 'GET', path: path(answers, 'getWebhookInfo'), headers: [] }),
  current: (response) => {
    const info = valueAt(response, 'result');
    if (valueAt(response, 'ok') !== true || typeof info !== 'object' || info === null) return null;
    const allowed = textsAt(info, 'allowed_updates');
    const most = numberAt(info, 'max_connections');
    return {
      url: textAt(info, 'url') ?? null,
      rest: {
        ...(allowed.length > 0 ? { allowed_updates: allowed } : {}),
        ...(most === undefined ? {} : { max_connections: most }),
      },
    };
  },
  point: setWebhook,
  // An empty URL is how Telegram spells "none", which is what was there.
  restore: (answers, before) => setWebhook(answers, before.url ?? '', before),
};

/** core.telegram.org/bots/api#setwebhook and #getwebhookinfo. */
export const telegramRegistration: Registration = {
  baseUrl: 'https://api.telegram.org',
  baseUrlEnvironment: 'TELEGRAM_BASE_URL',
  asks: [
    { name: 'token', says: 'the bot’s token', secret: true, environment: 'TELEGRAM_BOT_TOKEN' },
    {
      name: 'secret-token',
      says: 'the secret_token to set with it',
      secret: true,
      environment: 'TELEGRAM_SECRET_TOKEN',
      optional: true,
    },
  ],
  slots: () => [slot],
  warnings: [
    'setWebhook without a secret_token takes an earlier one away, and Telegram does not show it: give the one your handler knows.',
    'A bot with a webhook gets nothing by getUpdates.',
  ],
};
