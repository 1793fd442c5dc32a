import { slackUrlVerification } from '../../handshakes/slack-url-verification.ts';
import type { IndexedHead } from '../../indexed-head.ts';
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
    const shape = slackShape(head);
    return shape === null ? null : { confidence: 'likely', reason: `${shape}; it bears no signature.` };
  },
  read: readSlack,
  eventTypes: slackEventTypes,
  schemes: [slackV0],
  handshakes: [slackUrlVerification],
  samples: slackSamples,
};

/** What tells of Slack where no header does: its older verification by token, or a hand-made request. */
function slackShape(head: IndexedHead): string | null {
  if (head.header('content-type')?.startsWith('application/x-www-form-urlencoded')) {
    const form = head.text();
    if (/(^|&)command=%2F/i.test(form) && /(^|&)trigger_id=/.test(form) && /(^|&)team_id=/.test(form)) {
      return 'The form is that of a slash command of Slack (command, team_id, trigger_id)';
    }
    if (form.startsWith('payload=%7B') && /%22api_app_id%22/i.test(form)) {
      return 'The form has the payload of a Slack interaction (api_app_id)';
    }
    return null;
  }
  const fields = head.fields();
  if (!fields.has('token')) return null;
  if (fields.has('api_app_id') && fields.has('team_id') && fields.get('event') === '{') {
    return 'The body is an event of Slack’s Events API (token, team_id, api_app_id, event)';
  }
  const asksBack = fields.get('type') === 'url_verification' && fields.has('challenge');
  return asksBack ? 'The body is Slack’s url_verification (token, challenge)' : null;
}
