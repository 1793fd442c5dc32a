import { metaChallenge } from '../../handshakes/meta-challenge.ts';
import type { ProviderPack } from '../../pack.ts';
import { bodyHmacScheme } from '../../signature/hmac-scheme.ts';
import { readMeta } from './read.ts';
import { metaEventTypes, metaSamples, metaScenarios } from './samples.ts';

const docs = 'https://developers.facebook.com/docs/graph-api/webhooks/getting-started';
const objects: ReadonlyMap<string, string> = new Map([
  ['whatsapp_business_account', 'WhatsApp Cloud API'],
  ['page', 'Messenger'],
  ['instagram', 'Instagram'],
]);

export const meta: ProviderPack = {
  name: 'meta',
  title: 'Meta (WhatsApp Cloud API, Messenger)',
  docs: [
    { title: 'Webhooks', url: docs },
    {
      title: 'WhatsApp Cloud API',
      url: 'https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/payload-examples',
    },
  ],
  facts: [
    {
      about: 'secret',
      certainty: 'verified',
      says: 'The key is the app secret, not the verify token and not the access token.',
    },
    {
      about: 'escapes',
      certainty: 'observed',
      says: 'Characters beyond ASCII come as \\u escapes with lower-case hex digits, and that is what is signed: parse after verifying, never before.',
    },
    {
      about: 'event type',
      certainty: 'verified',
      says: 'Bodies name an object and fields; names such as whatsapp.statuses are Hooktap’s.',
    },
    {
      about: 'retries',
      certainty: 'observed',
      says: 'WhatsApp partners say that it tries again for up to 7 days with growing waits; no schedule was found.',
    },
  ],
  recognise(head) {
    if (head.method === 'GET' && head.query.includes('hub.mode=') && head.query.includes('hub.challenge=')) {
      return { confidence: 'certain', reason: 'It is Meta’s test of the URL (hub.mode, hub.challenge).' };
    }
    const object = objects.get(head.fields().get('object') ?? '');
    if (object === undefined || !head.fields().has('entry')) return null;
    const signed = head.header('x-hub-signature-256') !== undefined;
    return signed
      ? {
          confidence: 'certain',
          reason: `It is signed with X-Hub-Signature-256 and its object is that of ${object}.`,
        }
      : { confidence: 'likely', reason: `Its object and entry are those of ${object}.` };
  },
  read: readMeta,
  eventTypes: metaEventTypes,
  schemes: [
    bodyHmacScheme({
      name: 'meta-sha256',
      title: 'Meta X-Hub-Signature-256',
      docs,
      header: 'X-Hub-Signature-256',
      prefix: 'sha256=',
      encoding: 'hex',
    }),
  ],
  handshakes: [metaChallenge],
  samples: metaSamples,
  scenarios: metaScenarios,
};
