import https from 'node:https';
import type { FailureKind } from '@hooktap/protocol';
import {
  answersAndHangsUp,
  answersLiterally,
  freePort,
  neverAnswers,
  type RawBehaviour,
  start,
  startHttpHandler,
  startRawHandler,
} from '@hooktap/testing';
import { expect, test } from 'vitest';
import { bodyOf, forwardOnce, type Given } from './forwarding-in-tests.ts';
import { selfSigned } from './self-signed-certificate.ts';

async function outcomeOf(behaviour: RawBehaviour, given: Given = {}) {
  await using handler = await startRawHandler(behaviour);
  const result = await forwardOnce(`127.0.0.1:${handler.port}`, given);
  return result.outcome;
}

test.each<[string, RawBehaviour, FailureKind]>([
  ['garbage', answersAndHangsUp('rubbish\r\n\r\n'), 'unparseable'],
  ['another protocol', answersAndHangsUp(Buffer.from([0x15, 3, 1, 0, 2, 2, 70])), 'unparseable'],
  [
    '101',
    answersLiterally('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'),
    'unparseable',
  ],
  ['a bare 101', answersAndHangsUp('HTTP/1.1 101 Switching Protocols\r\n\r\n'), 'unparseable'],
  ['status 99', answersAndHangsUp('HTTP/1.1 99 No\r\nContent-Length: 0\r\n\r\n'), 'unparseable'],
  ['status 099', answersAndHangsUp('HTTP/1.1 099 No\r\nContent-Length: 0\r\n\r\n'), 'unparseable'],
  ['status 1000', answersAndHangsUp('HTTP/1.1 1000 No\r\nContent-Length: 0\r\n\r\n'), 'unparseable'],
  [
    'two framings',
    answersAndHangsUp('HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'),
    'unparseable',
  ],
  ['an end at once', (socket) => socket.end(), 'reset'],
  ['a reset', (socket) => socket.resetAndDestroy(), 'reset'],
  ['an end within the head', answersAndHangsUp('HTTP/1.1 200 OK\r\nConte'), 'reset'],
])('%s', async (_what, behaviour, failure) => {
  const outcome = await outcomeOf(behaviour);
  expect(outcome).toMatchObject({ kind: 'failed', failure });
  expect(outcome).not.toHaveProperty('partial');
});

test('a response that breaks off keeps what came', async () => {
  for (const bytes of [
    'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n5\r\n',
  ]) {
    expect(await outcomeOf(answersAndHangsUp(bytes))).toMatchObject({
      failure: 'reset',
      message: "Your handler's response broke off after 3 bytes of its body.",
      partial: { statusCode: 200, bodyState: 'aborted', body: { size: 3 } },
    });
  }
});

test('a chunk that is none keeps what came', async () => {
  const bytes = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nzz\r\n';
  expect(await outcomeOf(answersLiterally(bytes))).toMatchObject({
    failure: 'unparseable',
    partial: { statusCode: 200, bodyState: 'aborted', body: { size: 3 } },
  });
});

test('a handler that never answers', async () => {
  await using handler = await startRawHandler(neverAnswers);
  const { outcome, timing } = await forwardOnce(`127.0.0.1:${handler.port}`, { timeoutMs: 1_000 });
  expect(outcome).toEqual({
    kind: 'failed',
    failure: 'timeout',
    message: 'Your handler did not answer within 1 s.',
    parts: [{ code: 'not-answered', values: { time: '1 s' } }],
  });
  expect(timing.waitMs).toBeGreaterThan(500);
  expect(timing.receiveMs).toBe(0);
  expect(timing.totalMs).toBeGreaterThan(990);
});

test('a handler that does not come to an end', async () => {
  const begun = answersLiterally('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc');
  expect(await outcomeOf(begun, { timeoutMs: 1_000 })).toMatchObject({
    failure: 'timeout',
    message: "Your handler's response was not complete within 1 s.",
    partial: { body: { size: 3 } },
  });
});

test('aborted before, while waiting, and amid the response', async () => {
  expect(await outcomeOf(neverAnswers, { signal: AbortSignal.abort() })).toMatchObject({
    failure: 'aborted',
    message: 'Hooktap ended the attempt.',
  });
  expect(await outcomeOf(neverAnswers, { signal: AbortSignal.timeout(100) })).toMatchObject({
    failure: 'aborted',
  });
  const begun = answersLiterally('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc');
  const ending = new AbortController();
  const untilItComes = {
    head: async () => {},
    data: () => void setImmediate(() => ending.abort()),
    end: () => {},
  };
  expect(await outcomeOf(begun, { signal: ending.signal, tap: untilItComes })).toMatchObject({
    failure: 'aborted',
    partial: { body: { size: 3 } },
  });
});

test('nothing listens, in either family', async () => {
  const port = await freePort();
  const { outcome, timing, sentHeaders } = await forwardOnce(`localhost:${port}`, { body: bodyOf('a') });
  expect(outcome).toEqual({
    kind: 'failed',
    failure: 'connection-refused',
    message: `Nothing listens on localhost:${port}. Start your handler, then replay the event.`,
    parts: [{ code: 'no-listener', values: { place: `localhost:${port}` } }],
  });
  expect(timing).toMatchObject({ sendMs: 0, waitMs: 0, receiveMs: 0 });
  expect(sentHeaders).toContainEqual(['Content-Length', '1']);
});

test('a name that is none', async () => {
  const { outcome } = await forwardOnce('no-such-name.invalid:80');
  expect(outcome).toMatchObject({ failure: 'dns' });
});

test('https: an untrusted certificate, the same allowed, and no TLS at all', async () => {
  await using handler = await start(
    https.createServer(selfSigned, (_request, response) => response.end('ok')),
  );
  const target = `https://localhost:${handler.port}`;
  const refused = await forwardOnce(target);
  expect(refused.outcome).toMatchObject({ failure: 'tls' });
  expect(refused.outcome).toHaveProperty('message', expect.stringContaining('--insecure-target'));
  const allowed = await forwardOnce(target, {}, { insecureTarget: true });
  expect(allowed.outcome).toMatchObject({ kind: 'responded' });
  expect(allowed.timing.connectMs).toBeGreaterThan(0);
  await using plain = await startRawHandler((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  expect((await forwardOnce(`https://127.0.0.1:${plain.port}`)).outcome).toMatchObject({ failure: 'tls' });
});

test('a timeout longer than any timer ends nothing early', async () => {
  await using handler = await startHttpHandler((_request, response) => {
    setTimeout(() => response.end(), 50);
  });
  const { outcome } = await forwardOnce(`127.0.0.1:${handler.port}`, { timeoutMs: 90 * 86_400_000 });
  expect(outcome).toMatchObject({ kind: 'responded', response: { statusCode: 200 } });
});
