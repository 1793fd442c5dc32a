import { Buffer } from 'node:buffer';
import { expect, it } from 'vitest';
import { requestFixture } from '../request-fixture.ts';
import {
  arrived,
  hex,
  hmac,
  type Mistake,
  named,
  rightly,
  secret,
  svix,
  t,
  zavu,
} from './mistake-fixture.ts';

const mistakes: readonly Mistake[] = [
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
  {
    class: 'a blank was pasted into the provider’s panel',
    code: 'secret-blank',
    provider: 'github',
    request: requestFixture({
      body: arrived,
      headers: [['X-Hub-Signature-256', `sha256=${hex(`${secret} `, arrived)}`]],
    }),
  },
  {
    class: 'whoever signs read the secret from a file, line break and all',
    code: 'secret-blank',
    provider: 'zavu',
    request: zavu(arrived, arrived, `${secret}\n`),
  },
  {
    class: 'whoever signs took the quotes of an .env file for a part of it',
    code: 'secret-blank',
    provider: 'zavu',
    request: zavu(arrived, arrived, `"${secret}"`),
  },
];

it.each(mistakes)('$class: $code', async (mistake) => {
  expect(await named(mistake)).toEqual(rightly(mistake));
});
