import { StoreError } from '@hooktap/core';
import { memoryBodyWriter, openRawConnection, recordingIntake, sendRaw } from '@hooktap/testing';
import { expect, test } from 'vitest';
import { receiving } from './receiving-in-tests.ts';

test('above the limit: the beginning is kept, the answer goes out, the connection ends', async () => {
  const intake = recordingIntake({
    answer: (_request, sender) => sender.send({ statusCode: 413, headers: [], body: 'too large' }),
  });
  await using receiver = await receiving(intake, { maxBody: 1_000 });
  const receipt = await sendRaw({
    port: receiver.port,
    bytes: `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n\r\n${'a'.repeat(200_000)}`,
  });
  expect(receipt.text).toMatch(/^HTTP\/1\.1 413 [\s\S]*Connection: close[\s\S]*too large$/);
  expect(receipt.ended).toBe('closed');
  expect(intake.received).toMatchObject([{ bodyState: 'truncated', body: { size: 1_000 } }]);
});

test('above the limit and then silent: answered at once, closed after a moment', async () => {
  const intake = recordingIntake();
  await using receiver = await receiving(intake, { maxBody: 10, stallMs: 600_000 });
  // Nothing but this ends it: without a word from the sender the connection would stay.
  const receipt = await sendRaw({
    port: receiver.port,
    bytes: 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n\r\nmore than ten bytes',
  });
  expect(receipt.ended).toBe('closed');
  expect(receipt.text).toMatch(/^HTTP\/1\.1 200 /);
});

test('broken off: what came is handed over, the sender is gone', async () => {
  let gone = false;
  const intake = recordingIntake({
    answer: async (_request, sender) => {
      gone = sender.hasLeft;
      expect(await sender.send({ statusCode: 400, headers: [], body: '' })).toBe('gone');
    },
  });
  await using receiver = await receiving(intake);
  const sender = await openRawConnection(receiver.port);
  await sender.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc');
  await new Promise((resolve) => setTimeout(resolve, 50));
  await sender[Symbol.asyncDispose]();
  await intake.count(1);
  expect(intake.received).toMatchObject([
    { bodyState: 'aborted', body: { size: 3 }, remoteAddress: '127.0.0.1' },
  ]);
  expect(gone).toBe(true);
});

test('a malformed chunk breaks the body off and is answered 400', async () => {
  const intake = recordingIntake({ answer: async () => {} });
  await using receiver = await receiving(intake);
  const receipt = await sendRaw({
    port: receiver.port,
    bytes: 'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nzz\r\n',
  });
  expect(receipt.text).toMatch(/^HTTP\/1\.1 400 /);
  await intake.count(1);
  expect(intake.received).toMatchObject([{ bodyState: 'aborted', body: { size: 3 } }]);
  expect(intake.refused).toEqual([]);
});

test.each(['write', 'finish'] as const)('a store that fails at %s is a 503', async (at) => {
  const broken = new StoreError('disk-full', '/secret/place is full');
  const intake = recordingIntake({
    openBody: () => ({
      ...memoryBodyWriter(),
      write: () => (at === 'write' ? Promise.reject(broken) : undefined),
      ...(at === 'finish' && { finish: () => Promise.reject(broken) }),
    }),
  });
  await using receiver = await receiving(intake);
  const receipt = await sendRaw({
    port: receiver.port,
    bytes: 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi',
    until: (text) => text.endsWith('}'),
  });
  expect(receipt.text).toMatch(
    /^HTTP\/1\.1 503 [\s\S]*application\/problem\+json[\s\S]*Retry-After: 5[\s\S]*store-unavailable/,
  );
  expect(receipt.text).not.toContain('/secret');
  expect(intake.received).toEqual([]);
});
