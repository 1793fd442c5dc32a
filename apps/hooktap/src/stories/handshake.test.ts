import type { EndpointConfig } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { loadCatalog } from '../provider-catalog.ts';
import { type Answer, startStoryHandler } from './test-support/story-handler.ts';
import { openRig } from './test-support/story-rig.ts';

const meta = '/hook?hub.mode=subscribe&hub.verify_token=mine&hub.challenge=1158201444';
const zoom = JSON.stringify({
  event: 'endpoint.url_validation',
  payload: { plainToken: 'q9ibPhGeRZ6ayx5WTrXjRw' },
});
const slack = JSON.stringify({ token: 't', challenge: '3eZbrw1aBm2rZgRNFdxV', type: 'url_verification' });

const answers =
  (statusCode: number, body: string): Answer =>
  (_call, response) =>
    response.writeHead(statusCode).end(body);

/** What is said of the request, once the packs have read it. */
async function explained(
  endpoint: Partial<EndpointConfig>,
  handler: Answer | null,
  path: string,
  /** Of a POST; without one it is a GET. */
  body?: string,
) {
  const catalog = loadCatalog();
  await catalog;
  await using listening = handler ? await startStoryHandler(handler) : null;
  const target = listening ? { target: listening.url } : {};
  await using rig = await openRig({ endpoints: [{ ...target, ...endpoint }], catalog });
  await (body === undefined ? fetch(`${rig.origin}${path}`) : rig.send(path, body));
  const event = await rig.event(path);
  await rig.until(async () => (await rig.store.event(event.id))?.reply);
  return (await rig.hooktap.inspection.providers.verification(event.id))?.handshake;
}

it('a test of the URL that the handler does not answer is explained, with what to do', async () => {
  expect(await explained({}, answers(404, 'Not Found'), meta)).toMatchObject({
    name: 'meta-challenge',
    answered: false,
    explanation: expect.stringMatching(
      /wants the challenge back as the whole body; the handler answered 404\.$/,
    ),
    remedy: expect.stringContaining("handshake: true for the endpoint 'default'"),
  });
  expect(await explained({}, answers(200, '{"ok":true}'), '/slack', slack)).toMatchObject({
    name: 'slack-url-verification',
    explanation: expect.stringMatching(/the handler answered 200 with another body\.$/),
  });
  expect(await explained({ secrets: ['s'] }, answers(200, ''), '/zoom', zoom)).toMatchObject({
    name: 'zoom',
    explanation: expect.stringContaining('wants its token back, signed, as JSON'),
    remedy: expect.stringContaining("handshake: { also: ['zoom'] }"),
  });
  expect(await explained({}, answers(200, ''), '/x?crc_token=abc')).toMatchObject({
    name: 'twitter-crc',
    explanation: expect.stringContaining('consumer secret; none is set'),
  });
});

it('a plain GET that failed may have been a panel’s test: that is said, and no more claimed', async () => {
  expect(await explained({}, answers(405, 'POST only'), '/hook')).toMatchObject({
    name: 'get-200',
    answered: false,
    perhaps: true,
    explanation: expect.stringMatching(
      /^Some panels .* If this was such a test it failed: the handler answered 405\.$/,
    ),
    remedy: expect.stringContaining("handshake: { also: ['get-200'] } for the endpoint 'default'"),
  });
  // Nobody listens there.
  expect(await explained({ target: 'http://127.0.0.1:1' }, null, '/hook')).toMatchObject({
    explanation: expect.stringMatching(/it failed: it got 502 \(unreachable\)\.$/),
  });
  expect(await explained({}, answers(204, ''), '/hook')).toBeUndefined();
  // A scanner's request, which Hooktap refuses.
  expect(await explained({}, answers(404, ''), '/.env')).toBeUndefined();
});

it('and one that nobody answered', async () => {
  expect(await explained({}, null, meta)).toMatchObject({
    answered: false,
    explanation: expect.stringMatching(/it got 200 \(ack\)\.$/),
  });
});

it('one that the handler answers is right', async () => {
  const right = { answered: true, remedy: null };
  expect(await explained({}, answers(200, '1158201444'), meta)).toMatchObject(right);
  const asJson = JSON.stringify({ challenge: '3eZbrw1aBm2rZgRNFdxV' });
  expect(await explained({}, answers(200, asJson), '/slack', slack)).toMatchObject(right);
});

it('what the endpoint answers itself, or refuses, is said as it is kept', async () => {
  const handshake = { verifyToken: 'other' };
  expect(await explained({ handshake, provider: 'meta' }, null, meta)).toMatchObject({
    answered: false,
    explanation: expect.stringContaining('is not the one set for this endpoint'),
  });
});

it('any other event is none', async () => {
  expect(await explained({}, answers(200, ''), '/plain', '{"a":1}')).toBeUndefined();
  expect(await explained({}, answers(200, ''), '/get')).toBeUndefined();
});
