import type { ProviderPack } from '../../pack.ts';
import { retrySchedules } from '../../retry-schedules.ts';
import { standardScheme } from '../../signature/standard-scheme.ts';
import { readStandard } from '../standard-webhooks/read.ts';
import { standardSamples } from '../standard-webhooks/samples.ts';

const docs = 'https://docs.svix.com/receiving/verifying-payloads/how-manual';
const second = 1000;

/** Whoever sends through Svix: Clerk, Resend, Brex and many more. */
export const svix: ProviderPack = {
  name: 'svix',
  title: 'Svix',
  docs: [{ title: 'Verifying by hand', url: docs }],
  facts: [
    {
      about: 'event types',
      certainty: 'verified',
      says: 'They are the own ones of whoever sends through Svix.',
    },
  ],
  retry: {
    scheduleMs: retrySchedules.svix,
    deadlineMs: 15 * second,
    certainty: 'verified',
    source: 'https://docs.svix.com/retries',
  },
  recognise(head) {
    if (head.header('svix-id') === undefined && head.header('svix-signature') === undefined) return null;
    return { confidence: 'certain', reason: 'It has the headers of Svix (svix-id, svix-signature).' };
  },
  read: (request) => readStandard(request, 'svix-id', 'svix-timestamp'),
  eventTypes: [
    { name: 'example.created', says: 'A made-up type: the real ones are the sender’s own.', docs },
  ],
  schemes: [standardScheme({ docs, prefix: 'svix', name: 'svix-v1', title: 'Svix v1', version: 'v1' })],
  handshakes: [],
  samples: standardSamples,
};
