import net from 'node:net';
import { systemClock } from '@hooktap/core';
import { openRawConnection, recordingIntake } from '@hooktap/testing';
import { expect, test } from 'vitest';
import { type OpenResult, openReceiver, type Receiver } from './open-receiver.ts';

const open = (host: string, port = 0, intake = recordingIntake()): Promise<OpenResult> =>
  openReceiver({
    host,
    port,
    intake,
    maxBody: 1_000,
    via: 'direct',
    clock: systemClock,
    onMisuse: () => {},
  });

function opened(result: OpenResult): Receiver {
  if (!result.ok) throw new Error(result.error.message);
  return result.receiver;
}

const hasIpv6 = await new Promise<boolean>((resolve) => {
  const probe = net.createServer().on('error', () => resolve(false));
  probe.listen({ host: '::1', port: 0 }, () => probe.close(() => resolve(true)));
});

test('listens on both loopback addresses with one port', async () => {
  const intake = recordingIntake();
  const receiver = opened(await open('127.0.0.1', 0, intake));
  expect(receiver.addresses).toEqual(hasIpv6 ? ['127.0.0.1', '::1'] : ['127.0.0.1']);
  expect(receiver.origin).toBe(`http://127.0.0.1:${receiver.port}`);
  for (const address of receiver.addresses) {
    const host = address.includes(':') ? `[${address}]` : address;
    await fetch(`http://${host}:${receiver.port}/`, { headers: { connection: 'close' } });
  }
  expect(intake.received.map((request) => request.localOrigin)).toContain(receiver.origin);
  expect(intake.received).toHaveLength(receiver.addresses.length);
  await receiver.closeNow();
});

test('a port in use, a host that is not here', async () => {
  const receiver = opened(await open('127.0.0.1'));
  expect(await open('127.0.0.1', receiver.port)).toMatchObject({ error: { kind: 'port-in-use' } });
  await receiver.closeNow();
  expect(await open('192.0.2.1')).toMatchObject({ ok: false, error: { kind: 'bad-host' } });
  expect(await open('no-such-host.invalid')).toMatchObject({ ok: false, error: { kind: 'bad-host' } });
});

test.runIf(hasIpv6)('a port that only ::1 has taken is taken, and 127.0.0.1 is let go', async () => {
  const other = net.createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen({ host: '::1', port: 0 }, () => {
      const info = other.address();
      resolve(typeof info === 'object' && info ? info.port : 0);
    });
  });
  expect(await open('127.0.0.1', port)).toMatchObject({ error: { kind: 'port-in-use' } });
  const alone = opened(await open('0.0.0.0').then((result) => result));
  expect(alone.addresses).toEqual(['0.0.0.0']);
  await alone.closeNow();
  other.close();
});

test('closing lets what is open end, then closes its idle connection', async () => {
  const intake = recordingIntake({
    answer: async (_request, sender) => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      await sender.send({ statusCode: 200, headers: [], body: 'late' });
    },
  });
  const receiver = opened(await open('127.0.0.1', 0, intake));
  await using sender = await openRawConnection(receiver.port);
  await sender.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await intake.count(1);
  const began = performance.now();
  await receiver.close(60_000);
  expect(performance.now() - began).toBeLessThan(30_000);
  expect((await sender.receive()).text).toContain('late');
});

test('closing cuts off what the grace does not end', async () => {
  const intake = recordingIntake({ answer: () => new Promise(() => {}) });
  const receiver = opened(await open('127.0.0.1', 0, intake));
  await using sender = await openRawConnection(receiver.port);
  await sender.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await intake.count(1);
  await receiver.close(100);
  expect((await sender.receive()).text).toBe('');
});
