import type { EventType } from '../../pack.ts';
import type { Fresh } from '../../samples/fresh.ts';
import type { Sample } from '../../samples/sample.ts';

const docs = 'https://www.twilio.com/docs/messaging/guides/webhook-request';

export const twilioEventTypes: readonly EventType[] = [
  { name: 'message.incoming', says: 'A message came in; it wants TwiML or an empty answer.', docs },
  {
    name: 'message.status',
    says: 'A message of yours moved on (queued, sent, delivered, undelivered, failed, read).',
    docs: 'https://www.twilio.com/docs/messaging/guides/track-outbound-message-status',
  },
  {
    name: 'call.incoming',
    says: 'A call came in; it wants TwiML.',
    docs: 'https://www.twilio.com/docs/voice/twiml',
  },
  {
    name: 'call.status',
    says: 'A call moved on.',
    docs: 'https://www.twilio.com/docs/voice/api/call-resource#statuscallback',
  },
];

const account = (fresh: Fresh): string => fresh.same('account', () => `AC${fresh.hex(32)}`);
const sid = (fresh: Fresh, prefix: string): string => fresh.same(prefix, () => prefix + fresh.hex(32));

function sample(
  eventType: string,
  build: (fresh: Fresh) => Record<string, string>,
  more: Partial<Sample> = {},
): Sample {
  return {
    eventType,
    build: (fresh) => ({
      headers: [
        ['Content-Type', 'application/x-www-form-urlencoded; charset=utf-8'],
        ['User-Agent', 'TwilioProxy/1.1'],
        ['Accept', '*/*'],
        ['I-Twilio-Idempotency-Token', fresh.uuid()],
      ],
      body: { kind: 'form', fields: build(fresh) },
    }),
    ...more,
  };
}

const status =
  (word: string) =>
  (fresh: Fresh): Record<string, string> => ({
    SmsSid: sid(fresh, 'SM'),
    SmsStatus: word,
    MessageStatus: word,
    To: '+5511987654321',
    MessageSid: sid(fresh, 'SM'),
    AccountSid: account(fresh),
    From: '+13125550142',
    ApiVersion: '2010-04-01',
  });
const call = (fresh: Fresh, word: string): Record<string, string> => ({
  CallSid: sid(fresh, 'CA'),
  AccountSid: account(fresh),
  From: '+5511987654321',
  To: '+13125550142',
  CallStatus: word,
  ApiVersion: '2010-04-01',
  Direction: 'inbound',
});

export const twilioSamples: readonly Sample[] = [
  sample(
    'message.incoming',
    (fresh) => ({
      ToCountry: 'US',
      SmsMessageSid: sid(fresh, 'SM'),
      NumMedia: '0',
      SmsSid: sid(fresh, 'SM'),
      SmsStatus: 'received',
      Body: 'Oi, meu pedido já saiu? 🙂',
      To: '+13125550142',
      NumSegments: '1',
      MessageSid: sid(fresh, 'SM'),
      AccountSid: account(fresh),
      From: '+5511987654321',
      ApiVersion: '2010-04-01',
    }),
    {
      optional: {
        MediaUrl0: 'x',
        MediaContentType0: 'x',
        ProfileName: 'x',
        WaId: 'x',
        FromCity: 'x',
        FromCountry: 'x',
        MessagingServiceSid: 'x',
      },
    },
  ),
  sample('message.status', status('delivered'), { optional: { ErrorCode: 'x', MessagingServiceSid: 'x' } }),
  sample('message.status', status('sent'), { variant: 'sent' }),
  sample('message.status', status('read'), { variant: 'read' }),
  sample('message.status', (fresh) => ({ ...status('undelivered')(fresh), ErrorCode: '30005' }), {
    variant: 'failed',
  }),
  sample('call.incoming', (fresh) => call(fresh, 'ringing')),
  sample('call.status', (fresh) => ({
    ...call(fresh, 'completed'),
    CallDuration: '73',
    Duration: '2',
    CallbackSource: 'call-progress-events',
    SequenceNumber: '0',
  })),
];
