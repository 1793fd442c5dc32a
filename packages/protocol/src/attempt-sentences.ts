/** Why no whole response came to an attempt, as the transport saw it, by code. */
export const attemptSentences = {
  'attempt-ended': 'Hooktap ended the attempt.',
  'attempt-open': 'Hooktap ended while this attempt was open. The handler may have got it.',
  'attempt-not-made': 'Hooktap could not make this attempt: {reason}',
  'not-accepted': '{place} did not accept a connection within {time}.',
  'not-complete': "Your handler's response was not complete within {time}.",
  'not-answered': 'Your handler did not answer within {time}.',
  'not-http': "Your handler's response is not HTTP that can be read: {detail}.",
  'odd-status': "Your handler's response is not HTTP that can be read: its status code is {status}.",
  switches:
    "Your handler's response is not HTTP that can be read: it switches protocols ({status}), which was not asked for.",
  'closed-early': 'Your handler closed the connection without a response.',
  'broke-off-after': "Your handler's response broke off after {bytes} bytes of its body.",
  'name-unresolved': 'The name {host} could not be resolved ({code}). Check the target.',
  'no-listener': 'Nothing listens on {place}. Start your handler, then replay the event.',
  'accepted-late': '{place} did not accept a connection in time ({code}).',
  'not-reachable': '{place} cannot be reached ({code}).',
  'tls-untrusted':
    'No TLS connection to {place}: its certificate is not trusted ({code}). Allow it with --insecure-target.',
  'tls-handshake': 'No TLS connection to {place}: the handshake failed ({code}). Does it speak https?',
} as const;
