import { textAt } from '../../payload.ts';
import type { Answers, Call, Registration, Slot } from '../../register/registration.ts';

function call(method: Call['method'], answers: Answers, value?: unknown): Call {
  const repository = (answers['repository'] ?? '').split('/').map(encodeURIComponent).join('/');
  return {
    method,
    path: `/repos/${repository}/hooks/${encodeURIComponent(answers['hook'] ?? '')}/config`,
    headers: [
      ['Authorization', `Bearer ${answers['token'] ?? ''}`],
      ['Accept', 'application/vnd.github+json'],
      ['User-Agent', 'hooktap'],
      ...(value === undefined ? [] : [['Content-Type', 'application/json'] as const]),
    ],
    ...(value === undefined ? {} : { body: { kind: 'json' as const, value } }),
  };
}

/** An existing webhook's own configuration: only its URL is sent, so secret and content type stay. */
const slot: Slot = {
  name: 'hook',
  says: 'the URL of the repository’s webhook',
  read: (answers) => call('GET', answers),
  current: (response) => {
    const url = textAt(response, 'url');
    return url === undefined ? null : { url, rest: {} };
  },
  point: (answers, url) => call('PATCH', answers, { url }),
  restore: (answers, before) => (before.url === null ? null : call('PATCH', answers, { url: before.url })),
};

/** docs.github.com/en/rest/repos/webhooks: "Update a webhook configuration for a repository". */
export const githubRegistration: Registration = {
  baseUrl: 'https://api.github.com',
  baseUrlEnvironment: 'GITHUB_API_URL',
  asks: [
    { name: 'token', says: 'a token that may change webhooks', secret: true, environment: 'GITHUB_TOKEN' },
    { name: 'repository', says: 'owner/name (--repository)', secret: false },
    { name: 'hook', says: 'the webhook’s id (--hook)', secret: false },
  ],
  slots: () => [slot],
  warnings: ['The webhook must exist; its events and its secret stay as they are.'],
};
