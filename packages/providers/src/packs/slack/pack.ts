import { slackUrlVerification } from '../../handshakes/slack-url-verification.ts';
import type { ProviderPack } from '../../pack.ts';
import { retrySchedules } from '../../retry-schedules.ts';
import { readSlack } from './read.ts';
import { slackEventTypes, slackSamples } from './samples.ts';
import { slackV0 } from './signature.ts';

export const slack: ProviderPack = {
  name: 'slack',
  title: 'Slack',
  docs: [
    {
      title: 'Verifying requests',
      url: 'https://docs.slack.dev/authentication/verifying-requests-from-slack',
    },
    { title: 'Events API', url: 'https://docs.slack.dev/apis/events-api' },
  ],
  facts: [
    {
      about: 'form',
      certainty: 'observed',
      says: 'Slash commands and buttons come as forms; the signature covers the form as sent.',
    },
    {
      about: 'token',
      certainty: 'observed',
      says: 'The token field of the body is the old way; the signature replaces it.',
    },
  ],
  retry: {
    scheduleMs: retrySchedules.slack,
    deadlineMs: 3000,
    certainty: 'observed',
    source: 'https://docs.slack.dev/apis/events-api',
    note: 'Events API: almost at once, after 1 min, after 5 min, with X-Slack-Retry-Num and -Reason. Slash commands and buttons are not tried again.',
  },
  recognise(head) {
    if (
      head.header('x-slack-signature') !== undefined ||
      head.header('x-slack-request-timestamp') !== undefined
    ) {
      return { confidence: 'certain', reason: 'It has the headers of a signed Slack request (X-Slack-…).' };
    }
    return null;
  },
  read: readSlack,
  eventTypes: slackEventTypes,
  schemes: [slackV0],
  handshakes: [slackUrlVerification],
  samples: slackSamples,
};
