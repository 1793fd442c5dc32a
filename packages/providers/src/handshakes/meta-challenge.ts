import { equalText } from '../signature/cryptography.ts';
import { safeChallenge } from './challenge-text.ts';
import type { Handshake } from './handshake.ts';
import { because, explains, says } from './handshake-words.ts';

/** `GET ?hub.mode=subscribe&hub.verify_token=…&hub.challenge=…`: the challenge alone goes back, as text. */
export const metaChallenge: Handshake = {
  name: 'meta-challenge',
  title: 'Meta hub.challenge',
  docs: 'https://developers.facebook.com/docs/graph-api/webhooks/getting-started#verification-requests',
  answer({ method, query }, { verifyToken }) {
    if (method !== 'GET' || query.get('hub.mode') === null) return null;
    const challenge = query.get('hub.challenge');
    if (query.get('hub.mode') !== 'subscribe') {
      return { kind: 'refused', statusCode: 400, ...because(says('mode-other')) };
    }
    if (challenge === null || !safeChallenge(challenge)) {
      return {
        kind: 'refused',
        statusCode: 400,
        ...because(says('field-unsafe', { field: 'hub.challenge' })),
      };
    }
    const token = query.get('hub.verify_token');
    if (token === null)
      return {
        kind: 'refused',
        statusCode: 403,
        ...because(says('token-missing')),
      };
    if (verifyToken !== undefined && !equalText(token, verifyToken)) {
      return {
        kind: 'refused',
        statusCode: 403,
        ...because(says('token-wrong', { came: String(token.length), set: String(verifyToken.length) })),
      };
    }
    return {
      kind: 'answered',
      contentType: 'text/plain',
      body: challenge,
      ...explains(says(verifyToken === undefined ? 'meta-any' : 'meta-right')),
    };
  },
};
