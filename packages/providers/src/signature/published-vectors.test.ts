import { describe, expect, it } from 'vitest';
import { createCatalog } from '../catalog.ts';
import { requestFixture } from '../request-fixture.ts';

const catalog = createCatalog();
const json = '{"id":"evt_1","type":"message.inbound"}';

interface Vector {
  readonly of: string;
  readonly provider: string;
  readonly scheme: string;
  readonly secret: string;
  readonly at: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  readonly url?: string;
}

/** Signatures made by somebody else: published by the provider, or printed by the openssl command. */
const vectors: readonly Vector[] = [
  {
    of: 'GitHub, published',
    provider: 'github',
    scheme: 'github-sha256',
    secret: "It's a Secret to Everybody",
    at: 0,
    headers: [
      ['X-Hub-Signature-256', 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17'],
    ],
    body: 'Hello, World!',
  },
  {
    of: 'Slack, published',
    provider: 'slack',
    scheme: 'slack-v0',
    secret: '8f742231b10e8888abcd99yyyzzz85a5',
    at: 1531420618,
    headers: [
      ['X-Slack-Request-Timestamp', '1531420618'],
      ['X-Slack-Signature', 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503'],
    ],
    body: 'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c',
  },
  {
    of: 'Svix, published',
    provider: 'svix',
    scheme: 'svix-v1',
    secret: 'whsec_plJ3nmyCDGBKInavdOK15jsl',
    at: 1731705121,
    headers: [
      ['svix-id', 'msg_loFOjxBNrRLzqYUf'],
      ['svix-timestamp', '1731705121'],
      ['svix-signature', 'v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0='],
    ],
    body: '{"event_type":"ping","data":{"success":true}}',
  },
  {
    of: 'Standard Webhooks, published',
    provider: 'standard-webhooks',
    scheme: 'standard-webhooks-v1',
    secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    at: 1614265330,
    headers: [
      ['webhook-id', 'msg_p5jXN8AQM9LWM0D4loKWxJek'],
      ['webhook-timestamp', '1614265330'],
      ['webhook-signature', 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='],
    ],
    body: '{"test": 2432232314}',
  },
  {
    of: 'Standard Webhooks v1a, openssl pkeyutl with an Ed25519 key',
    provider: 'standard-webhooks',
    scheme: 'standard-webhooks-v1a',
    secret: 'whpk_D6rOShelG5TxhRLm1WTIR+qwtpBN+wnVnTEAKbcmQ8o=',
    at: 1700000000,
    headers: [
      ['webhook-id', 'msg_1'],
      ['webhook-timestamp', '1700000000'],
      [
        'webhook-signature',
        'v1a,6Wr1ot2icZIIXM2eLcO/jZ0FsBjbyY30mkrDwlIXEXp+hnB5O70JyMICbhWncCAUlRGpvdixBZ9+EuuYtx/WBQ==',
      ],
    ],
    body: json,
  },
  {
    of: 'Twilio form, published',
    provider: 'twilio',
    scheme: 'twilio',
    secret: '12345',
    at: 0,
    url: 'https://mycompany.com/myapp.php?foo=1&bar=2',
    headers: [
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['X-Twilio-Signature', 'GvWf1cFY/Q7PnoempGyD5oXAezc='],
    ],
    body: 'To=%2B18005551212&Digits=1234&Caller=%2B14158675310&From=%2B14158675310&CallSid=CA1234567890ABCDE',
  },
  {
    of: 'Twilio JSON, openssl',
    provider: 'twilio',
    scheme: 'twilio',
    secret: '12345',
    at: 0,
    url: 'https://mycompany.com/hook?bodySHA256=caf367138befad9f5ebe7fc0a6f7cf361977d4459690d1c9a43caecd697de95a',
    headers: [
      ['Content-Type', 'application/json'],
      ['X-Twilio-Signature', 's9gtiQbHzYr2ptDpuQip15ofhWo='],
    ],
    body: json,
  },
  {
    of: 'Zavu v2, openssl',
    provider: 'zavu',
    scheme: 'zavu-v2',
    secret: 'whsec_test_secret',
    at: 1700000000,
    headers: [
      [
        'X-Zavu-Signature',
        't=1700000000,v2=1a81416b95d050f18268d00af23fa15d9ac670d8a60fa1d6d4a9c3fad89b74d3',
      ],
    ],
    body: json,
  },
  {
    of: 'Zavu v1, openssl',
    provider: 'zavu',
    scheme: 'zavu-v1',
    secret: 'whsec_test_secret',
    at: 1700000000,
    headers: [
      [
        'X-Zavu-Signature',
        't=1700000000,v1=af2b076c06ddee8f2e986ad9744d3111a7477906925b3033ba0c0cd011987e92',
      ],
    ],
    body: json,
  },
  {
    of: 'Zavu agent tool, openssl',
    provider: 'zavu',
    scheme: 'zavu-tool',
    secret: 'whsec_test_secret',
    at: 1700000000,
    headers: [
      ['X-Zavu-Signature', 'af2b076c06ddee8f2e986ad9744d3111a7477906925b3033ba0c0cd011987e92'],
      ['X-Zavu-Timestamp', '1700000000000'],
      ['X-Zavu-Tool', 'find_order'],
    ],
    body: json,
  },
  {
    of: 'Stripe, openssl',
    provider: 'stripe',
    scheme: 'stripe-v1',
    secret: 'whsec_test_secret',
    at: 1700000000,
    headers: [
      [
        'Stripe-Signature',
        't=1700000000,v1=1a81416b95d050f18268d00af23fa15d9ac670d8a60fa1d6d4a9c3fad89b74d3,v0=ab',
      ],
    ],
    body: json,
  },
  {
    of: 'Shopify, openssl',
    provider: 'shopify',
    scheme: 'shopify-hmac',
    secret: 'shpss_test',
    at: 0,
    headers: [['X-Shopify-Hmac-Sha256', 'S6eVXtwuSB4aOkGENVv3rW2GIhhQCnVo9iuAtOG+Kgk=']],
    body: json,
  },
  {
    of: 'Meta with \\u escapes, openssl',
    provider: 'meta',
    scheme: 'meta-sha256',
    secret: 'app_secret',
    at: 0,
    headers: [
      ['X-Hub-Signature-256', 'sha256=46dc7033e624432abfead44c55ff425f119ca33a1a659b8740b9a4a07a675242'],
    ],
    body: '{"text":"Ol\\u00e1"}',
  },
  {
    of: 'Telegram, the token itself',
    provider: 'telegram',
    scheme: 'telegram-secret-token',
    secret: 'a_secret_token-1',
    at: 0,
    headers: [['X-Telegram-Bot-Api-Secret-Token', 'a_secret_token-1']],
    body: '{"update_id":1}',
  },
];

const requestOf = ({ headers, body, url }: Vector) =>
  requestFixture({ headers, body, ...(url ? { url } : {}) });

describe('signatures that somebody else made', () => {
  it.each(vectors)('$of: valid', (vector) => {
    const verification = catalog.verify(
      vector.provider,
      requestOf(vector),
      [vector.secret],
      vector.at * 1000,
    );
    expect(verification).toEqual({ verdict: 'valid', scheme: vector.scheme });
  });

  it.each(vectors)('$of: valid with the secret among others', (vector) => {
    const secrets = [`${vector.secret.slice(0, 6)}AAAA`, vector.secret];
    const { verdict } = catalog.verify(vector.provider, requestOf(vector), secrets, vector.at * 1000);
    expect(verdict).toBe('valid');
  });

  it.each(vectors.filter(({ provider }) => provider !== 'telegram'))(
    '$of: one byte of the body changed is invalid',
    (vector) => {
      const changed = { ...vector, body: vector.body.replace(/[a-z0-9](?=[^a-z0-9]*$)/i, '7') };
      expect(changed.body).not.toBe(vector.body);
      const { verdict } = catalog.verify(
        vector.provider,
        requestOf(changed),
        [vector.secret],
        vector.at * 1000,
      );
      expect(verdict).toBe('invalid');
    },
  );

  it.each(vectors)('$of: without its headers it is invalid, without a secret unchecked', (vector) => {
    const bare = requestOf({ ...vector, headers: [] });
    expect(catalog.verify(vector.provider, bare, [vector.secret], 0).verdict).toBe('invalid');
    const unchecked = catalog.verify(vector.provider, requestOf(vector), [], 0);
    expect(unchecked).toMatchObject({ verdict: 'unchecked', reason: expect.stringContaining('secret') });
  });

  it.each(vectors.filter(({ at }) => at > 0))(
    '$of: an hour later it is invalid, and the reason has the clock',
    (vector) => {
      const late = catalog.verify(
        vector.provider,
        requestOf(vector),
        [vector.secret],
        (vector.at + 3600) * 1000,
      );
      expect(late.verdict).toBe('invalid');
      expect(late.reason).toMatch(/clock.*60 min after.*300 s/);
    },
  );
});

it('no scheme of any pack is without a vector', () => {
  const vouched = new Set(vectors.map(({ scheme }) => scheme));
  const schemes = catalog.packs.flatMap((pack) => pack.schemes.map(({ name }) => name));
  expect(schemes.filter((name) => !vouched.has(name))).toEqual([]);
});

describe('what is not signed', () => {
  it.each(['vzaps', 'zapi'])('%s is unchecked, and says why', (provider) => {
    const verification = catalog.verify(provider, requestFixture({ body: '{}' }), ['secret'], 0);
    expect(verification).toMatchObject({
      verdict: 'unchecked',
      reason: expect.stringContaining('documents no signature'),
    });
  });

  it('an unknown provider is unchecked', () => {
    expect(catalog.verify(null, requestFixture({}), ['x'], 0).verdict).toBe('unchecked');
  });
});

it('a right v1 does not cover for a wrong v2', () => {
  const request = requestFixture({
    body: json,
    headers: [
      [
        'X-Zavu-Signature',
        't=1700000000,v1=af2b076c06ddee8f2e986ad9744d3111a7477906925b3033ba0c0cd011987e92,v2=00',
      ],
    ],
  });
  expect(catalog.verify('zavu', request, ['whsec_test_secret'], 1700000000_000)).toMatchObject({
    verdict: 'invalid',
    scheme: 'zavu-v2',
  });
});
