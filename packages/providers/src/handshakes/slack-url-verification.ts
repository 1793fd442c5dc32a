import { textAt } from '../payload.ts';
import { safeChallenge } from './challenge-text.ts';
import type { Handshake } from './handshake.ts';
import { because, explains, says } from './handshake-words.ts';

/** `POST {"type":"url_verification","challenge":…}`: the challenge goes back as text. */
export const slackUrlVerification: Handshake = {
  name: 'slack-url-verification',
  title: 'Slack url_verification',
  docs: 'https://docs.slack.dev/reference/events/url_verification',
  answer({ method, json }) {
    if (method !== 'POST' || textAt(json, 'type') !== 'url_verification') return null;
    const challenge = textAt(json, 'challenge');
    if (challenge === undefined || !safeChallenge(challenge)) {
      return {
        kind: 'refused',
        statusCode: 400,
        ...because(says('field-unsafe', { field: 'challenge' })),
      };
    }
    return {
      kind: 'answered',
      contentType: 'text/plain',
      body: challenge,
      ...explains(says('slack')),
    };
  },
};
