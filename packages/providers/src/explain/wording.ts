import type { Saying } from '@hooktap/protocol';
import type { Finding, MistakeCode } from './finding.ts';

const rawBody =
  'One text was signed and another was sent: look for a proxy, a gateway or a script of your own that parses the body and writes it again. In the handler verify over the raw bytes, before anything parses them.';
const url = 'Give the verifier the URL as the provider called it: the public one, with its query.';

/** What each mistake is called, and what to do about it. */
const words: Record<MistakeCode, readonly [title: string, todo: string]> = {
  'key-order': ['The keys of the body were put in another order', rawBody],
  spacing: ['The white space of the body was changed', rawBody],
  'unicode-escapes': ['Characters of the body were escaped or unescaped', rawBody],
  'numbers-rewritten': ['Numbers of the body were parsed and written again', rawBody],
  'trailing-newline': [
    'A line break at the end of the body came or went',
    'Send and sign the very same bytes: look for a text editor, a here-document, echo without -n or curl -d @file, which drops line breaks.',
  ],
  charset: [
    'The body was converted to another charset',
    'Look for what decodes the body to text and writes it in another charset: a proxy, a script, a framework’s text body. Keep it as bytes.',
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
    'Whoever signed had no body: a stream that was read before, or nothing passed to the signing function.',
  ],
  'secret-blank': [
    'There are blanks, a line break or quotes around the secret',
    'Take them off where they are: here (a .env file, the config), or in the provider’s panel.',
  ],
  'secret-prefix': [
    'The secret’s prefix is on where it should be off, or off where it should be on',
    'Copy the secret again, prefix and all, as the provider’s panel shows it; in code of your own do not cut the prefix off.',
  ],
  'secret-encoding': [
    'The secret was decoded where it should not be, or the other way round',
    'Copy the secret again as the provider’s panel shows it; where code of your own signs or verifies, take its text or its decoded bytes as this provider’s documentation says.',
  ],
  'secret-kind': [
    'The secret is not of the kind that signs this',
    'Copy it again as the provider’s panel shows it. Svix and Standard Webhooks take whsec_ with base64 after it, and whpk_ with base64 for v1a; a cut end, a blank or a stray character makes it no base64.',
  ],
  'other-endpoint-secret': [
    'It is signed with another endpoint’s secret',
    'Set that secret for this endpoint, or point the provider at the other path.',
  ],
  'other-scheme': [
    'Something else was signed than this scheme signs',
    'Where the provider lets you choose the version of its signature, choose this one. Where code of your own signs, the steps show what belongs together.',
  ],
  'signature-encoding': [
    'The signature is spelt in another way',
    'Where code of your own signs, write the digest in the algorithm and encoding that the scheme wants.',
  ],
  'timestamp-unit': [
    'Seconds and milliseconds were mixed up',
    'Where code of your own signs, use this scheme’s unit, for the header and for the signed string alike (Date.now() gives milliseconds).',
  ],
  clock: [
    'The clock is off, or the request is old',
    'If it was sent just now, set the clock of whichever machine is wrong by NTP. If it is an old event, replay it with a fresh signature (--resign).',
  ],
  'url-scheme': [
    'http was signed for https, or the other way round',
    `${url} Behind a proxy read X-Forwarded-Proto.`,
  ],
  'url-host': ['Another host was signed', `${url} Behind a proxy read X-Forwarded-Host.`],
  'url-port': ['Another port was signed', url],
  'url-query': ['Another query was signed', url],
  'url-path': ['Another path was signed', url],
  'plain-get': ['A plain GET is no callback', 'Nothing has to be mended about the signature.'],
  'missing-signature': [
    'The request carries no signature',
    'Look whether a secret is set at the provider, and whether a proxy takes the header away. If the provider did not send it, somebody else did.',
  ],
  'malformed-signature': [
    'The signature header cannot be read',
    'If the provider sent it, look for a proxy that changes headers. Where code of your own signs, write the header as this provider’s documentation says.',
  ],
  'other-provider': ['It is signed as another provider signs', 'Set the right provider for this endpoint.'],
  'body-digest': ['The body is not the one that the URL names', rawBody],
  'handler-parsed-body': [
    'The handler’s verifier may see another body than what was sent',
    'Verify over the raw bytes, before anything parses the body.',
  ],
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
    'Compare the handler’s secret with the one of this endpoint; a handler that was started before its .env changed still has the old one.',
  ],
  'handler-refusal': [
    'The handler refused it for a reason of its own',
    'Look at the response’s body and the handler’s log: a login, an IP list or a CSRF check may come first.',
  ],
};

export function finding(code: MistakeCode, certain: boolean, { message, parts }: Saying): Finding {
  const [title, todo] = words[code];
  return { code, certain, title, detail: message, parts, todo };
}
