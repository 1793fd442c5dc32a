import type { MistakeCode } from './finding.ts';

const rawBody = 'Verify over the raw bytes, before anything parses the body.';
const url = 'Give the verifier the URL as the provider called it: the public one, with its query.';

/** What each mistake is called, and what to do about it. */
const words: Record<MistakeCode, readonly [title: string, todo: string]> = {
  'key-order': ['The keys of the body were put in another order', rawBody],
  spacing: ['The white space of the body was changed', rawBody],
  'unicode-escapes': ['Characters of the body were escaped or unescaped', rawBody],
  'numbers-rewritten': ['Numbers of the body were parsed and written again', rawBody],
  'trailing-newline': [
    'A line break at the end of the body came or went',
    'Send and sign the very same bytes: look for a text editor, a here-document or echo without -n.',
  ],
  charset: [
    'The body was converted to another charset',
    'Keep the body as bytes; do not decode it to text and back.',
  ],
  'form-or-json': [
    'A form was taken for JSON, or JSON for a form',
    'Send the content type that the provider sends, and verify with the matching function.',
  ],
  'proxy-changed-body': [
    'Something on the way changed the body',
    'Look for a proxy or middleware that unpacks, re-encodes or changes line breaks, and turn it off for this path.',
  ],
  'empty-body': [
    'An empty body was signed',
    'The signer had no body: a stream was read before it, or nothing was passed.',
  ],
  'secret-blank': [
    'The secret has blanks or quotes around it',
    'Take the blanks, line break or quotes off the secret.',
  ],
  'secret-prefix': [
    'The secret’s prefix is on where it should be off, or off where it should be on',
    'Use the secret exactly as this provider’s documentation says, prefix and all.',
  ],
  'secret-encoding': [
    'The secret was decoded where it should not be, or the other way round',
    'Use the secret’s text or its decoded bytes, as this provider’s documentation says.',
  ],
  'other-endpoint-secret': [
    'It is signed with another endpoint’s secret',
    'Set that secret for this endpoint, or point the provider at the other path.',
  ],
  'other-scheme': [
    'Something else was signed than this scheme signs',
    'Sign the string of this version of the scheme; see the steps.',
  ],
  'signature-encoding': [
    'The signature is spelt in another way',
    'Write the digest in the scheme’s own algorithm and encoding.',
  ],
  'timestamp-unit': [
    'Seconds and milliseconds were mixed up',
    'Use the unit of this scheme, for the header and for the signed string alike.',
  ],
  clock: [
    'The clock is off, or the request is old',
    'Set the clock by NTP; replay an old event with a fresh signature (--resign).',
  ],
  'url-scheme': [
    'http was signed for https, or the other way round',
    `${url} Behind a proxy read X-Forwarded-Proto.`,
  ],
  'url-host': ['Another host was signed', `${url} Behind a proxy read X-Forwarded-Host.`],
  'url-port': ['Another port was signed', url],
  'url-query': ['Another query was signed', url],
  'url-path': ['Another path was signed', url],
  'missing-signature': [
    'The request carries no signature',
    'Look whether a secret is set at the provider, and whether a proxy takes the header away.',
  ],
  'malformed-signature': [
    'The signature header cannot be read',
    'Write the header as this provider’s documentation says.',
  ],
  'other-provider': ['It is signed as another provider signs', 'Set the right provider for this endpoint.'],
  'body-digest': ['The body is not the one that the URL names', rawBody],
  'handler-parsed-body': ['The handler’s verifier may see another body than what was sent', rawBody],
  'handler-stale': [
    'The signature was too old when the handler got it',
    'Replay it with a fresh signature (--resign).',
  ],
  'handler-url': ['The handler sees another URL than the signed one', url],
  'handler-edited': [
    'The body or a signed header was edited for this replay',
    'Replay it with a fresh signature (--resign).',
  ],
  'handler-other-secret': [
    'The handler may have another secret',
    'Compare the handler’s secret with the one of this endpoint.',
  ],
  'handler-refusal': [
    'The handler refused it for a reason of its own',
    'Look at the response’s body and the handler’s log: a login, an IP list or a CSRF check may come first.',
  ],
};

export const titleFor = (code: MistakeCode): string => words[code][0];
export const todoFor = (code: MistakeCode): string => words[code][1];
