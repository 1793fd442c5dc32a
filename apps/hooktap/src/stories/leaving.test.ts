import { freePort } from '@hooktap/testing';
import { expect, it } from 'vitest';
import { startStoryHandler } from './test-support/story-handler.ts';
import { openRig } from './test-support/story-rig.ts';

it('delivers in its turn what its sender has left in line', async () => {
  let answerFirst = (): void => {};
  await using handler = await startStoryHandler((call, response, count) => {
    if (count > 1) response.end(call.body);
    else answerFirst = () => response.end();
  });
  await using rig = await openRig({ endpoints: [{ target: handler.url, concurrency: 1 }] });
  const first = rig.send('/first');
  await handler.called(1);
  const leaving = new AbortController();
  const second = rig.send('/second', 'mine', { signal: leaving.signal }).catch(() => 'left');
  await rig.told((change) => change.type === 'event.captured' && change.event.requestTarget === '/second');
  leaving.abort();
  expect(await second).toBe('left');
  await rig.told((change) => change.type === 'event.updated' && change.event.reply?.source === 'sender-gone');
  answerFirst();
  expect((await first).status).toBe(200);
  await rig.deliveries('/second', 'succeeded');
  expect(handler.calls[1]).toMatchObject({ target: '/second', body: 'mine', attempt: 1 });
});

it('ends the holding when it is released: what is held is tried, and fails as it would', async () => {
  await using rig = await openRig({
    endpoints: [{ target: `127.0.0.1:${await freePort()}`, hold: true, retry: 'none' }],
  });
  const { endpoints } = rig.hooktap.inspection;
  expect((await rig.send('/1')).status).toBe(200);
  await rig.deliveries('/1', 'held');
  expect(await endpoints.change('default', 'release')).toMatchObject({ ok: true, value: { hold: false } });
  await rig.deliveries('/1', 'failed');
  expect((await rig.send('/2')).status).toBe(502);
  expect(await endpoints.change('default', 'hold')).toMatchObject({ ok: true, value: { hold: true } });
  expect((await rig.send('/3')).status).toBe(200);
  await rig.deliveries('/3', 'held');
});
