import { Buffer } from 'node:buffer';
import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { ProviderRequest } from '@hooktap/core';
import { describe, expect, it } from 'vitest';
import { createCatalog } from '../catalog.ts';
import { requestFixture } from '../request-fixture.ts';
import type { ExplainContext } from './finding.ts';

const catalog = createCatalog();
const now = 1_780_000_000_000;
const t = String(now / 1000);
const secret = 'whsec_segredo';
const hmac = (algorithm: string, key: string | Buffer, text: string | Buffer) =>
  createHmac(algorithm, key).update(text);
const hex = (key: string | Buffer, text: string | Buffer): string => hmac('sha256', key, text).digest('hex');

interface Mistake {
  readonly class: string;
  readonly code: string;
  readonly provider: string;
  readonly request: ProviderRequest;
  readonly secrets?: readonly string[];
  readonly context?: Partial<ExplainContext>;
}

const arrived = '{"id":"evt_1","type":"message.read","data":{"text":"Olá / 1","n":1.0,"to":"+55"}}';
const zavu = (
  signed: string | Buffer,
  body: string | Buffer = arrived,
  key: string | Buffer = secret,
): ProviderRequest =>
  requestFixture({
    body,
    headers: [
      ['Content-Type', 'application/json'],
      [
        'X-Zavu-Signature',
        `t=${t},v2=${hex(key, Buffer.concat([Buffer.from(`${t}.`), Buffer.from(signed)]))}`,
      ],
    ],
  });
const twilio = (signedUrl: string, url: string, headers: [string, string][] = []): ProviderRequest =>
  requestFixture({
    url,
    body: 'Body=Oi+a&From=%2B55',
    headers: [
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['X-Twilio-Signature', hmac('sha1', secret, `${signedUrl}BodyOi aFrom+55`).digest('base64')],
      ...headers,
    ],
  });
const svix = (key: Buffer | string): ProviderRequest =>
  requestFixture({
    body: arrived,
    headers: [
      ['svix-id', 'msg_1'],
      ['svix-timestamp', t],
      ['svix-signature', `v1,${hmac('sha256', key, `msg_1.${t}.${arrived}`).digest('base64')}`],
    ],
  });
const publicUrl = 'https://abc.example/sms?x=1';

const mistakes: readonly Mistake[] = [
  {
    class: 'body: key order',
    code: 'key-order',
    provider: 'zavu',
    request: zavu(
      arrived,
      '{"type":"message.read","data":{"text":"Olá / 1","n":1.0,"to":"+55"},"id":"evt_1"}',
    ),
  },
  {
    class: 'body: keys sorted after parsing',
    code: 'key-order',
    provider: 'zavu',
    request: zavu(
      '{"data":{"n":1,"text":"a","to":"b"},"id":"evt_1","type":"message.read"}',
      '{"id":"evt_1","type":"message.read","data":{"text":"a","n":1,"to":"b"}}',
    ),
  },
  {
    class: 'body: spacing',
    code: 'spacing',
    provider: 'zavu',
    request: zavu(
      arrived,
      '{ "id": "evt_1", "type": "message.read", "data": {"text":"Olá / 1","n":1.0,"to":"+55"} }',
    ),
  },
  {
    class: "body: Python's spacing was signed",
    code: 'spacing',
    provider: 'zavu',
    request: zavu('{"id": "evt_1", "n": 1.0}', '{"id":"evt_1","n":1.0}'),
  },
  {
    class: 'body: unicode escapes',
    code: 'unicode-escapes',
    provider: 'meta',
    request: requestFixture({
      body: '{"text":"Olá 🙂"}',
      headers: [['X-Hub-Signature-256', `sha256=${hex(secret, '{"text":"Ol\\u00e1 \\ud83d\\ude42"}')}`]],
    }),
  },
  {
    class: 'body: escaped slashes',
    code: 'unicode-escapes',
    provider: 'zavu',
    request: zavu(arrived.replace('/', '\\/').replace('á', '\\u00e1')),
  },
  {
    class: 'body: numbers rewritten',
    code: 'numbers-rewritten',
    provider: 'zavu',
    request: zavu(arrived.replace('1.0', '1')),
  },
  {
    class: 'trailing newline lost',
    code: 'trailing-newline',
    provider: 'zavu',
    request: zavu(`${arrived}\n`),
  },
  {
    class: 'trailing newline added',
    code: 'trailing-newline',
    provider: 'zavu',
    request: zavu(arrived, `${arrived}\n`),
  },
  {
    class: 'another charset',
    code: 'charset',
    provider: 'zavu',
    request: zavu(Buffer.from(arrived, 'latin1')),
  },
  { class: 'byte order mark', code: 'charset', provider: 'zavu', request: zavu(`\ufeff${arrived}`) },
  {
    class: 'form against JSON',
    code: 'form-or-json',
    provider: 'slack',
    request: requestFixture({
      body: '{"command":"/pedido","text":"a b"}',
      headers: [
        ['X-Slack-Request-Timestamp', t],
        ['X-Slack-Signature', `v0=${hex(secret, `v0:${t}:command=%2Fpedido&text=a+b`)}`],
      ],
    }),
  },
  {
    class: 'secret without its prefix',
    code: 'secret-prefix',
    provider: 'zavu',
    request: zavu(arrived, arrived, 'segredo'),
  },
  {
    class: 'secret with a prefix too many',
    code: 'secret-prefix',
    provider: 'zavu',
    request: zavu(arrived),
    secrets: ['segredo'],
  },
  {
    class: 'secret base64-decoded',
    code: 'secret-encoding',
    provider: 'zavu',
    request: zavu(arrived, arrived, Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64')),
    secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
  },
  {
    class: 'secret not base64-decoded',
    code: 'secret-encoding',
    provider: 'svix',
    request: svix('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'),
    secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
  },
  {
    class: 'secret with a line break',
    code: 'secret-blank',
    provider: 'zavu',
    request: zavu(arrived),
    secrets: [`${secret}\n`],
  },
  {
    class: 'another endpoint’s secret',
    code: 'other-endpoint-secret',
    provider: 'zavu',
    request: zavu(arrived, arrived, 'whsec_outro'),
    context: { otherSecrets: [{ endpoint: 'vendas', secret: 'whsec_outro' }] },
  },
  {
    class: 'v1 signed as an older page says',
    code: 'other-scheme',
    provider: 'zavu',
    request: requestFixture({
      body: arrived,
      headers: [['X-Zavu-Signature', `t=${t},v1=${hex(secret, `${t}.${arrived}`)}`]],
    }),
  },
  {
    class: 'v1 under the name of v2',
    code: 'other-scheme',
    provider: 'zavu',
    request: requestFixture({
      body: arrived,
      headers: [['X-Zavu-Signature', `t=${t},v2=${hex(secret, arrived)}`]],
    }),
  },
  {
    class: 'base64 instead of hex',
    code: 'signature-encoding',
    provider: 'github',
    request: requestFixture({
      body: arrived,
      headers: [['X-Hub-Signature-256', `sha256=${hmac('sha256', secret, arrived).digest('base64')}`]],
    }),
  },
  {
    class: 'milliseconds for seconds',
    code: 'timestamp-unit',
    provider: 'zavu',
    request: requestFixture({
      body: arrived,
      headers: [['X-Zavu-Signature', `t=${now},v2=${hex(secret, `${now}.${arrived}`)}`]],
    }),
  },
  {
    class: 'milliseconds signed, seconds written',
    code: 'timestamp-unit',
    provider: 'stripe',
    request: requestFixture({
      body: arrived,
      headers: [['Stripe-Signature', `t=${t},v1=${hex(secret, `${now}.${arrived}`)}`]],
    }),
  },
  {
    class: 'clock off',
    code: 'clock',
    provider: 'zavu',
    request: zavu(arrived),
    context: { receivedAt: now + 7_200_000 },
  },
  {
    class: 'http against https',
    code: 'url-scheme',
    provider: 'twilio',
    request: twilio(publicUrl, publicUrl.replace('https', 'http')),
  },
  {
    class: 'another host',
    code: 'url-host',
    provider: 'twilio',
    request: twilio(publicUrl, publicUrl.replace('abc.example', 'localhost'), [
      ['X-Forwarded-Host', 'abc.example'],
    ]),
  },
  {
    class: 'a former public URL',
    code: 'url-host',
    provider: 'twilio',
    request: twilio('https://old.example/sms?x=1', publicUrl),
    context: { otherUrls: ['https://old.example'] },
  },
  {
    class: 'another port',
    code: 'url-port',
    provider: 'twilio',
    request: twilio('https://abc.example:3000/sms?x=1', publicUrl, [['X-Forwarded-Port', '3000']]),
  },
  {
    class: 'the query left out',
    code: 'url-query',
    provider: 'twilio',
    request: twilio('https://abc.example/sms', publicUrl),
  },
  {
    class: 'a slash at the end',
    code: 'url-path',
    provider: 'twilio',
    request: twilio('https://abc.example/sms/?x=1', publicUrl),
  },
  {
    class: 'a proxy changed line breaks',
    code: 'proxy-changed-body',
    provider: 'github',
    request: requestFixture({
      body: '{\n"a":1\n}',
      headers: [['X-Hub-Signature-256', `sha256=${hex(secret, '{\r\n"a":1\r\n}')}`]],
    }),
  },
  {
    class: 'a proxy packed the body',
    code: 'proxy-changed-body',
    provider: 'github',
    request: requestFixture({
      body: gzipSync(arrived),
      headers: [['X-Hub-Signature-256', `sha256=${hex(secret, arrived)}`]],
    }),
  },
  {
    class: 'a proxy wrote the form again',
    code: 'proxy-changed-body',
    provider: 'slack',
    request: requestFixture({
      body: 'text=a+b',
      headers: [
        ['Content-Type', 'application/x-www-form-urlencoded'],
        ['X-Slack-Request-Timestamp', t],
        ['X-Slack-Signature', `v0=${hex(secret, `v0:${t}:text=a%20b`)}`],
      ],
    }),
  },
  {
    class: 'an empty body was signed',
    code: 'empty-body',
    provider: 'shopify',
    request: requestFixture({
      body: arrived,
      headers: [['X-Shopify-Hmac-SHA256', hmac('sha256', secret, '').digest('base64')]],
    }),
  },
  {
    class: 'no signature',
    code: 'missing-signature',
    provider: 'zavu',
    request: requestFixture({ body: arrived }),
  },
  {
    class: 'another provider’s signature',
    code: 'other-provider',
    provider: 'stripe',
    request: zavu(arrived),
  },
  {
    class: 'a token with blanks',
    code: 'secret-blank',
    provider: 'telegram',
    request: requestFixture({
      body: '{"update_id":1}',
      headers: [['X-Telegram-Bot-Api-Secret-Token', 'segredo_1']],
    }),
    secrets: ['"segredo_1"'],
  },
  {
    class: 'another endpoint’s secret, Standard Webhooks',
    code: 'other-endpoint-secret',
    provider: 'standard-webhooks',
    request: requestFixture({
      body: arrived,
      headers: [
        ['webhook-id', 'msg_1'],
        ['webhook-timestamp', t],
        [
          'webhook-signature',
          `v1,${hmac('sha256', Buffer.from('b3V0cm8gc2VncmVkbw==', 'base64'), `msg_1.${t}.${arrived}`).digest('base64')}`,
        ],
      ],
    }),
    secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
    context: { otherSecrets: [{ endpoint: 'b', secret: 'whsec_b3V0cm8gc2VncmVkbw==' }] },
  },
];

async function explained({ provider, request, secrets = [secret], context }: Mistake) {
  const result = await catalog.explain(provider, request, secrets, { receivedAt: now, ...context });
  if ('kind' in result) throw new Error(result.message);
  return result;
}

describe('the doctor names the mistake', () => {
  it.each(mistakes)('$class: $code', async (mistake) => {
    const { verification, findings, fixes } = await explained(mistake);
    expect(verification.verdict).toBe('invalid');
    expect(findings.map(({ code }) => code)).toEqual([mistake.code]);
    expect(findings[0]?.certain).toBe(true);
    expect(fixes.map(({ framework }) => framework)).toEqual(
      expect.arrayContaining(['express', 'fastify', 'next', 'hono', 'flask', 'rails', 'go']),
    );
    for (const one of mistake.secrets ?? [secret])
      expect(JSON.stringify({ findings, verification })).not.toContain(one.trim());
  });
});

describe('the doctor names none', () => {
  it.each([
    ['zavu', zavu(arrived, arrived.replace('+55', '+54'))],
    ['twilio', { ...twilio(publicUrl, publicUrl), body: Buffer.from('Body=Oi+b&From=%2B55') }],
    [
      'svix',
      {
        ...svix(Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64')),
        body: Buffer.from(arrived.replace('Olá', 'Ola')),
      },
    ],
  ])('%s: the body was tampered with', async (provider, request) => {
    const secrets = [secret, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'];
    const { verification, findings, tried } = await explained({
      class: '',
      code: '',
      provider,
      request,
      secrets,
      context: {
        otherSecrets: [{ endpoint: 'b', secret: 'whsec_b' }],
        otherUrls: ['http://localhost:3000/x'],
      },
    });
    expect(verification.verdict).toBe('invalid');
    expect(findings).toEqual([]);
    expect(tried.length).toBeGreaterThan(3);
  });

  it('a valid one has nothing to explain', async () => {
    expect(await explained({ class: '', code: '', provider: 'zavu', request: zavu(arrived) })).toMatchObject({
      verification: { verdict: 'valid' },
      findings: [],
    });
  });
});

describe('a large body', () => {
  const padded = (bytes: number) => `{"pad":"${'x'.repeat(bytes)}"}`;

  it('gets fewer tries, which is said, and everything else goes on meanwhile', async () => {
    const request = zavu('other', padded(900_000));
    const otherSecrets = Array.from({ length: 50 }, (_, index) => ({
      endpoint: `e${index}`,
      secret: `s${index}`,
    }));
    let turns = 0;
    let going = true;
    const others = (): void => {
      turns += 1;
      if (going) setImmediate(others);
    };
    others();
    const { findings, tried } = await explained({
      class: '',
      code: '',
      provider: 'zavu',
      request,
      context: { otherSecrets },
    });
    going = false;
    expect(findings).toEqual([]);
    expect(tried.at(-1)).toContain('not every combination');
    expect(turns).toBeGreaterThan(5);
  });

  it('beyond 1 MiB is tried with the other secrets alone', async () => {
    const body = padded(1_200_000);
    const mistake = { class: '', code: '', provider: 'zavu', request: zavu(body, body, 'segredo') };
    expect((await explained(mistake)).findings.map(({ code }) => code)).toEqual(['secret-prefix']);
  });
});

it('two mistakes at once are both named', async () => {
  const request = zavu(`${arrived}\n`, arrived, 'segredo');
  const { findings } = await explained({ class: '', code: '', provider: 'zavu', request });
  expect(findings.map(({ code }) => code)).toEqual(['secret-prefix', 'trailing-newline']);
});

describe('a handler that refused a valid event', () => {
  const sent = (request: ProviderRequest, sentAt: number, statusCode = 401) => ({
    statusCode,
    sentAt,
    sent: { ...request, url: 'http://127.0.0.1:3000/hook' },
  });
  const why = (
    provider: string,
    request: ProviderRequest,
    attempt: Parameters<typeof catalog.explainRefusal>[3],
  ) =>
    catalog
      .explainRefusal(provider, request, [secret], attempt, { receivedAt: now })
      .map(({ code, certain }) => [code, certain]);

  it('was sent it too late', () => {
    expect(why('zavu', zavu(arrived), sent(zavu(arrived), now + 3_600_000))).toEqual([
      ['handler-stale', true],
    ]);
  });

  it('was sent an edited copy', () => {
    expect(why('zavu', zavu(arrived), sent({ ...zavu(arrived), body: Buffer.from('{}') }, now))).toEqual([
      ['handler-edited', true],
    ]);
  });

  it('may parse the body first, or have another secret', () => {
    expect(why('zavu', zavu(arrived), sent(zavu(arrived), now))).toEqual([
      ['handler-parsed-body', false],
      ['handler-other-secret', false],
      ['handler-refusal', false],
    ]);
  });

  it('sees another URL', () => {
    expect(
      why('twilio', twilio(publicUrl, publicUrl), sent(twilio(publicUrl, publicUrl), now, 403))[0],
    ).toEqual(['handler-url', false]);
  });

  it('said something else: nothing to explain', () => {
    expect(why('zavu', zavu(arrived), sent(zavu(arrived), now, 500))).toEqual([]);
  });
});
