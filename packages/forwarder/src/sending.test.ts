import type { RawHeaders } from '@hooktap/protocol';
import { answersAndHangsUp, answersLiterally, startHttpHandler, startRawHandler } from '@hooktap/testing';
import { describe, expect, test } from 'vitest';
import { createForwarder } from './create-forwarder.ts';
import { bodyOf, forwardOnce, type Given, optionsOf, requestTo } from './forwarding-in-tests.ts';

const fine = answersAndHangsUp('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');

/** What a handler literally got, and what was recorded as sent. */
async function sent(given: Given): Promise<{ bytes: string; headers: RawHeaders }> {
  await using handler = await startRawHandler(fine);
  const { sentHeaders, outcome } = await forwardOnce(`127.0.0.1:${handler.port}`, given);
  expect(outcome.kind).toBe('responded');
  return { bytes: handler.received(), headers: sentHeaders };
}

const text = (headers: RawHeaders): string =>
  headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');

test('what is recorded is what was sent: order, case, repetition, latin-1', async () => {
  const { bytes, headers } = await sent({
    requestTarget: '/a?b',
    rawHeaders: [
      ['hOST', 'x'],
      ['X-Dup', '1'],
      ['Accept', ''],
      ['x-dup', '2'],
      ['L', '\xe9'],
      ['X-Dup', '1'],
    ],
    body: bodyOf(Buffer.from([0xff, 0, 0xfe])),
  });
  expect(bytes).toBe(`POST /a?b HTTP/1.1\r\n${text(headers)}\r\n\xff\0\xfe`);
  expect(headers).toEqual([
    ['hOST', 'x'],
    ['X-Dup', '1'],
    ['Accept', ''],
    ['x-dup', '2'],
    ['L', '\xe9'],
    ['X-Dup', '1'],
    ['Content-Length', '3'],
    ['Connection', 'keep-alive'],
  ]);
});

describe('exactly one framing header', () => {
  const body = bodyOf('ab', 'cde');
  test.each<[string, string, RawHeaders, NonNullable<Given['body']>, string]>([
    ["the sender's line where it is true", 'POST', [['content-LENGTH', '5']], body, 'content-LENGTH: 5'],
    ['ours where it is not', 'POST', [['content-LENGTH', '6']], body, 'Content-Length: 5'],
    ['ours for chunked', 'POST', [['Transfer-Encoding', 'chunked']], body, 'Content-Length: 5'],
    [
      'the true one of several',
      'POST',
      [
        ['content-length', '1'],
        ['A', '1'],
        ['content-length', '5'],
      ],
      body,
      'A: 1\r\ncontent-length: 5',
    ],
    ['ours for an empty POST', 'POST', [], bodyOf(), 'Content-Length: 0'],
    ['ours for a method of the handler', 'PURGE', [], bodyOf(), 'Content-Length: 0'],
    ['ours for a GET with a body', 'GET', [['Transfer-Encoding', 'chunked']], body, 'Content-Length: 5'],
    ['ours for a DELETE with a body', 'DELETE', [], body, 'Content-Length: 5'],
    ['ours for an OPTIONS with a body', 'OPTIONS', [], body, 'Content-Length: 5'],
    ['none for GET', 'GET', [['Transfer-Encoding', 'chunked']], bodyOf(), ''],
    ['none for HEAD', 'HEAD', [], bodyOf(), ''],
    ['none for OPTIONS', 'OPTIONS', [], bodyOf(), ''],
    ['none for DELETE', 'DELETE', [], bodyOf(), ''],
  ])('%s', async (_what, method, framing, body, expected) => {
    const { bytes, headers } = await sent({
      method,
      body,
      rawHeaders: [['Host', 'x'], ...framing, ['End', '1']],
    });
    const lines = text(headers);
    expect(bytes).toBe(`${method} / HTTP/1.1\r\n${lines}\r\n${body.size === 5 ? 'abcde' : ''}`);
    const framed = headers.filter(([name]) => /^(content-length|transfer-encoding)$/i.test(name));
    expect(framed).toHaveLength(expected === '' ? 0 : 1);
    if (framing.length > 0 && expected !== '') expect(lines).toContain(`Host: x\r\n${expected}\r\nEnd: 1`);
    else expect(lines).toContain(expected);
  });

  test('a chunked GET whose body is a request smuggles none', async () => {
    const paths: string[] = [];
    await using handler = await startHttpHandler((request, response) => {
      paths.push(request.url ?? '');
      request.resume().on('end', () => response.end());
    });
    await forwardOnce(handler.url, {
      method: 'GET',
      rawHeaders: [
        ['Host', 'x'],
        ['Transfer-Encoding', 'chunked'],
      ],
      body: bodyOf('GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n'),
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(paths).toEqual(['/']);
  });
});

test.each(['//evil.invalid/x', 'http://evil.invalid/x', '/a#b', '/a"<>{}|\\^`', '*', '/%zz?\xe9', '/../..'])(
  'the request target %s goes to the target, literally',
  async (requestTarget) => {
    const { bytes } = await sent({ method: 'OPTIONS', requestTarget });
    expect(bytes.slice(0, bytes.indexOf('\r\n'))).toBe(`OPTIONS ${requestTarget} HTTP/1.1`);
  },
);

test('3,000 headers both ways', async () => {
  const many: RawHeaders = Array.from({ length: 3_000 }, (_, index) => [`x-${index}`, `${index}`]);
  await using handler = await startHttpHandler((request, response) => {
    response.writeHead(200, request.rawHeaders);
    response.end();
  });
  const { outcome } = await forwardOnce(handler.url, { rawHeaders: [...many, ['Host', 'x']] });
  if (outcome.kind !== 'responded') throw new Error(outcome.message);
  expect(outcome.response.rawHeaders.slice(0, 3_000)).toEqual(many);
});

test('a connection is used again', async () => {
  await using handler = await startHttpHandler((request, response) => {
    request.resume().on('end', () => response.end('ok'));
  });
  const forwarder = createForwarder();
  for (let count = 0; count < 3; count += 1) {
    const { timing } = await forwarder.forward(requestTo(handler.url, { body: bodyOf('a') }), optionsOf());
    if (count > 0) expect(timing.connectMs).toBeLessThan(5);
    // The agent takes the socket back in the turn after.
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(handler.connections()).toBe(1);
  await forwarder.close();
});

test('a reused connection that the handler had closed is tried once afresh', async () => {
  let answers = 0;
  await using handler = await startRawHandler((socket, soFar) => {
    if (answers === 1 && soFar.split('\r\n\r\n').length > 2) {
      socket.resetAndDestroy();
      return;
    }
    answers += 1;
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
  });
  const forwarder = createForwarder();
  const target = `127.0.0.1:${handler.port}`;
  await forwarder.forward(requestTo(target), optionsOf());
  await new Promise((resolve) => setImmediate(resolve));
  const { outcome } = await forwarder.forward(requestTo(target), optionsOf());
  expect(outcome.kind).toBe('responded');
  expect(handler.connections()).toBe(2);
  await forwarder.close();
});

test('a body that the handler does not wait for leaves a connection that nobody uses again', async () => {
  await using handler = await startRawHandler(
    answersLiterally('HTTP/1.1 413 No\r\nContent-Length: 2\r\n\r\nno'),
  );
  const forwarder = createForwarder();
  const target = `127.0.0.1:${handler.port}`;
  let goOn = (): void => {};
  const answered = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const endless = {
    size: 10,
    async *read() {
      yield Buffer.from('abc');
      await answered;
      yield Buffer.from('defghij');
    },
  };
  const early = await forwarder.forward(requestTo(target, { body: endless }), optionsOf());
  expect(early.outcome).toMatchObject({ kind: 'responded', response: { statusCode: 413 } });
  await forwarder.forward(requestTo(target), optionsOf());
  expect(handler.connections()).toBe(2);
  goOn();
  await forwarder.close();
});
