import type { EventType } from '../../pack.ts';
import type { Fresh } from '../../samples/fresh.ts';
import type { Sample, Scenario } from '../../samples/sample.ts';

type Fields = Record<string, unknown>;
const cloud = 'https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/payload-examples';
const messenger = 'https://developers.facebook.com/docs/messenger-platform/reference/webhook-events';

export const metaEventTypes: readonly EventType[] = [
  { name: 'whatsapp.messages', says: 'Somebody wrote to your WhatsApp number.', docs: cloud },
  {
    name: 'whatsapp.statuses',
    says: 'A message of yours moved on (sent, delivered, read, failed).',
    docs: cloud,
  },
  {
    name: 'whatsapp.message_template_status_update',
    says: 'A template was approved, refused or paused.',
    docs: cloud,
  },
  { name: 'messenger.message', says: 'Somebody wrote to your page.', docs: messenger },
  { name: 'messenger.delivery', says: 'Messages of yours were delivered.', docs: messenger },
  { name: 'messenger.read', says: 'Messages of yours were read.', docs: messenger },
  { name: 'messenger.postback', says: 'Somebody pressed a button.', docs: messenger },
  { name: 'messenger.reaction', says: 'Somebody reacted to a message.', docs: messenger },
  { name: 'instagram.message', says: 'Somebody wrote to your Instagram account.', docs: messenger },
  {
    name: 'hub.challenge',
    says: 'Meta tests the URL; it wants the challenge back (a GET).',
    docs: 'https://developers.facebook.com/docs/graph-api/webhooks/getting-started',
  },
];

const customer = '5511987654321';
const seconds = (fresh: Fresh): string => String(Math.floor(fresh.now / 1000));

function sample(eventType: string, build: (fresh: Fresh) => Fields, more: Partial<Sample> = {}): Sample {
  return {
    eventType,
    build: (fresh) => ({
      headers: [
        ['Content-Type', 'application/json'],
        ['User-Agent', 'facebookexternalua'],
        ['Accept', '*/*'],
      ],
      body: { kind: 'json', value: build(fresh), escapeUnicode: true },
    }),
    ...more,
  };
}

const whatsapp = (fresh: Fresh, field: string, value: Fields): Fields => ({
  object: 'whatsapp_business_account',
  entry: [{ id: fresh.same('account', () => fresh.digits(15)), changes: [{ value, field }] }],
});
const metadata = (fresh: Fresh): Fields => ({
  messaging_product: 'whatsapp',
  metadata: {
    display_phone_number: '13125550142',
    phone_number_id: fresh.same('number', () => fresh.digits(15)),
  },
});
const incoming =
  (content: Fields) =>
  (fresh: Fresh): Fields =>
    whatsapp(fresh, 'messages', {
      ...metadata(fresh),
      contacts: [{ profile: { name: 'Ana Souza' }, wa_id: customer }],
      messages: [{ from: customer, id: `wamid.${fresh.token(40)}`, timestamp: seconds(fresh), ...content }],
    });
const status =
  (word: string, more: Fields = {}) =>
  (fresh: Fresh): Fields =>
    whatsapp(fresh, 'messages', {
      ...metadata(fresh),
      statuses: [
        {
          id: fresh.same('sent', () => `wamid.${fresh.token(40)}`),
          status: word,
          timestamp: seconds(fresh),
          recipient_id: customer,
          ...more,
        },
      ],
    });
const messaging =
  (object: string, item: (fresh: Fresh) => Fields) =>
  (fresh: Fresh): Fields => ({
    object,
    entry: [
      {
        id: fresh.same('page', () => fresh.digits(15)),
        time: fresh.now,
        messaging: [
          {
            sender: { id: fresh.same('person', () => fresh.digits(16)) },
            recipient: { id: fresh.same('page', () => fresh.digits(15)) },
            timestamp: fresh.now,
            ...item(fresh),
          },
        ],
      },
    ],
  });
const mid = (fresh: Fresh): string => fresh.same('mid', () => `m_${fresh.token(60)}`);
const media = {
  id: '1034567890',
  mime_type: 'image/jpeg',
  sha256: 'ipX0LwsA7ysQ0Wu0RqFfP1VvG0bA0d0zKc8WwXbT2a4=',
  caption: 'Olha só',
};

export const metaSamples: readonly Sample[] = [
  sample('whatsapp.messages', incoming({ type: 'text', text: { body: 'Oi, meu pedido já saiu? 🙂' } })),
  sample('whatsapp.messages', incoming({ type: 'image', image: media }), { variant: 'image' }),
  sample(
    'whatsapp.messages',
    incoming({
      type: 'interactive',
      interactive: { type: 'button_reply', button_reply: { id: 'sim', title: 'Sim' } },
      context: { from: '13125550142', id: 'wamid.HBgL' },
    }),
    { variant: 'button' },
  ),
  sample('whatsapp.statuses', status('sent')),
  sample('whatsapp.statuses', status('delivered'), { variant: 'delivered' }),
  sample('whatsapp.statuses', status('read'), { variant: 'read' }),
  sample(
    'whatsapp.statuses',
    status('failed', { errors: [{ code: 131047, title: 'Re-engagement message' }] }),
    { variant: 'failed' },
  ),
  sample('whatsapp.message_template_status_update', (fresh) =>
    whatsapp(fresh, 'message_template_status_update', {
      event: 'APPROVED',
      message_template_id: Number(fresh.digits(15)),
      message_template_name: 'pedido_saiu',
      message_template_language: 'pt_BR',
      reason: 'NONE',
    }),
  ),
  sample(
    'messenger.message',
    messaging('page', (fresh) => ({ message: { mid: mid(fresh), text: 'Vocês abrem amanhã?' } })),
  ),
  sample(
    'messenger.delivery',
    messaging('page', (fresh) => ({ delivery: { mids: [mid(fresh)], watermark: fresh.now } })),
  ),
  sample(
    'messenger.read',
    messaging('page', (fresh) => ({ read: { watermark: fresh.now } })),
  ),
  sample(
    'messenger.postback',
    messaging('page', (fresh) => ({
      postback: { mid: mid(fresh), title: 'Começar', payload: 'GET_STARTED' },
    })),
  ),
  sample(
    'messenger.reaction',
    messaging('page', (fresh) => ({
      reaction: { mid: mid(fresh), action: 'react', emoji: '❤️', reaction: 'love' },
    })),
  ),
  sample(
    'instagram.message',
    messaging('instagram', (fresh) => ({ message: { mid: mid(fresh), text: 'Qual o preço?' } })),
  ),
];

export const metaScenarios: readonly Scenario[] = [
  {
    name: 'conversation',
    says: 'somebody writes, your answer is sent, delivered and read',
    steps: [
      { eventType: 'whatsapp.messages', afterMs: 0 },
      { eventType: 'whatsapp.statuses', afterMs: 2500 },
      { eventType: 'whatsapp.statuses', variant: 'delivered', afterMs: 1200 },
      { eventType: 'whatsapp.statuses', variant: 'read', afterMs: 6000 },
    ],
  },
];
