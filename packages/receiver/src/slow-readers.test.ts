import { openRawConnection, recordingIntake } from '@hooktap/testing';
import { expect, test } from 'vitest';
import { receiving } from './receiving-in-tests.ts';

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;
const large = 'a'.repeat(50_000_000);

test('who never reads its answer is cut off; who waits for one is not', async () => {
  let answerLate = (): void => {};
  const waited = new Promise<void>((resolve) => {
    answerLate = resolve;
  });
  let tell: (fate: 'sent' | 'gone') => void = () => {};
  const fate = new Promise<'sent' | 'gone'>((resolve) => {
    tell = resolve;
  });
  const intake = recordingIntake({
    async answer({ requestTarget }, sender) {
      const body = requestTarget === '/large' ? large : 'late';
      if (requestTarget === '/late') await waited;
      const sent = await sender.send({ statusCode: 200, headers: [], body });
      if (requestTarget === '/large') tell(sent);
    },
  });
  await using receiver = await receiving(intake, { stallMs: 200 });
  await using waiting = await openRawConnection(receiver.port);
  await waiting.write(get('/late'));
  await intake.count(1);
  await using stalled = await openRawConnection(receiver.port);
  stalled.socket.pause();
  await stalled.write(get('/large'));
  expect(await fate).toBe('gone');
  // Its time without a word was over before the other's.
  answerLate();
  const receipt = await waiting.receive({ until: (text) => text.endsWith('late') });
  expect(receipt).toMatchObject({ ended: 'satisfied' });
});

test('who reads slowly gets all of its answer', async () => {
  const intake = recordingIntake({
    answer: (_request, sender) => sender.send({ statusCode: 200, headers: [], body: large }),
  });
  const stallMs = 1_000;
  await using receiver = await receiving(intake, { stallMs });
  await using sender = await openRawConnection(receiver.port);
  // Much shorter than a stall each, and much longer all together.
  let untilPause = 0;
  sender.socket.on('data', ({ length }: Buffer) => {
    untilPause += length;
    if (untilPause < large.length / 30) return;
    untilPause = 0;
    sender.socket.pause();
    setTimeout(() => sender.socket.resume(), 100);
  });
  const began = performance.now();
  const closed = new Promise((resolve) => sender.socket.once('close', resolve));
  await sender.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  await closed;
  expect(performance.now() - began).toBeGreaterThan(2 * stallMs);
  const { bytes } = await sender.receive();
  expect(bytes.length - bytes.indexOf('\r\n\r\n') - 4).toBe(large.length);
});
