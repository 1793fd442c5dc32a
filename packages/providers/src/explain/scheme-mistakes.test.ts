import { expect, it } from 'vitest';
import { requestFixture } from '../request-fixture.ts';
import { arrived, hex, hmac, type Mistake, named, now, rightly, secret, t, zavu } from './mistake-fixture.ts';

const mistakes: readonly Mistake[] = [
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
    class: 'SHA-1 instead of SHA-256',
    code: 'signature-encoding',
    provider: 'github',
    request: requestFixture({
      body: arrived,
      headers: [['X-Hub-Signature-256', `sha256=${hmac('sha1', secret, arrived).digest('hex')}`]],
    }),
  },
];

it.each(mistakes)('$class: $code', async (mistake) => {
  expect(await named(mistake)).toEqual(rightly(mistake));
});
