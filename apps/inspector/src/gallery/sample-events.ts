import {
  type Attempt,
  type Delivery,
  type DeliveryDigest,
  DeliveryId,
  EventId,
  type EventListItem,
} from '@hooktap/protocol';

const at = '2026-11-21T14:32:38.114Z';
const id = (nth: number) => EventId.parse(`evt_${String(nth).padStart(26, '0')}`);

const plain: EventListItem = {
  id: id(0),
  seq: 1,
  receivedAt: at,
  endpoint: 'zavu',
  via: 'tunnel',
  url: 'https://quiet-otter-42.loca.lt/webhooks/zavu',
  method: 'POST',
  requestTarget: '/webhooks/zavu',
  path: '/webhooks/zavu',
  httpVersion: '1.1',
  remoteAddress: '127.0.0.1',
  body: { size: 388, state: 'complete', sha256: '0'.repeat(64), contentType: 'application/json', href: '/' },
  provider: 'zavu',
  providerReason: 'The endpoint names Zavu.',
  eventType: 'message.inbound',
  providerEventId: 'evt_1',
  subject: 'Is my order shipped?',
  verification: { verdict: 'valid', scheme: 'zavu-v2' },
  reply: { statusCode: 200, source: 'ack', sentAt: at },
  delivery: { status: 'succeeded', attempts: 1, lastStatusCode: 200, tookMs: 12.4 },
  pinned: false,
  note: '',
  tags: [],
};

/** What a delivery may have come to, by the name of the state. */
export const digests: Readonly<Record<string, DeliveryDigest>> = {
  succeeded: { status: 'succeeded', attempts: 1, lastStatusCode: 200, tookMs: 12.4 },
  'succeeded, third attempt': { status: 'succeeded', attempts: 3, lastStatusCode: 204, tookMs: 4.2 },
  failed: { status: 'failed', attempts: 1, lastStatusCode: 500, tookMs: 84.2 },
  'failed to connect': { status: 'failed', attempts: 2, lastFailure: 'connection-refused', tookMs: 0.6 },
  'timed out': { status: 'failed', attempts: 1, lastFailure: 'timeout', tookMs: 30_000 },
  retrying: { status: 'retrying', attempts: 3, lastStatusCode: 500, tookMs: 84.2 },
  pending: { status: 'pending', attempts: 0 },
  held: { status: 'held', attempts: 0 },
  cancelled: { status: 'cancelled', attempts: 0 },
};

interface SampleRow {
  readonly state: string;
  readonly event: EventListItem;
  readonly isOpen?: boolean;
  readonly isMarked?: boolean;
  readonly isUnread?: boolean;
  readonly wasReplayed?: boolean;
}

const states: readonly SampleRow[] = [
  { state: 'read', event: plain },
  { state: 'unread', event: plain, isUnread: true },
  { state: 'open', event: plain, isOpen: true },
  { state: 'marked', event: plain, isMarked: true },
  { state: 'pinned', event: { ...plain, pinned: true } },
  {
    state: 'replayed',
    event: { ...plain, delivery: { status: 'succeeded', attempts: 2, lastStatusCode: 200 } },
    wasReplayed: true,
  },
  {
    state: 'signature invalid',
    event: {
      ...plain,
      provider: 'stripe',
      eventType: 'invoice.paid',
      subject: 'in_1SVqSz · US$ 18.00',
      verification: {
        verdict: 'invalid',
        reason: 'The signature is not that of the secret.',
        scheme: 'stripe-v1',
      },
      delivery: digests['failed'] ?? null,
    },
  },
  {
    state: 'not recognised',
    event: {
      ...plain,
      method: 'GET',
      provider: null,
      eventType: null,
      subject: null,
      body: { ...plain.body, size: 0 },
      verification: { verdict: 'unchecked' },
      delivery: digests['timed out'] ?? null,
    },
  },
  {
    state: 'hostile',
    event: { ...plain, eventType: 'a\u202eb\u001b[31m<b>', subject: '<script>alert(1)</script>' },
  },
  {
    state: 'not delivered',
    event: { ...plain, delivery: null, reply: { statusCode: 404, source: 'blocked', sentAt: at } },
  },
];

/** Rows of the list by what is to be seen in them. */
export const rows: readonly SampleRow[] = states.map((row, nth) => ({
  ...row,
  event: { ...row.event, id: id(nth) },
}));

const request = {
  method: 'POST',
  url: 'http://localhost:3000/webhooks/zavu',
  rawHeaders: [],
  body: plain.body,
};

/** Three attempts: nothing listened, the handler was slow, the handler answered. */
export const attempts: readonly Attempt[] = [
  {
    number: 1,
    cause: 'first',
    startedAt: '2026-11-21T14:25:02.000Z',
    request,
    timing: { queueMs: 0.1, connectMs: 0.5, sendMs: 0, waitMs: 0, receiveMs: 0, totalMs: 0.6 },
    outcome: { kind: 'failed', failure: 'connection-refused', message: 'Nothing listens on localhost:3000.' },
  },
  {
    number: 2,
    cause: 'scheduled',
    startedAt: '2026-11-21T14:26:02.000Z',
    request,
    timing: { queueMs: 12, connectMs: 0.7, sendMs: 0.3, waitMs: 70, receiveMs: 1.2, totalMs: 84.2 },
    outcome: { kind: 'responded', statusCode: 500, rawHeaders: [], body: plain.body },
  },
  {
    number: 3,
    cause: 'manual',
    startedAt: '2026-11-21T14:31:02.000Z',
    request,
    timing: { queueMs: 0.4, connectMs: 0, sendMs: 0.3, waitMs: 20.6, receiveMs: 22, totalMs: 43.3 },
    outcome: { kind: 'responded', statusCode: 200, rawHeaders: [], body: plain.body },
  },
];

export const delivery: Delivery = {
  id: DeliveryId.parse(`dlv_${'0'.repeat(26)}`),
  eventId: plain.id,
  endpoint: 'zavu',
  target: 'http://localhost:3000',
  cause: 'arrival',
  status: 'retrying',
  createdAt: '2026-11-21T14:25:02.000Z',
  nextAttemptAt: '2026-11-21T14:46:02.000Z',
  signature: 'as-captured',
  attempts: [...attempts],
};
