import { equalText } from '../signature/cryptography.ts';
import { safeChallenge } from './challenge-text.ts';
import type { Handshake } from './handshake.ts';

/** `GET ?hub.mode=subscribe&hub.verify_token=…&hub.challenge=…`: the challenge alone goes back, as text. */
export const metaChallenge: Handshake = {
  name: 'meta-challenge',
  title: 'Meta hub.challenge',
  docs: 'https://developers.facebook.com/docs/graph-api/webhooks/getting-started#verification-requests',
  answer({ method, query }, { verifyToken }) {
    if (method !== 'GET' || query.get('hub.mode') === null) return null;
    const challenge = query.get('hub.challenge');
    if (query.get('hub.mode') !== 'subscribe') {
      return { kind: 'refused', statusCode: 400, reason: 'hub.mode is not subscribe.' };
    }
    if (challenge === null || !safeChallenge(challenge)) {
      return {
        kind: 'refused',
        statusCode: 400,
        reason: 'hub.challenge is missing, or no plain word that is safe to send back.',
      };
    }
    const token = query.get('hub.verify_token');
    if (token === null)
      return {
        kind: 'refused',
        statusCode: 403,
        reason: 'hub.verify_token is missing: type one into the panel.',
      };
    if (verifyToken !== undefined && !equalText(token, verifyToken)) {
      return {
        kind: 'refused',
        statusCode: 403,
        reason: `The verify token typed into Meta's panel is not the one set for this endpoint (${token.length} characters came, ${verifyToken.length} are set).`,
      };
    }
    const checked =
      verifyToken === undefined
        ? 'no verify token is set here, so any is accepted'
        : 'the verify token is right';
    return {
      kind: 'answered',
      contentType: 'text/plain',
      body: challenge,
      explanation: `Meta tests the URL: ${checked}, and the challenge went back as plain text.`,
    };
  },
};
