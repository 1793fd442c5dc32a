import { createHash } from 'node:crypto';
import { StoreError } from '@hooktap/core';
import type { RawHeaders } from '@hooktap/protocol';
import {
  answersAndHangsUp,
  answersLiterally,
  bytesOf,
  discardingBodyWriter,
  memoryBodyWriter,
  startHttpHandler,
  startRawHandler,
} from '@hooktap/testing';
import { expect, test, vi } from 'vitest';
import { createForwarder } from './create-forwarder.ts';
import { forwardOnce, type Given, targetAt } from './forwarding-in-tests.ts';

async function responseOf(bytes: string | Buffer, given: Given = {}) {
  await using handler = await startRawHandler(answersAndHangsUp(bytes));
  const { outcome } = await forwardOnce(`127.0.0.1:${handler.port}`, given);
  if (outcome.kind !== 'responded') throw new Error(outcome.message);
  return outcome.response;
}

/** A tap that notes what passes. */
function notingTap() {
  const noted = {
    heads: [] as [number, string, RawHeaders][],
    text: '',
    trailers: null as RawHeaders | null,
  };
  return {
    noted,
    async head(statusCode: number, statusMessage: string, rawHeaders: RawHeaders) {
      noted.heads.push([statusCode, statusMessage, rawHeaders]);
    },
    data(chunk: Buffer): Promise<void> | undefined {
      noted.text += chunk.toString('latin1');
      return undefined;
    },
    end(trailers: RawHeaders) {
      noted.trailers = trailers;
    },
  };
}

test('keeps order, case, repetition and bytes, follows and decodes nothing', async () => {
  const response = await responseOf(
    'HTTP/1.1 302 Found\r\nb: 1\r\nSet-Cookie: x\r\nB: 2\r\nLocation: http://evil.invalid/\r\n' +
      'Content-Encoding: gzip\r\nL: \xe9\r\nContent-Length: 3\r\n\r\n\xff\0\xfe',
  );
  expect(response.statusCode).toBe(302);
  expect(response.bodyState).toBe('complete');
  expect(bytesOf(response.body)).toEqual(Buffer.from([0xff, 0, 0xfe]));
  expect(response.rawHeaders).toEqual([
    ['b', '1'],
    ['Set-Cookie', 'x'],
    ['B', '2'],
    ['Location', 'http://evil.invalid/'],
    ['Content-Encoding', 'gzip'],
    ['L', '\xe9'],
    ['Content-Length', '3'],
  ]);
});

test('1xx is passed over; a body without framing ends with the connection', async () => {
  const response = await responseOf(
    'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 999 Odd\r\n\r\nabc',
  );
  expect(response).toMatchObject({ statusCode: 999, bodyState: 'complete', body: { size: 3 } });
});

test('HEAD and 204 have no body; what follows a whole response does no harm', async () => {
  expect(await responseOf('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n', { method: 'HEAD' })).toMatchObject({
    body: { size: 0 },
    bodyState: 'complete',
  });
  expect(await responseOf('HTTP/1.1 204 No Content\r\n\r\nextra')).toMatchObject({ statusCode: 204 });
});

test('the record ends at its limit, the tap has all', async () => {
  const tap = notingTap();
  const response = await responseOf(
    'HTTP/1.1 200 Fine\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n3\r\ndef\r\n0\r\nX-Sum: 1\r\n\r\n',
    { tap, recordLimit: 4 },
  );
  expect(response.bodyState).toBe('truncated');
  expect(bytesOf(response.body).toString()).toBe('abcd');
  expect(tap.noted).toEqual({
    heads: [[200, 'Fine', [['Transfer-Encoding', 'chunked']]]],
    text: 'abcdef',
    trailers: [['X-Sum', '1']],
  });
});

test('nothing is read before the tap has taken the head', async () => {
  const tap = notingTap();
  let textAtHead: string | undefined;
  await responseOf('HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc', {
    tap: {
      ...tap,
      head: async () => {
        await new Promise((resolve) => setTimeout(resolve, 100));
        textAtHead = tap.noted.text;
      },
    },
  });
  expect(textAtHead).toBe('');
  expect(tap.noted.text).toBe('abc');
});

test('a head that cannot be passed on fails the attempt', async () => {
  await using handler = await startRawHandler(
    answersLiterally('HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc'),
  );
  const tap = { ...notingTap(), head: () => Promise.reject(new Error('It cannot be passed on.')) };
  const { outcome } = await forwardOnce(`127.0.0.1:${handler.port}`, { tap });
  expect(outcome).toMatchObject({ failure: 'unparseable', message: 'It cannot be passed on.' });
});

test('a tap that fails at the end leaves the outcome as it is', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  await using handler = await startRawHandler(
    answersLiterally('HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc'),
  );
  const broken = (): never => {
    throw new Error('The end cannot be passed on.');
  };
  const { outcome } = await forwardOnce(`127.0.0.1:${handler.port}`, {
    tap: { ...notingTap(), end: broken },
  });
  expect(outcome).toMatchObject({ kind: 'responded', response: { statusCode: 200 } });
  expect(said).toHaveBeenCalledWith(expect.stringContaining('The end cannot be passed on.'));
  said.mockRestore();
});

test('a tap that fails amid the response rejects the attempt, and nothing else', async () => {
  await using handler = await startRawHandler(
    answersLiterally('HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc'),
  );
  const bug = new Error('A piece cannot be passed on.');
  const data = (): never => {
    throw bug;
  };
  const tap = { ...notingTap(), data };
  await expect(forwardOnce(`127.0.0.1:${handler.port}`, { tap })).rejects.toBe(bug);
});

test('a store that fails is no failure of the handler', async () => {
  await using handler = await startRawHandler(
    answersLiterally('HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc'),
  );
  const broken = new StoreError('disk-full', 'full');
  const openBody = () => ({ ...memoryBodyWriter(), finish: () => Promise.reject(broken) });
  await expect(forwardOnce(`127.0.0.1:${handler.port}`, { openBody })).rejects.toBe(broken);
});

test('100 MB go there and back through bounded memory', async () => {
  await using handler = await startHttpHandler((request, response) => {
    response.writeHead(200);
    request.pipe(response);
  });
  const piece = Buffer.alloc(1_000_000, 7);
  const hash = createHash('sha256');
  const before = process.memoryUsage().rss;
  let peak = 0;
  const body = {
    size: 100_000_000,
    async *read() {
      for (let count = 0; count < 100; count += 1) {
        hash.update(piece);
        peak = Math.max(peak, process.memoryUsage().rss);
        yield piece;
      }
    },
  };
  const slow = { ...notingTap(), data: () => new Promise<void>((resolve) => setImmediate(resolve)) };
  const { outcome } = await forwardOnce(handler.url, {
    body,
    tap: slow,
    timeoutMs: 25_000,
    openBody: discardingBodyWriter,
    recordLimit: 200_000_000,
  });
  if (outcome.kind !== 'responded') throw new Error(outcome.message);
  expect(outcome.response.body).toMatchObject({ size: 100_000_000, sha256: hash.digest('hex') });
  // The handler of this test keeps its bytes for the looking: another 100 MB.
  expect(peak - before).toBeLessThan(200_000_000);
});

test.each(['127.0.0.1', '::1'])('localhost and names below it are found on %s', async (host) => {
  await using handler = await startHttpHandler((_request, response) => response.end('ok'), { host });
  const forwarder = createForwarder();
  for (const name of ['localhost', 'app.localhost']) {
    const { outcome } = await forwardOnce(`${name}:${handler.port}`);
    expect(outcome.kind).toBe('responded');
    expect(await forwarder.probe(targetAt(`${name}:${handler.port}`), 1_000)).toMatchObject({
      health: 'up',
      reason: `Something listens on ${name}:${handler.port}.`,
    });
  }
  await handler.close();
  expect(await forwarder.probe(targetAt(`localhost:${handler.port}`), 1_000)).toMatchObject({
    health: 'down',
    reason: `Nothing listens on localhost:${handler.port}.`,
  });
});
