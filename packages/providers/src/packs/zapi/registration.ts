import { textAt, valueAt } from '../../payload.ts';
import type { Answers, Call, Registration, Slot } from '../../register/registration.ts';

function call(method: Call['method'], operation: string, answers: Answers, value?: unknown): Call {
  const id = encodeURIComponent(answers['instance'] ?? '');
  const token = encodeURIComponent(answers['token'] ?? '');
  return {
    method,
    path: `/instances/${id}/token/${token}/${operation}`,
    headers: [
      ['Content-Type', 'application/json'],
      ...(answers['client-token'] ? [['Client-Token', answers['client-token']] as const] : []),
    ],
    ...(value === undefined ? {} : { body: { kind: 'json' as const, value } }),
  };
}

/** Each callback's own path and the field of `GET /me` that shows it. */
const callbacks = [
  ['received', 'messages that come in', 'receivedCallbackUrl'],
  ['delivery', 'messages that leave', 'deliveryCallbackUrl'],
  ['message-status', 'the status of messages', 'messageStatusCallbackUrl'],
  ['chat-presence', 'who is typing', 'presenceChatCallbackUrl'],
  ['connected', 'the connection to WhatsApp', 'connectedCallbackUrl'],
  ['disconnected', 'the loss of WhatsApp', 'disconnectedCallbackUrl'],
] as const;

/** `update-webhook-received-delivery` is the path for one that also tells of messages sent by oneself. */
const operation = (name: string, sentByMe: boolean): string =>
  name === 'received' && sentByMe ? 'update-webhook-received-delivery' : `update-webhook-${name}`;

const slots: readonly Slot[] = callbacks.map(([name, says, field]) => ({
  name,
  says: `the callback for ${says}`,
  read: (answers) => call('GET', 'me', answers),
  current: (response) => {
    if (typeof response !== 'object' || response === null || !('id' in response || field in response))
      return null;
    return {
      url: textAt(response, field) ?? null,
      rest: { sentByMe: valueAt(response, 'receiveCallbackSentByMe') === true },
    };
  },
  point: (answers, url, before) =>
    call('PUT', operation(name, before.rest['sentByMe'] === true), answers, { value: url }),
  restore: (answers, before) =>
    before.url === null
      ? null
      : call('PUT', operation(name, before.rest['sentByMe'] === true), answers, { value: before.url }),
  cannotRestore: 'There was none before, and how to clear one is not documented: it is left as it is.',
}));

export const zapiRegistration: Registration = {
  baseUrl: 'https://api.z-api.io',
  baseUrlEnvironment: 'ZAPI_BASE_URL',
  asks: [
    { name: 'instance', says: 'the instance’s id (--instance)', secret: false },
    { name: 'token', says: 'the instance’s token', secret: true, environment: 'ZAPI_TOKEN' },
    {
      name: 'client-token',
      says: 'the account’s security token',
      secret: true,
      environment: 'ZAPI_CLIENT_TOKEN',
      optional: true,
    },
    {
      name: 'callbacks',
      says: `which callbacks, with commas (all unless said): ${callbacks.map(([name]) => name).join(', ')}`,
      secret: false,
      optional: true,
    },
  ],
  slots: (answers) => {
    const wanted = answers['callbacks']?.split(',').map((name) => name.trim());
    return wanted ? slots.filter(({ name }) => wanted.includes(name)) : slots;
  },
  warnings: [
    'The URL must be https.',
    'How to clear a callback is not documented: one that was not there before is left as it is.',
    'Whether setting the callback for received messages changes "also those sent by me" is not documented; the path that keeps it is used.',
  ],
};
