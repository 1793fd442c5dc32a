import { type Endpoint, EndpointConfig } from '@hooktap/protocol';
import { expect, test } from 'vitest';
import { english } from '../messages/translate.ts';
import { draftOfEndpoint, problemsAtFields, readEndpoint } from './endpoint-draft.ts';

function endpointOf(config: unknown): Endpoint {
  const { secrets, ...rest } = EndpointConfig.parse(config);
  return {
    name: rest.name,
    config: { ...rest, ...(secrets && { secrets: secrets.length }) },
    source: { kind: 'api' },
    mode: 'deliver',
    hold: rest.hold ?? false,
    queue: { waiting: 0, held: 0, retrying: 0, underWay: 0 },
    targets: [],
  };
}

test.each([
  { name: 'plain', path: '/' },
  { name: 'stripe', path: '/stripe', target: 'http://localhost:3000', provider: 'stripe', enforce: true },
  { name: 'two', path: '/two', targets: ['http://localhost:3000', 'http://localhost:4000'], hold: true },
  {
    name: 'fixed',
    path: '/',
    reply: { status: 503, headers: { 'Retry-After': '1' }, body: 'no', delay: '2s' },
  },
  { name: 'sequence', path: '/', reply: { sequence: [500, 500, 200] }, retry: 'zavu' },
  { name: 'ack', path: '/', reply: 'ack', retry: { schedule: ['1m', '5m'] }, order: 'fifo', concurrency: 1 },
  {
    name: 'more',
    path: '/more',
    retry: { exponential: { initial: '1s', attempts: 6, factor: 3, jitter: 0.5 } },
    order: { key: 'body.chat.id' },
    filter: 'type:message.*',
    timeout: '5s',
    deadline: '3s',
  },
  { name: 'patient', path: '/', provider: 'slack', target: '3000', deadline: 'none' },
])('what is opened and saved unchanged stays as it was: $name', (config) => {
  const endpoint = endpointOf(config);
  expect(readEndpoint(draftOfEndpoint(endpoint), endpoint, english)).toEqual({ ok: true, config });
});

test('what the form does not have stays as it was, and secrets are sent only where they are typed', () => {
  const endpoint = endpointOf({
    name: 'a',
    secrets: ['kept'],
    headers: { set: { 'X-From': 'hooktap' } },
    rewrite: 'strip-prefix',
  });
  const draft = draftOfEndpoint(endpoint);
  const same = readEndpoint(draft, endpoint, english);
  if (!same.ok) throw new Error(JSON.stringify(same.problems));
  expect(same.config).toEqual({
    name: 'a',
    path: '/',
    headers: { set: { 'X-From': 'hooktap' } },
    rewrite: 'strip-prefix',
  });
  const typed = readEndpoint({ ...draft, secrets: ' one \n\ntwo' }, endpoint, english);
  expect(typed.ok && typed.config.secrets).toEqual(['one', 'two']);
});

test('every wrong field is named at once', () => {
  const reading = readEndpoint(
    {
      ...draftOfEndpoint(undefined),
      name: 'Stripe!',
      path: 'hooks',
      reply: 'sequence',
      sequence: '500, what',
      retry: 'schedule',
      schedule: '1m, soon',
      order: 'key',
      concurrency: '0',
      timeout: '5 minutes',
    },
    undefined,
    english,
  );
  expect(reading.ok ? [] : Object.keys(reading.problems).sort()).toEqual([
    'concurrency',
    'name',
    'orderKey',
    'path',
    'schedule',
    'sequence',
    'timeout',
  ]);
});

test('problems of the API stand at their fields', () => {
  const draft = draftOfEndpoint(undefined);
  const errors = [
    { path: 'target', message: 'no URL' },
    { path: 'reply.status', message: 'too high' },
    { path: 'headers.set', message: 'not allowed' },
  ];
  expect(problemsAtFields(errors, draft)).toEqual({
    problems: { targets: 'no URL', replyStatus: 'too high' },
    others: ['headers.set: not allowed'],
  });
});
