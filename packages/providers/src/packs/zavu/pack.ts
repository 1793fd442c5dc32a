import type { ProviderPack } from '../../pack.ts';
import { retrySchedules } from '../../retry-schedules.ts';
import { zavuEventTypes } from './event-types.ts';
import { readZavu } from './read.ts';
import { zavuRegistration } from './registration.ts';
import { zavuSamples, zavuScenarios } from './samples.ts';
import { zavuTool, zavuV1, zavuV2 } from './signature.ts';

/** Messages over one API: sender webhooks (v1), project webhooks, the v2 project webhook, agent tools. */
export const zavu: ProviderPack = {
  name: 'zavu',
  title: 'Zavu',
  docs: [
    { title: 'Receiving messages', url: 'https://docs.zavu.dev/guides/receiving-messages/security' },
    { title: 'Events', url: 'https://docs.zavu.dev/guides/receiving-messages/events' },
  ],
  facts: [
    {
      about: 'signature v1',
      certainty: 'verified',
      says: 'HMAC over the raw body alone. An older page of the docs says "t.body"; the newer SDK code does not.',
    },
    {
      about: 'secret',
      certainty: 'verified',
      says: 'The whole text with its whsec_ is the key; it is not base64-decoded.',
    },
    {
      about: 'tolerance',
      certainty: 'verified',
      says: '300 s into the past; into the future 60 s in the skills and the n8n node, 300 s in the inbox app. Hooktap takes 60 s.',
    },
    {
      about: 'changing the version',
      certainty: 'verified',
      says: 'A sender goes from v1 to v2 through v1+v2, with both in one header; directly is refused.',
    },
    {
      about: 'from',
      certainty: 'verified',
      says: 'It may be an opaque id (US.1349…) instead of a phone number.',
    },
    {
      about: 'conversationId',
      certainty: 'verified',
      says: 'It is null on the first message of a new conversation.',
    },
    {
      about: 'e-mail',
      certainty: 'verified',
      says: 'Attachments are not in the payload.',
    },
    {
      about: 'duplicates',
      certainty: 'verified',
      says: 'The v2 project webhook comes in addition to v1 sender webhooks: expect both.',
    },
    {
      about: 'v2 payload',
      certainty: 'unknown',
      says: 'No full example of a v2 project webhook’s body was found; it has no senderId.',
    },
    {
      about: 'delivery log',
      certainty: 'unknown',
      says: 'No API for past deliveries was found; the dashboard shows failed ones.',
    },
    {
      about: 'fields',
      certainty: 'unknown',
      says: 'The data of template.*, broadcast.*, domain.*, message.status and message.unsupported is not documented: no samples are made of them.',
    },
    {
      about: 'agent tools',
      certainty: 'unknown',
      says: 'No example of a tool call’s body was found: no sample is made of it.',
    },
  ],
  retry: {
    scheduleMs: retrySchedules.zavu,
    deadlineMs: 30_000,
    certainty: 'verified',
    source: 'https://docs.zavu.dev',
    note: 'v1: after 1 min, 5 min, 15 min, 1 h, 4 h. v2: four more tries, the last after 1 h. An older page says 5 s for the answer.',
  },
  recognise(head) {
    if (head.header('x-zavu-signature') !== undefined || head.header('x-zavu-event') !== undefined) {
      const tool = head.header('x-zavu-tool') !== undefined;
      return {
        confidence: 'certain',
        reason: tool
          ? 'It has the headers of a Zavu agent tool (X-Zavu-Tool).'
          : 'It has an X-Zavu-… header.',
      };
    }
    if (head.header('user-agent')?.startsWith('Zavu-Webhook/')) {
      return { confidence: 'certain', reason: 'Its User-Agent is Zavu-Webhook.' };
    }
    return null;
  },
  read: readZavu,
  eventTypes: zavuEventTypes,
  schemes: [zavuV2, zavuV1, zavuTool],
  handshakes: [],
  samples: zavuSamples,
  scenarios: zavuScenarios,
  registration: zavuRegistration,
};
