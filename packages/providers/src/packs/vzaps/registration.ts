import { firstTextAt, textAt, textsAt, valueAt } from '../../payload.ts';
import type { Answers, Call, Registration, Slot } from '../../register/registration.ts';

const path = (answers: Answers): string =>
  `/instances/${encodeURIComponent(answers['instance'] ?? '')}/webhook`;

function call(method: Call['method'], answers: Answers, value?: unknown): Call {
  return {
    method,
    path: path(answers),
    headers: [
      ['Authorization', `Bearer ${answers['access'] ?? ''}`],
      ['X-Client-Token', answers['client-token'] ?? ''],
      ['X-Instance-Token', answers['instance-token'] ?? ''],
      ['Accept', 'application/json'],
      ...(value === undefined ? [] : [['Content-Type', 'application/json'] as const]),
    ],
    ...(value === undefined ? {} : { body: { kind: 'json' as const, value } }),
  };
}

/** The list as a text with commas or as an array: both were seen. */
function eventsOf(data: unknown): string[] {
  for (const name of ['subscribe', 'events']) {
    const list = textsAt(data, name);
    if (list.length > 0) return list;
    const text = textAt(data, name);
    if (text !== undefined) return text.split(',').map((one) => one.trim());
  }
  return [];
}

/**
 * The API reference writes `webhookURL` and a text with commas, the SDKs `webhook_url` and an array. Events
 * that are left out stay as they are.
 */
function body(answers: Answers, url: string, events: readonly string[] | undefined): unknown {
  const sdk = answers['spelling'] === 'sdk';
  return {
    [sdk ? 'webhook_url' : 'webhookURL']: url,
    ...(events === undefined ? {} : { events: sdk ? events : events.join(',') }),
  };
}

const slot: Slot = {
  name: 'instance',
  says: 'the webhook of the instance',
  read: (answers) => call('GET', answers),
  current: (response) => {
    const data = valueAt(response, 'data');
    if (typeof data !== 'object' || data === null) return null;
    return {
      url: firstTextAt(data, ['webhook', 'webhook_url', 'webhookURL']) ?? null,
      rest: { events: eventsOf(data) },
    };
  },
  point: (answers, url, before) => {
    const subscribed = textsAt(before.rest, 'events').length > 0;
    return call('POST', answers, body(answers, url, subscribed ? undefined : ['All']));
  },
  restore: (answers, before) => {
    const events = textsAt(before.rest, 'events');
    return before.url === null
      ? null
      : call('POST', answers, body(answers, before.url, events.length > 0 ? events : undefined));
  },
  cannotRestore: 'There was none before, and how to clear one is not documented: it is left as it is.',
};

export const vzapsRegistration: Registration = {
  baseUrl: 'https://api.vzaps.com',
  baseUrlEnvironment: 'VZAPS_BASE_URL',
  asks: [
    { name: 'client-token', says: 'the client token', secret: true, environment: 'VZAPS_CLIENT_TOKEN' },
    { name: 'client-secret', says: 'the client secret', secret: true, environment: 'VZAPS_CLIENT_SECRET' },
    {
      name: 'instance-token',
      says: 'the instance’s token',
      secret: true,
      environment: 'VZAPS_INSTANCE_TOKEN',
    },
    { name: 'instance', says: 'the instance’s id (--instance)', secret: false },
    {
      name: 'spelling',
      says: 'how the body is spelt: "api-reference" or "sdk"',
      secret: false,
      optional: true,
    },
  ],
  slots: () => [slot],
  login: {
    name: 'access',
    call: (answers) => ({
      method: 'POST',
      path: '/token',
      headers: [
        ['Accept', 'application/json'],
        ['Content-Type', 'application/json'],
      ],
      body: {
        kind: 'json',
        value: { client_token: answers['client-token'], client_secret: answers['client-secret'] },
      },
    }),
    token: (response) => firstTextAt(response, ['access_token', 'data.access_token']),
  },
  warnings: [
    'VZaps’ own sources spell the body in two ways; the setting is read back, and the other spelling can be chosen (--spelling sdk).',
    'How to clear a webhook is not documented: one that was not there before is left as it is.',
  ],
};
