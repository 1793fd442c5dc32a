import type { ProviderPack } from '../../pack.ts';
import { zapiEventType, zapiEventTypes } from './event-types.ts';
import { readZapi } from './read.ts';
import { zapiRegistration } from './registration.ts';
import { zapiSamples, zapiScenarios } from './samples.ts';

/** WhatsApp by Z-API. Documented in Portuguese first. */
export const zapi: ProviderPack = {
  name: 'zapi',
  title: 'Z-API',
  docs: [
    { title: 'Webhooks', url: 'https://developer.z-api.io/webhooks/introduction', language: 'pt' },
    { title: 'Webhooks', url: 'https://developer.z-api.io/en/webhooks/introduction', language: 'en' },
  ],
  facts: [
    {
      about: 'signature',
      certainty: 'unknown',
      says: 'No signature of webhooks is documented. Client-Token is for calls to Z-API, not from it.',
    },
    {
      about: 'z-api-token',
      certainty: 'observed',
      says: 'Some receivers compare a header z-api-token with the instance’s token; no official page mentions it.',
    },
    {
      about: 'event id',
      certainty: 'verified',
      says: 'Callbacks have no id of their own. One message is told by messageId, or by ids with status.',
    },
    {
      about: 'type',
      certainty: 'verified',
      says: 'The tables write ReceivedCallBack, the samples ReceivedCallback: it is compared without case.',
    },
    {
      about: 'error',
      certainty: 'verified',
      says: 'DeliveryCallback has error only where sending failed (newer docs).',
    },
    {
      about: 'duplicates',
      certainty: 'guessed',
      says: 'An event that comes again is told by type with messageId, or by ids with status.',
    },
    {
      about: 'momment',
      certainty: 'verified',
      says: 'It is spelt so, in milliseconds in most samples and in seconds in some.',
    },
    {
      about: 'retries',
      certainty: 'unknown',
      says: 'Retries, the time to answer and what counts as success are not documented.',
    },
    { about: 'media', certainty: 'verified', says: 'Links to media stop working after 30 days.' },
    { about: 'delivery log', certainty: 'unknown', says: 'No API for past deliveries is documented.' },
  ],
  recognise(head) {
    const fields = head.fields();
    const type = zapiEventType(fields.get('type'));
    if (type !== undefined && (fields.has('instanceId') || fields.has('momment'))) {
      return { confidence: 'certain', reason: `The body's type is ${type}, with Z-API's own fields.` };
    }
    // A long message can push the type beyond the beginning; the spelling of momment is Z-API's alone.
    if (!fields.has('type') && fields.has('momment') && fields.has('instanceId')) {
      return { confidence: 'likely', reason: "The body has Z-API's fields instanceId and momment." };
    }
    return null;
  },
  read: readZapi,
  eventTypes: zapiEventTypes,
  schemes: [],
  unsigned: 'Z-API documents no signature, so there is nothing to check.',
  handshakes: [],
  samples: zapiSamples,
  scenarios: zapiScenarios,
  registration: zapiRegistration,
};
