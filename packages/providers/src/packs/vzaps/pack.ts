import type { ProviderPack } from '../../pack.ts';
import { vzapsEventTypes, vzapsTypeNames } from './event-types.ts';
import { readVzaps } from './read.ts';
import { vzapsRegistration } from './registration.ts';
import { vzapsSamples, vzapsScenarios } from './samples.ts';

/** WhatsApp by VZaps. Its envelope is documented, the inside of its events is not. */
export const vzaps: ProviderPack = {
  name: 'vzaps',
  title: 'VZaps',
  docs: [
    { title: 'Configure the webhook', url: 'https://docs.vzaps.com/en/api-reference/configure-webhook-post' },
  ],
  facts: [
    {
      about: 'signature',
      certainty: 'unknown',
      says: 'No signing secret, header or verify helper is in any official SDK or page.',
    },
    {
      about: 'signature',
      certainty: 'observed',
      says: 'One receiver says that VZaps does not sign, and puts a secret into the URL’s query.',
    },
    {
      about: 'payload',
      certainty: 'verified',
      says: 'The body has the shape of the realtime "data": type, event, media_url.',
    },
    {
      about: 'media_url',
      certainty: 'verified',
      says: 'Only on incoming media, and only where the platform stores it.',
    },
    {
      about: 'names',
      certainty: 'verified',
      says: 'Events are subscribed to by their exact names; Receipt, MessageDelivered and MessageRead are none. ReadReceipt says in state which it is.',
    },
    {
      about: 'copies',
      certainty: 'observed',
      says: 'A first copy that names only an @lid chat may come before the full one with sender_alt.',
    },
    {
      about: 'event',
      certainty: 'unknown',
      says: 'No official example of the inside of "event" was found, for any event type.',
    },
    {
      about: 'instance',
      certainty: 'observed',
      says: 'The instance is named by the header X-Instance-ID or by instance_id in the body.',
    },
    {
      about: 'retries',
      certainty: 'unknown',
      says: 'Whether it tries again by itself, how long it waits and what counts as success is not documented. Its API can retry one logged delivery.',
    },
    {
      about: 'delivery log',
      certainty: 'verified',
      says: 'Its API searches, shows and retries logged deliveries; the fields of a log entry are not documented.',
    },
    {
      about: 'registration',
      certainty: 'verified',
      says: 'The API reference writes webhookURL and a comma-separated list, the SDKs webhook_url and an array.',
    },
  ],
  recognise(head) {
    const type = head.fields().get('type') ?? head.fields().get('event_type') ?? head.fields().get('event');
    if (type === undefined || !vzapsTypeNames.has(type)) return null;
    const named = head.header('x-instance-id') !== undefined || head.fields().has('instance_id');
    const shaped = ['event', 'json_data', 'data', 'payload', 'media_url'].some((key) =>
      head.fields().has(key),
    );
    if (!named && !shaped) return null;
    const where = named ? 'and an instance is named' : 'beside an event';
    return { confidence: 'likely', reason: `The body's type is one of VZaps' event names, ${where}.` };
  },
  read: readVzaps,
  eventTypes: vzapsEventTypes,
  schemes: [],
  unsigned: 'VZaps documents no signature, so there is nothing to check.',
  handshakes: [],
  samples: vzapsSamples,
  scenarios: vzapsScenarios,
  registration: vzapsRegistration,
};
