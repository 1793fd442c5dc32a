import { textAt } from '../../payload.ts';
import type { Answers, Call, Registration, Slot } from '../../register/registration.ts';

function call(method: Call['method'], answers: Answers, fields?: Record<string, string>): Call {
  return {
    method,
    path: `/v1/webhook_endpoints/${encodeURIComponent(answers['endpoint'] ?? '')}`,
    headers: [['Authorization', `Bearer ${answers['key'] ?? ''}`]],
    ...(fields ? { body: { kind: 'form' as const, fields } } : {}),
  };
}

const slot: Slot = {
  name: 'endpoint',
  says: 'the URL of the webhook endpoint',
  read: (answers) => call('GET', answers),
  current: (response) => {
    const url = textAt(response, 'url');
    return url === undefined ? null : { url, rest: {} };
  },
  point: (answers, url) => call('POST', answers, { url }),
  restore: (answers, before) => (before.url === null ? null : call('POST', answers, { url: before.url })),
};

/** docs.stripe.com/api/webhook_endpoints/update: only the URL is sent, so events and secret stay. */
export const stripeRegistration: Registration = {
  baseUrl: 'https://api.stripe.com',
  baseUrlEnvironment: 'STRIPE_API_BASE',
  asks: [
    { name: 'key', says: 'a secret or restricted key', secret: true, environment: 'STRIPE_API_KEY' },
    { name: 'endpoint', says: 'the webhook endpoint’s id, we_… (--endpoint)', secret: false },
  ],
  slots: () => [slot],
  warnings: ['The endpoint must exist; its events and its secret stay as they are.'],
};
