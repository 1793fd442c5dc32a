import { textAt, textsAt, valueAt } from '../../payload.ts';
import type { Answers, Call, Registration, Setting, Slot } from '../../register/registration.ts';

const json = (method: Call['method'], path: string, answers: Answers, value?: unknown): Call => ({
  method,
  path,
  headers: [
    ['Authorization', `Bearer ${answers['key'] ?? ''}`],
    ...(value === undefined ? [] : [['Content-Type', 'application/json'] as const]),
  ],
  ...(value === undefined ? {} : { body: { kind: 'json' as const, value } }),
});

/** Asked for where nothing was subscribed to before. */
const usualEvents = [
  'message.inbound',
  'message.queued',
  'message.sent',
  'message.delivered',
  'message.read',
  'message.failed',
  'conversation.new',
];

const settingIn = (webhook: unknown): Setting => ({
  url: textAt(webhook, 'url') ?? null,
  rest: { events: textsAt(webhook, 'events'), active: valueAt(webhook, 'active') !== false },
});
const eventsOr = (before: Setting, usual: readonly string[]): readonly string[] => {
  const events = textsAt(before.rest, 'events');
  return events.length > 0 ? events : usual;
};
const active = (before: Setting): boolean => before.url !== null && before.rest['active'] !== false;

const senderPath = (answers: Answers): string => `/v1/senders/${encodeURIComponent(answers['sender'] ?? '')}`;

/** One sender has one webhook. A null URL would lose its secret, so what was not there before is paused. */
const senderSlot: Slot = {
  name: 'sender',
  says: 'the webhook of the sender',
  read: (answers) => json('GET', senderPath(answers), answers),
  current: (response) => {
    const sender = valueAt(response, 'sender') ?? response;
    return textAt(sender, 'id') === undefined ? null : settingIn(valueAt(sender, 'webhook'));
  },
  point: (answers, url, before) =>
    json('PATCH', senderPath(answers), answers, {
      webhookUrl: url,
      webhookEvents: eventsOr(before, usualEvents),
      webhookActive: true,
    }),
  restore: (answers, before) =>
    json(
      'PATCH',
      senderPath(answers),
      answers,
      before.url === null
        ? { webhookActive: false }
        : {
            webhookUrl: before.url,
            webhookEvents: eventsOr(before, usualEvents),
            webhookActive: active(before),
          },
    ),
  secretIn: (response) => textAt(valueAt(response, 'sender') ?? response, 'webhook.secret'),
};

const invitations = '/v1/invitations/webhook';

const projectSlot: Slot = {
  name: 'project',
  says: 'the project’s webhook for invitations',
  read: (answers) => json('GET', invitations, answers),
  current: (response) => settingIn(valueAt(response, 'webhook')),
  point: (answers, url, before) =>
    before.url === null
      ? json('POST', invitations, answers, { url, events: ['invitation.status_changed'] })
      : json('PATCH', invitations, answers, { url, active: true }),
  restore: (answers, before) =>
    json(
      'PATCH',
      invitations,
      answers,
      before.url === null ? { active: false } : { url: before.url, active: active(before) },
    ),
  secretIn: (response) => textAt(response, 'webhook.secret'),
};

const v2Slot: Slot = {
  name: 'v2',
  says: 'the project’s webhook of API v2 (it comes in addition to those of v1)',
  read: (answers) => json('GET', '/v2/webhook', answers),
  current: (response) => settingIn(valueAt(response, 'webhook')),
  point: (answers, url, before) =>
    json('PUT', '/v2/webhook', answers, { url, events: eventsOr(before, usualEvents) }),
  restore: (answers, before) =>
    before.url === null
      ? null
      : json('PUT', '/v2/webhook', answers, { url: before.url, events: eventsOr(before, usualEvents) }),
  cannotRestore:
    'There was none before, and API v2 can only delete one, which loses its secret: it is left as it is.',
  secretIn: (response) => textAt(response, 'webhook.secret'),
};

export const zavuRegistration: Registration = {
  baseUrl: 'https://api.zavu.dev',
  baseUrlEnvironment: 'ZAVUDEV_BASE_URL',
  asks: [
    { name: 'key', says: 'the API key', secret: true, environment: 'ZAVUDEV_API_KEY' },
    { name: 'sender', says: 'the sender’s id (--sender)', secret: false, optional: true },
    { name: 'project', says: 'the project’s webhook (--project)', secret: false, optional: true },
    { name: 'v2', says: 'the webhook of API v2 (--v2)', secret: false, optional: true },
  ],
  slots: (answers) => [
    ...(answers['sender'] ? [senderSlot] : []),
    ...(answers['project'] ? [projectSlot] : []),
    ...(answers['v2'] ? [v2Slot] : []),
  ],
  warnings: [
    'The URL must be https and public.',
    'The secret is shown only when the webhook is new; an existing one keeps its secret, which must be set here.',
    'A webhook that was not there before is paused at the end, not removed: removing loses its secret.',
  ],
};
