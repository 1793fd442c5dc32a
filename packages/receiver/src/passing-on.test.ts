import type { Sender } from '@hooktap/core';
import { openRawConnection, recordingIntake, sendRaw } from '@hooktap/testing';
import { expect, test } from 'vitest';
import { UnpassableResponse } from './passed-on-head.ts';
import { receiving } from './receiving-in-tests.ts';

async function passing(
  answer: (sender: Sender) => Promise<unknown>,
  request = 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
): Promise<string> {
  await using receiver = await receiving(recordingIntake({ answer: (_request, sender) => answer(sender) }));
  return (await sendRaw({ port: receiver.port, bytes: request })).text;
}

test('passes a response on, less what was hop by hop', async () => {
  const text = await passing(async ({ tap }) => {
    await tap.head(299, 'Quite \xe9', [
      ['b', '1'],
      ['Set-Cookie', 'x'],
      ['B', '2'],
      ['Set-cookie', 'y'],
      ['Connection', 'keep-alive, X-Hop'],
      ['x-hop', '1'],
      ['Keep-Alive', 'timeout=9'],
      ['Proxy-Thing', '1'],
      ['Date', 'then'],
      ['content-LENGTH', '3'],
      ['L', '\xe9'],
    ]);
    await tap.data(Buffer.from([0xff, 0, 0xfe]));
    tap.end([]);
  });
  expect(text).toBe(
    'HTTP/1.1 299 Quite \xe9\r\nb: 1\r\nSet-Cookie: x\r\nB: 2\r\nSet-cookie: y\r\nDate: then\r\n' +
      'content-LENGTH: 3\r\nL: \xe9\r\nConnection: close\r\n\r\n\xff\0\xfe',
  );
});

test('frames by itself what came in chunks, trailers included', async () => {
  const text = await passing(async ({ tap }) => {
    await tap.head(200, 'OK', [
      ['Transfer-Encoding', 'chunked'],
      ['Trailer', 'X-Sum'],
    ]);
    await tap.data(Buffer.from('abc'));
    tap.end([['X-Sum', '1']]);
  });
  expect(text).toMatch(/Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nX-Sum: 1\r\n\r\n$/);
});

test('a head goes out before its body is there', async () => {
  const intake = recordingIntake({
    answer: async (_request, { tap }) => tap.head(200, 'OK', [['Content-Type', 'text/event-stream']]),
  });
  await using receiver = await receiving(intake);
  const receipt = await sendRaw({
    port: receiver.port,
    bytes: 'GET / HTTP/1.1\r\nHost: x\r\n\r\n',
    until: (text) => text.includes('\r\n\r\n'),
  });
  expect(receipt.text).toContain('text/event-stream');
});

test('HEAD keeps the length and has no body', async () => {
  const text = await passing(async ({ tap }) => {
    await tap.head(200, 'OK', [['Content-Length', '5000']]);
    tap.end([]);
  }, 'HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\nContent-Length: 5000\r\n[\s\S]*\r\n\r\n$/);
});

test.each([
  ['a status below 200', 199, 'OK', [['a', 'b']]],
  ['a status above 999', 1000, 'OK', [['a', 'b']]],
  ['an illegal name', 200, 'OK', [['a b', 'c']]],
  ['an illegal value', 200, 'OK', [['a', 'b\u0001']]],
] as const)('%s cannot be passed on, and another answer still can', async (_what, code, message, headers) => {
  let refusal: unknown;
  const text = await passing(async (sender) => {
    refusal = await sender.tap.head(code, message, headers).catch((error: unknown) => error);
    expect(sender.headSent()).toBe(false);
    await sender.send({ statusCode: 502, headers: [['A', '1']], body: 'no' });
    expect(sender.headSent()).toBe(true);
  });
  expect(refusal).toBeInstanceOf(UnpassableResponse);
  expect(text).toMatch(/^HTTP\/1\.1 502 Bad Gateway\r\nA: 1\r\nContent-Length: 2\r\n[\s\S]*no$/);
});

test('an illegal status message gives way to the usual one', async () => {
  const text = await passing(async ({ tap }) => {
    await tap.head(200, 'a\u0001b', []);
    tap.end([]);
  });
  expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
});

test('a slow sender holds the response back; one that leaves lets it go', async () => {
  let pieces = 0;
  let left: () => void = () => {};
  const ended = new Promise<void>((resolve) => {
    left = resolve;
  });
  const intake = recordingIntake({
    answer: async (_request, sender) => {
      const { tap } = sender;
      await tap.head(200, 'OK', []);
      while (!sender.hasLeft) {
        pieces += 1;
        await tap.data(Buffer.alloc(1_000_000));
        await new Promise((resolve) => setImmediate(resolve));
      }
      tap.end([]);
      left();
    },
  });
  await using receiver = await receiving(intake);
  const sender = await openRawConnection(receiver.port);
  sender.socket.pause();
  await sender.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(pieces).toBeLessThan(20);
  await sender[Symbol.asyncDispose]();
  await ended;
});

test('gone is told to who waits, and a send is then a value', async () => {
  let fate: Promise<string> | undefined;
  const intake = recordingIntake({
    answer: (_request, sender) =>
      new Promise<void>((resolve) => {
        sender.onceGone(() => {
          fate = sender.send({ statusCode: 200, headers: [], body: '' });
          resolve();
        });
      }),
  });
  await using receiver = await receiving(intake);
  const sender = await openRawConnection(receiver.port);
  await sender.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await intake.count(1);
  await sender[Symbol.asyncDispose]();
  await expect.poll(() => fate).toBeDefined();
  expect(await fate).toBe('gone');
});

test('destroy cuts the response off for the sender to see', async () => {
  const text = await passing(async (sender) => {
    await sender.tap.head(200, 'OK', [['Content-Length', '10']]);
    await sender.tap.data(Buffer.from('abc'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    sender.destroy();
  });
  expect(text).toMatch(/\r\n\r\nabc$/);
});
