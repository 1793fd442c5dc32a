import type { ProviderPack } from '../../pack.ts';
import { standardScheme } from '../../signature/standard-scheme.ts';
import { readStandard } from './read.ts';
import { standardSamples } from './samples.ts';

const docs = 'https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md';
const names = { docs, prefix: 'webhook' } as const;

/** Whoever follows the Standard Webhooks specification and has no pack of their own. */
export const standardWebhooks: ProviderPack = {
  name: 'standard-webhooks',
  title: 'Standard Webhooks',
  docs: [{ title: 'Specification', url: docs }],
  facts: [
    {
      about: 'event types',
      certainty: 'verified',
      says: 'They are the sender’s own; the specification recommends type, timestamp and data in the body.',
    },
    {
      about: 'retries',
      certainty: 'unknown',
      says: 'The sender’s own choice; the specification only recommends several tries over days.',
    },
  ],
  recognise(head) {
    if (head.header('webhook-id') === undefined || head.header('webhook-signature') === undefined)
      return null;
    return {
      confidence: 'likely',
      reason: 'It has the headers of Standard Webhooks (webhook-id, webhook-signature).',
    };
  },
  read: (request) => readStandard(request, 'webhook-id', 'webhook-timestamp'),
  eventTypes: [
    { name: 'example.created', says: 'A made-up type: the real ones are the sender’s own.', docs },
  ],
  schemes: [
    standardScheme({ ...names, name: 'standard-webhooks-v1', title: 'Standard Webhooks v1', version: 'v1' }),
    standardScheme({
      ...names,
      name: 'standard-webhooks-v1a',
      title: 'Standard Webhooks v1a',
      version: 'v1a',
    }),
  ],
  handshakes: [],
  samples: standardSamples,
};
