import { textAt } from '../payload.ts';
import { safeChallenge } from './challenge-text.ts';
import type { Handshake } from './handshake.ts';

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
        reason: 'challenge is missing, or no plain word that is safe to send back.',
      };
    }
    return {
      kind: 'answered',
      contentType: 'text/plain',
      body: challenge,
      explanation:
        'Slack tests the URL: the challenge went back as plain text. The signature is judged apart.',
    };
  },
};
