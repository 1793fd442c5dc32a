import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { createCatalog } from './catalog.ts';
import { headOf, requestFixture } from './request-fixture.ts';

const catalog = createCatalog();
const deep = (levels: number): string => `${'[{"a":'.repeat(levels)}1${'}]'.repeat(levels)}`;

/** Values where a pack expects a text, an object or a list. */
const odd = [
  'null',
  '0',
  '-1',
  '1e999',
  'true',
  '""',
  '"x"',
  '[]',
  '[null]',
  '{}',
  '{"0":{}}',
  '{"__proto__":{"a":1}}',
  '9'.repeat(400),
];
const keys = [
  'id',
  'type',
  'data',
  'event',
  'entry',
  'object',
  'message',
  'text',
  'ids',
  'momment',
  'timestamp',
  'update_id',
  'status',
  'reaction',
];
const bodies: readonly string[] = [
  '',
  '\u0000',
  '{',
  deep(5000),
  ...odd,
  ...keys.flatMap((key) => odd.map((value) => `{"${key}":${value}}`)),
  ...odd.map(
    (value) =>
      `{"type":"ReceivedCallback","instanceId":${value},"momment":${value},"text":${value},"reaction":${value},"poll":${value}}`,
  ),
  ...odd.map(
    (value) =>
      `{"object":"whatsapp_business_account","entry":[{"changes":[{"value":${value},"field":${value}}]}]}`,
  ),
  ...odd.map((value) => `{"type":"Message","event":${value},"data":${value},"json_data":"{\\"a\\":"}`),
  'a=b&a=c&&=&%zz=%zz&payload=%7B',
];

const headers: readonly (readonly [string, string])[][] = [
  [],
  [['content-type', 'application/x-www-form-urlencoded']],
  [
    ['X-Zavu-Signature', `t=${'9'.repeat(40)},v1=,v2=\u00ff,=,t`],
    ['Stripe-Signature', 't=1e9,v1=zz'],
    ['X-Slack-Signature', 'v0='],
    ['X-Slack-Request-Timestamp', '-5'],
    ['X-Hub-Signature-256', 'sha256='],
    ['X-Twilio-Signature', '\u0080'],
    ['svix-signature', 'v1, v1a,AAAA '.repeat(500)],
    ['svix-id', ''],
    ['svix-timestamp', 'NaN'],
    ['webhook-signature', 'v1a,AAAA v1,'],
    ['webhook-id', '\u00ff'],
    ['webhook-timestamp', '99999999999999'],
    ['X-Shopify-Hmac-SHA256', ''],
    ['X-Telegram-Bot-Api-Secret-Token', ''],
  ],
];
const secrets = [
  'x',
  'whsec_',
  'whpk_AAAA',
  `whpk_${Buffer.alloc(32, 255).toString('base64')}`,
  ' "\u0000" ',
  'whsec_!!!!',
  'é',
];

describe.each(catalog.packs.map(({ name }) => name))('%s', (provider) => {
  it.each(headers.map((list, index) => [index, list] as const))(
    'throws on nothing (headers %i)',
    async (_, list) => {
      for (const body of bodies) {
        const request = requestFixture({
          body,
          headers: list,
          url: 'https://abc.example/%ff?bodySHA256=%zz&hub.mode=x',
        });
        catalog.recognise(headOf(request));
        const reading = catalog.describe(provider, request);
        expect(JSON.stringify(reading).length).toBeLessThan(40_000);
        expect(catalog.verify(provider, request, secrets, 1e15).verdict).not.toBe('valid');
        await catalog.steps(provider, request, secrets, -1);
        catalog.handshake(provider, request, { secrets, also: ['zoom', 'twitter-crc'] });
        catalog.sign(provider, request, 'whsec_AAAA', { now: 1 });
      }
    },
  );

  it('explains nothing wrongly, and in bounded time', async () => {
    for (const body of ['', '{', deep(300), '{"a":1e999,"b":[{}]}', 'a=%zz', '\u0000']) {
      const request = requestFixture({
        body,
        headers: headers[2] ?? [],
        url: 'https://abc.example/%ff?x=%zz',
      });
      const explained = await catalog.explain(provider, request, ['some-secret'], {
        receivedAt: 0,
        otherUrls: ['http://', 'ftp://x', '::'],
      });
      // The last is so: the secret is no base64, which Svix and Standard Webhooks want.
      const allowed = ['malformed-signature', 'missing-signature', 'other-provider', 'secret-kind'];
      const others = 'findings' in explained ? explained.findings : [];
      expect(others.filter(({ code }) => !allowed.includes(code))).toEqual([]);
    }
  });
});

describe('a large body', () => {
  const large = Buffer.from('a&'.repeat(600_000));
  const signed = (body: Buffer) =>
    requestFixture({
      body,
      headers: [
        ['Content-Type', 'application/x-www-form-urlencoded'],
        ['X-Twilio-Signature', 'c2ln'],
        ['X-Hub-Signature-256', 'sha256=00'],
      ],
    });

  it('is not taken apart as a form of Twilio, and is not valid', async () => {
    expect(catalog.verify('twilio', signed(large), ['token'], 0)).toMatchObject({
      verdict: 'invalid',
      reason: expect.stringContaining('256 KiB'),
    });
    expect(await catalog.steps('twilio', signed(large), ['token'], 0)).toHaveLength(1);
  });

  it('of a hundred thousand fields is not sorted', () => {
    const fields = Buffer.from(Array.from({ length: 30_000 }, (_, index) => `f${index}=v`).join('&'));
    expect(fields.length).toBeLessThan(256 * 1024);
    expect(catalog.verify('twilio', signed(fields), ['token'], 0).reason).toContain('2000 fields');
    const fewer = Buffer.from(Array.from({ length: 2000 }, (_, index) => `f${index}=v`).join('&'));
    expect(catalog.verify('twilio', signed(fewer), ['token'], 0).reason).toContain('does not fit');
  });

  it('is judged, but not written again in every way, which is said', async () => {
    const explained = await catalog.explain('github', signed(large), ['secret'], { receivedAt: 0 });
    expect(explained).toMatchObject({
      verification: { verdict: 'invalid' },
      findings: [],
      tried: [expect.stringContaining('1 MiB')],
    });
  });
});

it('what is read of a long text does not keep all of it in memory', () => {
  const before = process.memoryUsage().heapUsed;
  const kept = Array.from({ length: 300 }, (_, index) => {
    const id = `evt_${String(index).padStart(20, '0')}`;
    const body = `{"id":"${id}${' '.repeat(1_000_000)}","type":"message.inbound"}`;
    return catalog.describe('zavu', requestFixture({ body })).providerEventId;
  });
  expect(new Set(kept).size).toBe(300);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(200_000_000);
});
