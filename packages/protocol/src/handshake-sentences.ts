/** What is said of a provider's test of the URL, by code. */
export const handshakeSentences = {
  answered: 'The handler answered the provider’s test of the URL.',
  tests: 'The provider tests the URL with it before it sends anything',
  'tests-only': 'The provider tests the URL with it before it sends anything.',
  unanswerable: 'It cannot be answered:',
  'wants-token': 'and wants its token back, signed, as JSON;',
  'wants-challenge': 'and wants the challenge back as the whole body;',
  'got-reply': 'it got {status} ({source}).',
  nobody: 'nobody answered.',
  'other-body': 'the handler answered {status} with another body.',
  'other-status': 'the handler answered {status}.',
  plain:
    'Some panels test a URL with a plain {method} and want a 200 before they save it. If this was such a test it failed:',
  'got-status': 'it got {status}.',
  'answer-or-name': "Answer it in the handler, or set handshake: {setting} for the endpoint '{endpoint}'.",
  'answer-or-set': "Answer it in the handler, or set handshake: true for the endpoint '{endpoint}'.",
  'answer-get':
    "Answer {method} with 200 in the handler, or set handshake: {setting} for the endpoint '{endpoint}'.",
  'field-unsafe': '{field} is missing, or no plain word that is safe to send back.',
  'token-unsafe': 'crc_token is no plain word that is safe to sign.',
  'mode-other': 'hub.mode is not subscribe.',
  'token-missing': 'hub.verify_token is missing: type one into the panel.',
  'token-wrong':
    "The verify token typed into Meta's panel is not the one set for this endpoint ({came} characters came, {set} are set).",
  'consumer-secret': 'The answer needs the app’s consumer secret; none is set for this endpoint.',
  'secret-token': 'The answer needs the app’s secret token; none is set for this endpoint.',
  'meta-any':
    'Meta tests the URL: no verify token is set here, so any is accepted, and the challenge went back as plain text.',
  'meta-right': 'Meta tests the URL: the verify token is right, and the challenge went back as plain text.',
  slack: 'Slack tests the URL: the challenge went back as plain text. The signature is judged apart.',
  x: 'X checks the URL: crc_token was signed with the first secret of this endpoint.',
  zoom: 'Zoom validates the URL: plainToken was signed with the first secret of this endpoint.',
  'empty-200': 'A plain test of the URL was answered with an empty 200.',
} as const;
