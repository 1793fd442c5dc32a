import { openRawConnection, recordingIntake, sendRaw } from '@hooktap/testing';
import { expect, test } from 'vitest';
import { receiving } from './receiving-in-tests.ts';

test.each([
  ['no HTTP', 'rubbish that is no HTTP\r\n\r\n', 400],
  ['two framings', 'POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\na', 400],
  ['too large a head', `GET / HTTP/1.1\r\nHost: x\r\nX-Large: ${'a'.repeat(70_000)}\r\n\r\n`, 431],
  ['a strange expectation', 'POST / HTTP/1.1\r\nHost: x\r\nExpect: cake\r\nContent-Length: 0\r\n\r\n', 417],
  ['CONNECT', 'CONNECT evil:443 HTTP/1.1\r\nHost: evil:443\r\n\r\n', 405],
  [
    'a WebSocket',
    'GET /ws HTTP/1.1\r\nHost: x\r\nConnection: keep-alive, Upgrade\r\nUpgrade: websocket\r\n\r\n',
    501,
  ],
])('%s is answered, noted and no event', async (_what, bytes, statusCode) => {
  const intake = recordingIntake();
  await using receiver = await receiving(intake);
  const receipt = await sendRaw({ port: receiver.port, bytes });
  expect(receipt.text).toMatch(new RegExp(`^HTTP/1\\.1 ${statusCode} `));
  expect(receipt.text).toMatch(/^connection: close\r$/im);
  expect(intake.received).toEqual([]);
  expect(intake.refused).toMatchObject([{ statusCode, remoteAddress: '127.0.0.1' }]);
  const [note] = intake.refused;
  expect(note?.reason).not.toBe('');
  expect(note?.beginning.size).toBeLessThanOrEqual(4_096);
  const beginning = Buffer.from(note?.beginning.base64 ?? '', 'base64').toString('latin1');
  expect(bytes).toContain(beginning);
  expect(beginning).not.toBe('');
});

test('a head that does not come to its end is answered 408', async () => {
  const intake = recordingIntake();
  await using receiver = await receiving(intake, { headersTimeoutMs: 200 });
  const receipt = await sendRaw({ port: receiver.port, bytes: 'GET / HTTP/1.1\r\nHos' });
  expect(receipt.text).toMatch(/^HTTP\/1\.1 408 /);
  expect(intake.refused).toMatchObject([{ statusCode: 408 }]);
});

test('the waiting connections of a tunnel outlast the time for a head, and then take a request', async () => {
  const intake = recordingIntake();
  await using tunnel = await receiving(intake, { via: 'tunnel', headersTimeoutMs: 200 });
  await using direct = await receiving(recordingIntake(), { headersTimeoutMs: 200 });
  await using waiting = await openRawConnection(tunnel.port);
  // Each begins to wait later, and the time is looked at in steps as long as itself: after two it is over for sure.
  for (const _turn of ['first', 'second']) {
    const { text } = await sendRaw({ port: direct.port, bytes: '' });
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
  }
  await waiting.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi');
  const { text } = await waiting.receive({ until: (received) => received.endsWith('ok') });
  expect(text).toMatch(/^HTTP\/1\.1 200 /);
  expect(intake.refused).toEqual([]);
  // Once a head has begun, it must come to its end.
  await using halting = await openRawConnection(tunnel.port);
  await halting.write('GET / HTTP/1.1\r\nHos');
  expect((await halting.receive()).text).toMatch(/^HTTP\/1\.1 408 /);
});

test('blank lines do not hold a connection of a tunnel whose time for a head was over', async () => {
  const intake = recordingIntake();
  await using tunnel = await receiving(intake, { via: 'tunnel', headersTimeoutMs: 200 });
  await using direct = await receiving(recordingIntake(), { headersTimeoutMs: 200 });
  await using waiting = await openRawConnection(tunnel.port);
  for (const _turn of ['first', 'second']) await sendRaw({ port: direct.port, bytes: '' });
  await waiting.write('\r\n');
  expect((await waiting.receive()).text).toMatch(/^HTTP\/1\.1 408 /);
  expect(intake.refused).toMatchObject([{ statusCode: 408 }]);
});

test('rubbish on a connection that was answered before is noted', async () => {
  const intake = recordingIntake();
  await using receiver = await receiving(intake);
  await using sender = await openRawConnection(receiver.port);
  await sender.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi');
  await sender.receive({ until: (text) => text.endsWith('ok') });
  await sender.write('rubbish\r\n\r\n');
  const receipt = await sender.receive();
  expect(receipt.text).toContain('HTTP/1.1 400 ');
  expect(intake.refused).toHaveLength(1);
});

test('a request with rubbish behind it has its own answer, and nothing comes after that', async () => {
  let answer = (): void => undefined;
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const reply = { statusCode: 200, headers: [], body: 'mine' };
  const intake = recordingIntake({ answer: (_request, sender) => asked.then(() => sender.send(reply)) });
  await using receiver = await receiving(intake);
  await using sender = await openRawConnection(receiver.port);
  await sender.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi}}rubbish\r\n\r\n');
  await intake.count(1);
  answer();
  const receipt = await sender.receive();
  expect(receipt.text).toMatch(/^HTTP\/1\.1 200 OK\r\n.*\r\nmine$/s);
  expect(receipt.text.match(/HTTP\/1\.1/g)).toHaveLength(1);
  expect(receipt.ended).not.toBe('deadline');
  expect(intake.refused).toEqual([]);
});

test('a sender that goes on with rubbish while its request waits is cut off', async () => {
  const intake = recordingIntake({ answer: () => new Promise(() => {}) });
  await using receiver = await receiving(intake);
  await using sender = await openRawConnection(receiver.port);
  await sender.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi}}');
  await intake.count(1);
  void sender.write('x'.repeat(2 ** 20)).catch(() => undefined);
  expect((await sender.receive()).ended).not.toBe('deadline');
});

test('CONNECT behind a request that waits is not answered in its place', async () => {
  const intake = recordingIntake({ answer: () => new Promise(() => {}) });
  await using receiver = await receiving(intake);
  await using sender = await openRawConnection(receiver.port);
  await sender.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi');
  await intake.count(1);
  await sender.write('CONNECT evil:443 HTTP/1.1\r\nHost: evil:443\r\n\r\n');
  const receipt = await sender.receive();
  expect(receipt.text).toBe('');
  expect(receipt.ended).not.toBe('deadline');
});

test('a long expectation is noted in short', async () => {
  const intake = recordingIntake();
  await using receiver = await receiving(intake);
  const bytes = `POST / HTTP/1.1\r\nHost: x\r\nExpect: ${'e'.repeat(60_000)}\r\n\r\n`;
  await sendRaw({ port: receiver.port, bytes });
  expect(intake.refused[0]?.reason.length).toBeLessThan(200);
});
