import type { ProviderPack } from '../../pack.ts';
import { firstTextAt, joinParts, threadKey } from '../../payload.ts';
import type { PayloadReading, ReadableRequest } from '../../reading.ts';
import { twilioRegistration } from './registration.ts';
import { twilioEventTypes, twilioSamples } from './samples.ts';
import { twilioSignature } from './signature.ts';

export const twilio: ProviderPack = {
  name: 'twilio',
  title: 'Twilio',
  docs: [
    { title: 'Validating requests', url: 'https://www.twilio.com/docs/usage/security#validating-requests' },
    { title: 'Messaging webhooks', url: 'https://www.twilio.com/docs/usage/webhooks/messaging-webhooks' },
  ],
  facts: [
    {
      about: 'URL',
      certainty: 'verified',
      says: 'The URL is signed as Twilio called it: behind a tunnel that is the public one, with its query.',
    },
    { about: 'secret', certainty: 'verified', says: 'The key is the account’s auth token.' },
    { about: 'event type', certainty: 'verified', says: 'Forms name none: the names here are Hooktap’s.' },
    {
      about: 'retries',
      certainty: 'unknown',
      says: 'Depends on the product and on the URL’s own settings; nothing is assumed.',
    },
  ],
  recognise(head) {
    if (
      head.header('x-twilio-signature') === undefined &&
      head.header('i-twilio-idempotency-token') === undefined
    )
      return null;
    return {
      confidence: 'certain',
      reason: 'It has a header of Twilio’s (X-Twilio-Signature, I-Twilio-Idempotency-Token).',
    };
  },
  read: readTwilio,
  eventTypes: twilioEventTypes,
  schemes: [twilioSignature],
  handshakes: [],
  samples: twilioSamples,
  registration: twilioRegistration,
};

function readTwilio({ form, query, json, header }: ReadableRequest): PayloadReading {
  const idempotency = header('i-twilio-idempotency-token');
  const fields = form ?? query;
  const field = (name: string): string | undefined => fields.get(name) ?? undefined;
  const message = field('MessageSid') ?? field('SmsSid');
  const call = field('CallSid');
  const status = field('MessageStatus') ?? field('CallStatus') ?? field('SmsStatus');
  if (message === undefined && call === undefined) {
    // Event Streams and others: JSON, sometimes a list of CloudEvents.
    return {
      eventType: firstTextAt(json, ['type', '0.type', 'EventType']),
      providerEventId: firstTextAt(json, ['0.id', 'id']) ?? idempotency,
    };
  }
  return {
    eventType: typeOf(message !== undefined, field),
    providerEventId: idempotency,
    subject: joinParts(field('Body'), status, field('ErrorCode'), field('From'), field('To')),
    threadKeys: [...threadKey('message', message), ...threadKey('call', call)],
    status,
  };
}

function typeOf(message: boolean, field: (name: string) => string | undefined): string {
  if (message)
    return field('MessageStatus') === undefined || field('SmsStatus') === 'received'
      ? 'message.incoming'
      : 'message.status';
  return field('CallbackSource') === 'call-progress-events' || field('CallDuration') !== undefined
    ? 'call.status'
    : 'call.incoming';
}
