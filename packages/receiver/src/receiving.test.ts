import { createHash } from 'node:crypto';
import http from 'node:http';
import { bytesOf, discardingBodyWriter, openRawConnection, recordingIntake, sendRaw } from '@hooktap/testing';
import { describe, expect, test } from 'vitest';
import { receiving } from './receiving-in-tests.ts';

const answered = (text: string): boolean => text.includes('\r\n\r\n');

describe('what arrives', () => {
  test('keeps header order, case, repetition and bytes, and a body that is no UTF-8', async () => {
    const intake = recordingIntake();
    await using receiver = await receiving(intake);
    const body = Buffer.from([0xff, 0x00, 0xfe, 0x80]);
    const receipt = await sendRaw({
      port: receiver.port,
      bytes: Buffer.concat([
        Buffer.from(
          'POST //evil/x?a=%zz HTTP/1.1\r\nhost: x\r\nX-Dup: 1\r\nx-dUP: 2\r\nX-L: \xe9\r\nContent-Length: 4\r\n\r\n',
          'latin1',
        ),
        body,
      ]),
      until: (text) => text.endsWith('ok'),
    });
    expect(receipt.text).toMatch(/^HTTP\/1\.1 200 OK\r\nContent-Type: text\/plain\r\nContent-Length: 2\r\n/);
    expect(receipt.text).not.toMatch(/^date:/im);
    const [request] = intake.received;
    expect(request).toMatchObject({
      method: 'POST',
      requestTarget: '//evil/x?a=%zz',
      httpVersion: '1.1',
      via: 'direct',
      remoteAddress: '127.0.0.1',
      localOrigin: `http://127.0.0.1:${receiver.port}`,
      bodyState: 'complete',
      rawHeaders: [
        ['host', 'x'],
        ['X-Dup', '1'],
        ['x-dUP', '2'],
        ['X-L', '\xe9'],
        ['Content-Length', '4'],
      ],
    });
    expect(request && bytesOf(request.body)).toEqual(body);
  });

  test.each([
    ['HEAD / HTTP/1.1\r\nHost: x\r\n\r\n', 'HEAD', '/'],
    ['OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n', 'OPTIONS', '*'],
    ['GET http://other/x HTTP/1.1\r\nHost: x\r\n\r\n', 'GET', 'http://other/x'],
    ['GET / HTTP/1.0\r\n\r\n', 'GET', '/'],
    ['POST /no-host HTTP/1.1\r\nContent-Length: 0\r\n\r\n', 'POST', '/no-host'],
    [
      'POST /h2c HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nContent-Length: 0\r\n\r\n',
      'POST',
      '/h2c',
    ],
    [
      'GET /h2c HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n\r\n',
      'GET',
      '/h2c',
    ],
  ])('takes %j', async (bytes, method, requestTarget) => {
    const intake = recordingIntake();
    await using receiver = await receiving(intake);
    const receipt = await sendRaw({ port: receiver.port, bytes, until: answered });
    expect(receipt.text).toMatch(/^HTTP\/1\.1 200 OK/);
    expect(intake.received).toMatchObject([{ method, requestTarget }]);
    if (method === 'HEAD') expect(receipt.text).toMatch(/Content-Length: 2\r\n[\s\S]*\r\n\r\n$/);
  });

  test('reads chunks and trailers', async () => {
    const intake = recordingIntake();
    await using receiver = await receiving(intake);
    await sendRaw({
      port: receiver.port,
      bytes:
        'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\nX-Sum: 1\r\nx-sum: 2\r\n\r\n',
      until: answered,
    });
    const [request] = intake.received;
    expect(request?.rawTrailers).toEqual([
      ['X-Sum', '1'],
      ['x-sum', '2'],
    ]);
    expect(request && bytesOf(request.body).toString()).toBe('abcde');
  });

  test('keeps 3,000 headers', async () => {
    const intake = recordingIntake();
    await using receiver = await receiving(intake);
    const lines = Array.from({ length: 3_000 }, (_, index) => `x-${index}: ${index}\r\n`).join('');
    await sendRaw({
      port: receiver.port,
      bytes: `GET / HTTP/1.1\r\nHost: x\r\n${lines}\r\n`,
      until: answered,
    });
    expect(intake.received[0]?.rawHeaders).toHaveLength(3_001);
    expect(intake.received[0]?.rawHeaders.at(-1)).toEqual(['x-2999', '2999']);
  });

  test('meets 100-continue before it reads', async () => {
    const intake = recordingIntake();
    await using receiver = await receiving(intake);
    await using sender = await openRawConnection(receiver.port);
    await sender.write('POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n');
    await sender.receive({ until: (text) => text === 'HTTP/1.1 100 Continue\r\n\r\n' });
    await sender.write('hi');
    const receipt = await sender.receive({ until: (text) => text.endsWith('ok') });
    expect(receipt.text).toContain('HTTP/1.1 200 OK');
    expect(intake.received).toMatchObject([{ bodyState: 'complete', body: { size: 2 } }]);
  });

  test('serves several requests on one connection', async () => {
    const intake = recordingIntake();
    await using receiver = await receiving(intake);
    const one = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\na';
    const receipt = await sendRaw({
      port: receiver.port,
      bytes: one + one + one,
      until: (text) => text.split('HTTP/1.1 200').length === 4,
    });
    expect(receipt.ended).toBe('satisfied');
    expect(intake.received).toHaveLength(3);
  });
});

test('a body of 300 MB streams', async () => {
  const intake = recordingIntake({ openBody: discardingBodyWriter });
  await using receiver = await receiving(intake, { maxBody: 400_000_000 });
  const piece = Buffer.alloc(1_000_000, 7);
  const hash = createHash('sha256');
  const before = process.memoryUsage().rss;
  let peak = 0;
  await new Promise<void>((resolve, reject) => {
    const request = http.request({ port: receiver.port, method: 'POST' }, (response) => {
      response.resume().on('end', resolve);
    });
    request.on('error', reject);
    const feed = async (): Promise<void> => {
      for (let count = 0; count < 300; count += 1) {
        hash.update(piece);
        peak = Math.max(peak, process.memoryUsage().rss);
        if (!request.write(piece)) await new Promise((drained) => request.once('drain', drained));
      }
      request.end();
    };
    feed().catch(reject);
  });
  expect(intake.received).toMatchObject([{ body: { size: 300_000_000, sha256: hash.digest('hex') } }]);
  // Much of it is garbage that nobody has collected yet.
  expect(peak - before).toBeLessThan(150_000_000);
});

test('a live probe is answered and not captured, any other is an event', async () => {
  const intake = recordingIntake({ probes: ['n1'] });
  await using receiver = await receiving(intake);
  const probe = await fetch(`${receiver.origin}/.well-known/hooktap/probe/n1`);
  expect([probe.status, await probe.text()]).toEqual([200, 'n1']);
  expect(intake.received).toEqual([]);
  await fetch(`${receiver.origin}/.well-known/hooktap/probe/n2`);
  expect(intake.received).toHaveLength(1);
});
