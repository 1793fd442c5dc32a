import { createHmac } from 'node:crypto';
import { textAt } from '../payload.ts';
import { safeChallenge } from './challenge-text.ts';
import type { Handshake } from './handshake.ts';
import { because, explains, says } from './handshake-words.ts';

/** X's (Twitter's) challenge-response check: the token's HMAC with the app's consumer secret. */
export const twitterCrc: Handshake = {
  name: 'twitter-crc',
  title: 'X (Twitter) CRC',
  docs: 'https://docs.x.com/x-api/webhooks/quickstart',
  answer({ method, query }, { secrets }) {
    const token = query.get('crc_token');
    if (method !== 'GET' || token === null) return null;
    // X signs its callbacks with the same secret: whoever has any text signed could forge one.
    if (!safeChallenge(token)) {
      return { kind: 'refused', statusCode: 400, ...because(says('token-unsafe')) };
    }
    const [secret] = secrets;
    if (secret === undefined) {
      return {
        kind: 'refused',
        statusCode: 400,
        ...because(says('consumer-secret')),
      };
    }
    const digest = createHmac('sha256', secret).update(token).digest('base64');
    return {
      kind: 'answered',
      contentType: 'application/json',
      body: JSON.stringify({ response_token: `sha256=${digest}` }),
      ...explains(says('x')),
    };
  },
};

/** Zoom's `endpoint.url_validation`: the plain token and its HMAC go back as JSON. */
export const zoom: Handshake = {
  name: 'zoom',
  title: 'Zoom endpoint.url_validation',
  docs: 'https://developers.zoom.us/docs/api/webhooks/#validate-your-webhook-endpoint',
  answer({ method, json }, { secrets }) {
    if (method !== 'POST' || textAt(json, 'event') !== 'endpoint.url_validation') return null;
    const plainToken = textAt(json, 'payload.plainToken');
    const [secret] = secrets;
    if (plainToken === undefined || !safeChallenge(plainToken)) {
      return {
        kind: 'refused',
        statusCode: 400,
        ...because(says('field-unsafe', { field: 'payload.plainToken' })),
      };
    }
    if (secret === undefined) {
      return {
        kind: 'refused',
        statusCode: 400,
        ...because(says('secret-token')),
      };
    }
    const encryptedToken = createHmac('sha256', secret).update(plainToken).digest('hex');
    return {
      kind: 'answered',
      contentType: 'application/json',
      body: JSON.stringify({ plainToken, encryptedToken }),
      ...explains(says('zoom')),
    };
  },
};

/** Panels that try a URL with a plain GET or HEAD before they save it. */
export const getReturns200: Handshake = {
  name: 'get-200',
  title: 'GET returns 200',
  docs: 'https://www.rfc-editor.org/rfc/rfc9110#section-9.3.1',
  answer({ method }) {
    if (method !== 'GET' && method !== 'HEAD') return null;
    return {
      kind: 'answered',
      contentType: 'text/plain',
      body: '',
      ...explains(says('empty-200')),
    };
  },
};

/** Handshakes that belong to no pack; an endpoint asks for them by name. */
export const otherHandshakes: readonly Handshake[] = [twitterCrc, zoom, getReturns200];
