import { StoreError } from '@hooktap/core';
import { memoryBodyWriter, recordingIntake, sendRaw } from '@hooktap/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { receiving } from './receiving-in-tests.ts';

const said: string[] = [];
beforeEach(() => {
  said.length = 0;
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
});
afterEach(() => vi.restoreAllMocks());

const bytes = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi';

test.each([
  ['a bug', new TypeError('secret: /home/me'), 500, 'internal'],
  ['a store that cannot read', new StoreError('unwritable', 'secret: /home/me'), 503, 'store-unavailable'],
])('%s in the intake is told here, and to the sender without its text', async (_what, bug, status, code) => {
  const intake = recordingIntake({ answer: () => Promise.reject(bug) });
  await using receiver = await receiving(intake);
  const receipt = await sendRaw({ port: receiver.port, bytes });
  expect(receipt.text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(receipt.text).toContain(`"code":"${code}"`);
  expect(receipt.text).not.toContain('secret');
  expect(said.join('')).toContain('secret: /home/me');
});

test('after the head of an answer the connection is cut', async () => {
  const intake = recordingIntake({
    async answer(_request, { tap }) {
      await tap.head(200, 'OK', [['Content-Length', '10']]);
      await tap.data(Buffer.from('abc'));
      throw new Error('midway');
    },
  });
  await using receiver = await receiving(intake);
  const receipt = await sendRaw({ port: receiver.port, bytes });
  expect(receipt.text).not.toContain('500');
  expect(receipt.ended).not.toBe('deadline');
});

test('a body writer that breaks is answered 503 and ends nothing', async () => {
  const broken = () => ({
    ...memoryBodyWriter(),
    finish() {
      throw new TypeError('no such thing');
    },
  });
  const intake = recordingIntake({ openBody: broken });
  await using receiver = await receiving(intake);
  const receipt = await sendRaw({ port: receiver.port, bytes });
  expect(receipt.text).toMatch(/^HTTP\/1\.1 503 /);
  expect(said.join('')).toContain('no such thing');
});
