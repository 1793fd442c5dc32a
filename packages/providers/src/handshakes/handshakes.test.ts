import { describe, expect, it } from 'vitest';
import { createCatalog } from '../catalog.ts';
import { requestFixture } from '../request-fixture.ts';

const catalog = createCatalog();
const challenge = (query: string) =>
  requestFixture({ method: 'GET', url: `https://abc.example/wa?${query}` });
const subscribe = 'hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=segredo';

describe('Meta', () => {
  it('gets its challenge back as plain text', () => {
    expect(
      catalog.handshake('meta', challenge(subscribe), { secrets: [], verifyToken: 'segredo' }),
    ).toMatchObject({
      kind: 'answered',
      statusCode: 200,
      body: '1158201444',
      rawHeaders: [
        ['Content-Type', 'text/plain'],
        ['X-Content-Type-Options', 'nosniff'],
      ],
    });
  });

  it('is refused with another token, without naming either', () => {
    const refused = catalog.handshake('meta', challenge(subscribe), { secrets: [], verifyToken: 'outro' });
    expect(refused).toMatchObject({
      kind: 'refused',
      statusCode: 403,
      reason: expect.stringContaining('verify token'),
    });
    expect(JSON.stringify(refused)).not.toMatch(/segredo|outro/);
  });

  it('says that any token is accepted where none is set', () => {
    expect(catalog.handshake('meta', challenge(subscribe), { secrets: [] })).toMatchObject({
      explanation: expect.stringContaining('any is accepted'),
    });
  });

  it('never sends back a page', () => {
    const hostile = challenge(
      'hub.mode=subscribe&hub.verify_token=a&hub.challenge=%3Cscript%3Ealert(1)%3C/script%3E',
    );
    expect(catalog.handshake('meta', hostile, { secrets: [] })).toMatchObject({
      kind: 'refused',
      statusCode: 400,
    });
  });
});

it('Slack gets its challenge back', () => {
  const request = requestFixture({
    body: '{"token":"t","challenge":"3eZbrw1aB10FEMAGAZd4FyFQ","type":"url_verification"}',
  });
  expect(catalog.handshake('slack', request, { secrets: [] })).toMatchObject({
    kind: 'answered',
    body: '3eZbrw1aB10FEMAGAZd4FyFQ',
  });
  expect(catalog.handshake(null, request, { secrets: [] })).toMatchObject({
    handshake: 'slack-url-verification',
  });
});

it('Zoom gets the token and its HMAC (openssl)', () => {
  const request = requestFixture({
    body: '{"event":"endpoint.url_validation","payload":{"plainToken":"plain_token_1"}}',
  });
  const answer = catalog.handshake(null, request, { secrets: ['zoom_secret'], also: ['zoom'] });
  expect(answer).toMatchObject({
    body: '{"plainToken":"plain_token_1","encryptedToken":"cecaca8013e44ae6dbb26d2dfb580147c18c2f0960253a0709f60b35acc80877"}',
  });
  expect(catalog.handshake(null, request, { secrets: [], also: ['zoom'] })).toMatchObject({
    kind: 'refused',
  });
});

it('X gets the HMAC of its token (openssl)', () => {
  const request = requestFixture({ method: 'GET', url: 'https://abc.example/x?crc_token=crc_token_1' });
  expect(
    catalog.handshake(null, request, { secrets: ['consumer_secret'], also: ['twitter-crc'] }),
  ).toMatchObject({
    body: '{"response_token":"sha256=HEr3uqlJr6fQa1Q0PWeTG+AJiVIVKqVXG9vPnosgx9U="}',
  });
});

it('X gets nothing signed that could be the body of a callback', () => {
  const token = encodeURIComponent('{"forged":true}');
  const request = requestFixture({ method: 'GET', url: `https://abc.example/x?crc_token=${token}` });
  const settings = { secrets: ['consumer_secret'], also: ['twitter-crc'] };
  expect(catalog.handshake(null, request, settings)).toMatchObject({ kind: 'refused', statusCode: 400 });
});

it('a plain GET is answered only where the endpoint asks for it', () => {
  const request = requestFixture({ method: 'GET', url: 'https://abc.example/hook' });
  expect(catalog.handshake(null, request, { secrets: [] })).toBeNull();
  expect(catalog.handshake(null, request, { secrets: [], also: ['get-200'] })).toMatchObject({
    statusCode: 200,
    body: '',
  });
});

it('an event is no handshake', () => {
  const request = requestFixture({ body: '{"type":"event_callback"}' });
  expect(
    catalog.handshake('slack', request, { secrets: [], also: ['zoom', 'twitter-crc', 'get-200'] }),
  ).toBeNull();
});
