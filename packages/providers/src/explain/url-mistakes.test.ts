import { expect, it } from 'vitest';
import { type Mistake, named, publicUrl, rightly, twilio } from './mistake-fixture.ts';

const mistakes: readonly Mistake[] = [
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
];

it.each(mistakes)('$class: $code', async (mistake) => {
  expect(await named(mistake)).toEqual(rightly(mistake));
});
