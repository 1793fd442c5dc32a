import { Buffer } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { requestFixture } from '../request-fixture.ts';
import { arrived, hex, hmac, type Mistake, named, rightly, secret, t, zavu } from './mistake-fixture.ts';

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
];

it.each(mistakes)('$class: $code', async (mistake) => {
  expect(await named(mistake)).toEqual(rightly(mistake));
});
