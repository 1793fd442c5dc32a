import type { Fresh } from '../../samples/fresh.ts';
import type { Sample, Scenario } from '../../samples/sample.ts';

type Fields = Record<string, unknown>;

const chat = '5511987654321@s.whatsapp.net';
const messageId = (fresh: Fresh): string => fresh.same('message', () => `3EB0${fresh.hex(18).toUpperCase()}`);

function sample(eventType: string, event: (fresh: Fresh) => Fields, more: Partial<Sample> = {}): Sample {
  return {
    eventType,
    says: 'the envelope is documented; what lies inside "event" is not, and follows what others’ code reads',
    build: (fresh) => ({
      headers: [['Content-Type', 'application/json']],
      body: {
        kind: 'json',
        value: {
          type: eventType,
          instance_id: fresh.same('instance', () => `VZ${fresh.token(14).toUpperCase()}`),
          event: event(fresh),
        },
      },
    }),
    ...more,
  };
}

const info = (fresh: Fresh, fromMe: boolean): Fields => ({
  id: messageId(fresh),
  chat,
  sender: fromMe ? '5511912345678@s.whatsapp.net' : chat,
  is_from_me: fromMe,
  is_group: false,
  push_name: fromMe ? 'Loja' : 'Ana Souza',
  timestamp: new Date(fresh.now - 700).toISOString(),
});

const receipt =
  (state: string) =>
  (fresh: Fresh): Fields => ({
    state,
    chat,
    sender: chat,
    message_ids: [messageId(fresh)],
    timestamp: new Date(fresh.now).toISOString(),
  });

/** `event` holds only fields that receivers of VZaps were seen to read; every value is made up. */
export const vzapsSamples: readonly Sample[] = [
  sample(
    'Message',
    (fresh) => ({ info: info(fresh, false), message: { conversation: 'Oi, meu pedido já saiu? 🙂' } }),
    {
      optional: { media_url: 'x', event: { info: { sender_alt: 'x' } } },
    },
  ),
  sample(
    'Message',
    (fresh) => ({ info: info(fresh, true), message: { extendedTextMessage: { text: 'Seu pedido saiu.' } } }),
    {
      variant: 'sent',
      optional: { event: { info: { sender_alt: 'x' } } },
    },
  ),
  sample(
    'Message',
    (fresh) => ({
      info: info(fresh, false),
      message: { imageMessage: { caption: 'Olha só', mimetype: 'image/jpeg' } },
    }),
    {
      variant: 'image',
      optional: { media_url: 'x', event: { info: { sender_alt: 'x' } } },
    },
  ),
  sample('ReadReceipt', receipt('Delivered')),
  sample('ReadReceipt', receipt('Read'), { variant: 'read' }),
  sample('ReadReceipt', receipt('ReadSelf'), { variant: 'read-self' }),
  sample('Connected', () => ({})),
  sample('Disconnected', () => ({})),
  sample('Presence', () => ({ from: chat, unavailable: false })),
  sample('ChatPresence', () => ({ chat, sender: chat, state: 'composing' })),
  sample('HistorySync', () => ({})),
  sample('GroupParticipantsAdd', () => ({ chat: '120363000000000000@g.us', participants: [chat] })),
  sample('GroupParticipantsRemove', () => ({ chat: '120363000000000000@g.us', participants: [chat] })),
];

export const vzapsScenarios: readonly Scenario[] = [
  {
    name: 'conversation',
    says: 'a message of yours, delivered and read',
    steps: [
      { eventType: 'Message', variant: 'sent', afterMs: 0 },
      { eventType: 'ReadReceipt', afterMs: 1200 },
      { eventType: 'ReadReceipt', variant: 'read', afterMs: 5000 },
    ],
  },
];
