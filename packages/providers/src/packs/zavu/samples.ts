import type { Fresh } from '../../samples/fresh.ts';
import type { Sample, SampleRequest, Scenario } from '../../samples/sample.ts';

type Fields = Record<string, unknown>;

const customer = '+5511987654321';
const ours = '+13125550142';

function request(eventType: string, body: Fields): SampleRequest {
  return {
    headers: [
      ['Content-Type', 'application/json'],
      ['User-Agent', 'Zavu-Webhook/1.0'],
      ['X-Zavu-Event', eventType],
    ],
    body: { kind: 'json', value: body },
  };
}

const envelope = (fresh: Fresh, eventType: string, data: Fields): Fields => ({
  id: `evt_${fresh.now}_${fresh.hex(6)}`,
  type: eventType,
  timestamp: fresh.now,
  senderId: fresh.same('sender', () => `snd_${fresh.token(12)}`),
  projectId: fresh.same('project', () => `prj_${fresh.token(12)}`),
  data,
});

const sent = (fresh: Fresh): string => fresh.same('sent message', () => `msg_${fresh.token(16)}`);
const received = (fresh: Fresh): string => fresh.same('received message', () => `msg_${fresh.token(16)}`);
const conversation = (fresh: Fresh): string => fresh.same('conversation', () => `cnv_${fresh.token(16)}`);

function sample(eventType: string, data: (fresh: Fresh) => Fields, more: Partial<Sample> = {}): Sample {
  return {
    eventType,
    build: (fresh) => request(eventType, envelope(fresh, eventType, data(fresh))),
    ...more,
  };
}

const referral = {
  ctwaClid: 'x',
  sourceId: 'x',
  sourceType: 'ad',
  sourceUrl: 'x',
  headline: 'x',
  body: 'x',
  mediaType: 'image',
  imageUrl: 'x',
  videoUrl: 'x',
  thumbnailUrl: 'x',
};
const content = {
  mediaId: 'x',
  mimeType: 'x',
  filename: 'x',
  latitude: 0.5,
  longitude: 0.5,
  name: 'x',
  address: 'x',
  replyToMessageId: 'x',
  replyToProviderMessageId: 'x',
  replyToFrom: 'x',
  replyToText: 'x',
  replyToMessageType: 'x',
};
const inboundOptional = {
  data: { conversationId: 'x', profileName: 'x', providerTimestamp: 1, content, referral },
};

const inbound = (fresh: Fresh, more: Fields): Fields => ({
  messageId: received(fresh),
  conversationId: conversation(fresh),
  from: customer,
  to: ours,
  channel: 'whatsapp',
  status: 'received',
  providerTimestamp: fresh.now - 800,
  profileName: 'Ana Souza',
  ...more,
});

const outbound = (fresh: Fresh, status: string): Fields => ({
  messageId: sent(fresh),
  conversationId: conversation(fresh),
  to: customer,
  channel: 'whatsapp',
  status,
});
const outboundOptional = {
  data: { templateId: 'x', from: 'x', text: 'x', errorCode: 'x', errorMessage: 'x' },
};

const call = (fresh: Fresh, status: string): Fields => ({
  callId: fresh.same('call', () => `call_${fresh.token(16)}`),
  direction: 'outbound',
  from: ours,
  to: customer,
  status,
});

const withoutSender = ({ senderId: _senderId, ...rest }: Fields): Fields => rest;

/** Shapes as Zavu documents them; every value is made up. Event types whose fields are unknown have none. */
export const zavuSamples: readonly Sample[] = [
  sample(
    'message.inbound',
    (fresh) => inbound(fresh, { messageType: 'text', text: 'Oi, meu pedido já saiu? 🙂' }),
    {
      optional: inboundOptional,
    },
  ),
  sample(
    'message.inbound',
    (fresh) =>
      inbound(fresh, {
        messageType: 'image',
        text: 'Olha só',
        content: { mediaId: `med_${fresh.token(14)}`, mimeType: 'image/jpeg' },
      }),
    { variant: 'image', says: 'a picture with a caption', optional: inboundOptional },
  ),
  sample(
    'message.inbound',
    (fresh) =>
      inbound(fresh, {
        messageType: 'text',
        text: 'Sim, está certo',
        content: {
          replyToMessageId: sent(fresh),
          replyToProviderMessageId: `wamid.${fresh.token(24)}`,
          replyToFrom: ours,
          replyToText: 'Seu pedido 1042 saiu para entrega.',
          replyToMessageType: 'text',
        },
      }),
    { variant: 'reply', says: 'an answer to one of your messages', optional: inboundOptional },
  ),
  sample(
    'message.inbound',
    (fresh) =>
      inbound(fresh, {
        messageType: 'location',
        content: { latitude: -23.5489, longitude: -46.6388, name: 'Praça da Sé', address: 'São Paulo' },
      }),
    { variant: 'location', optional: inboundOptional },
  ),
  sample('message.inbound', (fresh) => inbound(fresh, { messageType: 'reaction', text: '👍' }), {
    variant: 'reaction',
    optional: inboundOptional,
  }),
  ...(['queued', 'sent', 'delivered', 'read'] as const).map((status) =>
    sample(`message.${status}`, (fresh) => outbound(fresh, status), { optional: outboundOptional }),
  ),
  sample(
    'message.failed',
    (fresh) => ({
      ...outbound(fresh, 'failed'),
      errorCode: '131047',
      errorMessage: 'More than 24 hours have passed since the customer last wrote.',
    }),
    { optional: outboundOptional },
  ),
  sample(
    'conversation.new',
    (fresh) => ({
      conversationId: conversation(fresh),
      phoneNumber: customer,
      channel: 'whatsapp',
      firstMessageId: received(fresh),
      firstMessageText: 'Oi, meu pedido já saiu? 🙂',
      profileName: 'Ana Souza',
    }),
    { optional: { data: { email: 'x' } } },
  ),
  {
    eventType: 'invitation.status_changed',
    says: 'sent to the project’s webhook: it names no sender',
    build: (fresh) =>
      request(
        'invitation.status_changed',
        withoutSender(
          envelope(fresh, 'invitation.status_changed', {
            invitationId: fresh.token(20).toLowerCase(),
            clientName: 'Padaria Aurora',
            clientEmail: 'contato@padaria.example',
            connectionType: 'messenger',
            previousStatus: 'in_progress',
            currentStatus: 'completed',
            senderId: fresh.same('sender', () => `snd_${fresh.token(12)}`),
            connectedAccount: { channel: 'messenger', id: fresh.digits(16), name: 'Padaria Aurora' },
          }),
        ),
      ),
    optional: { data: { failureReason: 'x' } },
  },
  sample('call.initiated', (fresh) => call(fresh, 'initiated')),
  sample('call.answered', (fresh) => call(fresh, 'answered')),
  sample('call.completed', (fresh) => ({
    ...call(fresh, 'completed'),
    durationSeconds: 73,
    endReason: 'hangup',
    transcriptAvailable: true,
    cost: 0.021,
    currency: 'USD',
  })),
  sample('call.failed', (fresh) => ({
    ...call(fresh, 'failed'),
    durationSeconds: 0,
    endReason: 'no_answer',
    transcriptAvailable: false,
    cost: 0,
    currency: 'USD',
  })),
];

export const zavuScenarios: readonly Scenario[] = [
  {
    name: 'conversation',
    says: 'a new conversation, and your answer as far as read',
    steps: [
      { eventType: 'conversation.new', afterMs: 0 },
      { eventType: 'message.inbound', afterMs: 150 },
      { eventType: 'message.queued', afterMs: 2500 },
      { eventType: 'message.sent', afterMs: 900 },
      { eventType: 'message.delivered', afterMs: 1400 },
      { eventType: 'message.read', afterMs: 6000 },
    ],
  },
  {
    name: 'conversation-failed',
    says: 'the same, but your answer cannot be delivered',
    steps: [
      { eventType: 'conversation.new', afterMs: 0 },
      { eventType: 'message.inbound', afterMs: 150 },
      { eventType: 'message.queued', afterMs: 2500 },
      { eventType: 'message.sent', afterMs: 900 },
      { eventType: 'message.failed', afterMs: 2200 },
    ],
  },
];
