import type { Fresh } from '../../samples/fresh.ts';
import type { Sample, Scenario } from '../../samples/sample.ts';
import { receivedContents } from './received-contents.ts';
import { receivedNotices } from './received-notices.ts';

type Fields = Record<string, unknown>;

const customer = '5511987654321';
const ours = '5511912345678';

const instance = (fresh: Fresh): string => fresh.same('instance', () => fresh.hex(32).toUpperCase());
const received = (fresh: Fresh): string => fresh.same('received message', () => fresh.hex(32).toUpperCase());
const sent = (fresh: Fresh): string => fresh.same('sent message', () => fresh.hex(32).toUpperCase());

function sample(eventType: string, build: (fresh: Fresh) => Fields, more: Partial<Sample> = {}): Sample {
  return {
    eventType,
    build: (fresh) => ({
      headers: [['Content-Type', 'application/json']],
      body: { kind: 'json', value: build(fresh) },
    }),
    ...more,
  };
}

const receivedMessage = (fresh: Fresh, content: Fields): Fields => ({
  isStatusReply: false,
  chatLid: '81896604190000@lid',
  connectedPhone: ours,
  waitingMessage: false,
  isEdit: false,
  isGroup: false,
  isNewsletter: false,
  instanceId: instance(fresh),
  messageId: received(fresh),
  phone: customer,
  fromMe: false,
  momment: fresh.now - 600,
  status: 'RECEIVED',
  chatName: 'Ana Souza',
  senderPhoto: null,
  senderName: 'Ana Souza',
  photo: null,
  broadcast: false,
  participantPhone: null,
  participantLid: null,
  forwarded: false,
  type: 'ReceivedCallback',
  fromApi: false,
  ...content,
});

const optionalReceived = {
  senderLid: 'x',
  referenceMessageId: 'x',
  messageExpirationSeconds: 0,
  text: { message: 'x', title: 'x', url: 'x', thumbnailUrl: 'x' },
};

const status = (fresh: Fresh, word: string): Fields => ({
  instanceId: instance(fresh),
  status: word,
  ids: [sent(fresh)],
  momment: fresh.now,
  phoneDevice: 0,
  phone: customer,
  type: 'MessageStatusCallback',
  isGroup: false,
});

const delivery = (fresh: Fresh, more: Fields = {}): Fields => ({
  phone: customer,
  zaapId: fresh.same('zaap', () => fresh.hex(32).toUpperCase()),
  messageId: sent(fresh),
  instanceId: instance(fresh),
  momment: fresh.now,
  type: 'DeliveryCallback',
  ...more,
});

const presence =
  (word: string) =>
  (fresh: Fresh): Fields => ({
    type: 'PresenceChatCallback',
    phone: customer,
    status: word,
    lastSeen: null,
    instanceId: instance(fresh),
  });

/** Every callback, content kind and notice that Z-API documents; the values are made up. */
export const zapiSamples: readonly Sample[] = [
  ...[...receivedContents, ...receivedNotices].map(([variant, content]) =>
    sample('ReceivedCallback', (fresh) => receivedMessage(fresh, content(fresh)), {
      optional: optionalReceived,
      ...(variant === 'text' ? {} : { variant }),
    }),
  ),
  sample('DeliveryCallback', (fresh) => delivery(fresh), { optional: { error: 'x' } }),
  sample('DeliveryCallback', (fresh) => delivery(fresh, { error: 'Phone number does not exist' }), {
    variant: 'failed',
  }),
  sample('MessageStatusCallback', (fresh) => status(fresh, 'SENT')),
  ...['RECEIVED', 'READ', 'READ_BY_ME', 'PLAYED'].map((word) =>
    sample('MessageStatusCallback', (fresh) => status(fresh, word), {
      variant: word.toLowerCase().replaceAll('_', '-'),
    }),
  ),
  sample('PresenceChatCallback', presence('COMPOSING')),
  ...['AVAILABLE', 'UNAVAILABLE', 'PAUSED', 'RECORDING'].map((word) =>
    sample('PresenceChatCallback', presence(word), { variant: word.toLowerCase() }),
  ),
  sample('ConnectedCallback', (fresh) => ({
    type: 'ConnectedCallback',
    connected: true,
    momment: fresh.now,
    instanceId: instance(fresh),
    phone: ours,
  })),
  sample('DisconnectedCallback', (fresh) => ({
    // Seconds here, as in the sample of the docs.
    momment: Math.floor(fresh.now / 1000),
    error: 'Device has been disconnected',
    disconnected: true,
    type: 'DisconnectedCallback',
    instanceId: instance(fresh),
  })),
];

export const zapiScenarios: readonly Scenario[] = [
  {
    name: 'conversation',
    says: 'somebody writes, you answer, and the answer is read',
    steps: [
      { eventType: 'PresenceChatCallback', afterMs: 0 },
      { eventType: 'ReceivedCallback', afterMs: 3000 },
      { eventType: 'DeliveryCallback', afterMs: 2500 },
      { eventType: 'MessageStatusCallback', afterMs: 300 },
      { eventType: 'MessageStatusCallback', variant: 'received', afterMs: 1200 },
      { eventType: 'MessageStatusCallback', variant: 'read', afterMs: 5000 },
    ],
  },
  {
    name: 'conversation-failed',
    says: 'the same, but your answer cannot be delivered',
    steps: [
      { eventType: 'ReceivedCallback', afterMs: 0 },
      { eventType: 'DeliveryCallback', variant: 'failed', afterMs: 2500 },
    ],
  },
];
