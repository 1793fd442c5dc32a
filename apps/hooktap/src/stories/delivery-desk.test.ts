import type { DeliveryId } from '@hooktap/protocol';
import { freePort } from '@hooktap/testing';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../e2e/test-support/temporary-folder.ts';
import { answers, neverAnswers, startStoryHandler } from './test-support/story-handler.ts';
import { openRig, type StoryRig } from './test-support/story-rig.ts';

const desk = (rig: StoryRig) => rig.hooktap.inspection.deliveries;
const conflict = { ok: false, error: { code: 'conflict' } };
const nowhere = 'dlv_00000000000000000000000000' as DeliveryId;

async function idOf(rig: StoryRig, path: string, status: Parameters<StoryRig['deliveries']>[1]) {
  const [delivery] = await rig.deliveries(path, status);
  if (!delivery) throw new Error('There is no delivery.');
  return delivery.id;
}

it('tries once more what failed or succeeded, with the same id', async () => {
  await using handler = await startStoryHandler(answers(400, 200));
  await using rig = await openRig({ endpoints: [{ target: handler.url, reply: 'ack' }] });
  await rig.send('/hook');
  const id = await idOf(rig, '/hook', 'failed');
  expect(await desk(rig).retry(id)).toMatchObject({
    ok: true,
    value: { delivery: { id, status: 'pending' } },
  });
  await rig.deliveries('/hook', 'succeeded');
  await desk(rig).retry(id);
  await handler.called(3);
  const [delivery] = await rig.until(async () => {
    const { deliveries } = await rig.event('/hook');
    return deliveries[0]?.attempts.length === 3 && deliveries;
  });
  expect(delivery?.attempts.map(({ cause }) => cause)).toEqual(['first', 'manual', 'manual']);
  expect(new Set(handler.calls.map(({ deliveryId }) => deliveryId))).toEqual(new Set([id]));
});

it.each([
  ['says so', { retry: 'none', reply: 'ack' } as const],
  ['leaves it to the sender', { reply: 'handler' } as const],
])('makes one attempt and plans no more where the endpoint %s', async (_how, policy) => {
  await using handler = await startStoryHandler(answers(500));
  await using rig = await openRig({ endpoints: [{ target: handler.url, ...policy }] });
  await rig.send('/hook');
  const id = await idOf(rig, '/hook', 'failed');
  expect(await desk(rig).retry(id)).toMatchObject({ ok: true });
  await rig.told((change) => change.type === 'attempt.settled' && change.attempt.number === 2);
  const [delivery] = await rig.deliveries('/hook', 'failed', 'retrying', 'succeeded');
  expect(delivery).toMatchObject({ status: 'failed' });
  expect(delivery?.attempts.map(({ cause }) => cause)).toEqual(['first', 'manual']);
});

it('delivers once where a retry is asked for twice', async () => {
  await using handler = await startStoryHandler(answers(400, 200));
  await using rig = await openRig({ endpoints: [{ target: handler.url, reply: 'ack' }] });
  await rig.send('/hook');
  const id = await idOf(rig, '/hook', 'failed');
  const both = await Promise.all([desk(rig).retry(id), desk(rig).retry(id)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  await rig.deliveries('/hook', 'succeeded');
  expect(handler.calls).toHaveLength(2);
});

it('tries at once what waits for its time, and does not try it then', async () => {
  await using handler = await startStoryHandler(answers(500, 200));
  await using rig = await openRig({
    endpoints: [{ target: handler.url, reply: 'ack', retry: { schedule: [400] } }],
  });
  await rig.send('/hook');
  const id = await idOf(rig, '/hook', 'retrying');
  await desk(rig).retry(id);
  await rig.deliveries('/hook', 'succeeded');
  expect(rig.hooktap.inspection.endpoints.get('default')?.queue).toMatchObject({ retrying: 0, waiting: 0 });
  expect(handler.calls).toHaveLength(2);
});

it('lets what is held go when a person asks, whatever is paused', async () => {
  await using handler = await startStoryHandler();
  await using rig = await openRig({ endpoints: [{ target: handler.url }] });
  await rig.hooktap.inspection.endpoints.change('default', 'pause');
  await rig.send('/1');
  await rig.send('/2');
  await desk(rig).retry(await idOf(rig, '/2', 'held'));
  await rig.deliveries('/2', 'succeeded');
  expect(handler.targets()).toEqual(['/2']);
  expect(rig.hooktap.inspection.endpoints.get('default')?.queue).toMatchObject({ held: 1 });
});

it('ends what waits for its time, or is held, and refuses what is over', async () => {
  await using handler = await startStoryHandler(answers(500));
  await using rig = await openRig({
    endpoints: [
      { name: 'a', path: '/a', target: handler.url, reply: 'ack', retry: { schedule: ['1h'] } },
      { name: 'b', path: '/b', target: `127.0.0.1:${await freePort()}`, hold: true },
    ],
  });
  await rig.send('/a');
  await rig.send('/b');
  const ids = [await idOf(rig, '/a', 'retrying'), await idOf(rig, '/b', 'held')] as const;
  for (const id of ids) {
    expect(await desk(rig).cancel(id)).toMatchObject({
      ok: true,
      value: { delivery: { status: 'cancelled' } },
    });
    expect(await desk(rig).cancel(id)).toMatchObject(conflict);
  }
  const queues = rig.hooktap.inspection.endpoints.list().map(({ queue }) => queue.held + queue.retrying);
  expect(queues).toEqual([0, 0, 0]);
  expect(await desk(rig).cancel(nowhere)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  expect(await desk(rig).retry(nowhere)).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

it('ends an attempt under way, and refuses to retry it', async () => {
  await using handler = await startStoryHandler(neverAnswers);
  await using rig = await openRig({ endpoints: [{ target: handler.url }] });
  const sending = rig.send('/hook');
  await handler.called(1);
  const id = await idOf(rig, '/hook', 'pending');
  expect(await desk(rig).retry(id)).toMatchObject(conflict);
  expect(await desk(rig).cancel(id)).toMatchObject({
    ok: true,
    value: { delivery: { status: 'cancelled' } },
  });
  expect((await sending).status).toBe(502);
  const [delivery] = await rig.deliveries('/hook', 'cancelled');
  expect(delivery?.attempts[0]?.outcome).toMatchObject({ failure: 'aborted' });
});

it('answers the sender of what is cancelled before its turn', async () => {
  await using handler = await startStoryHandler(neverAnswers);
  await using rig = await openRig({ endpoints: [{ target: handler.url, concurrency: 1, timeout: 60_000 }] });
  const first = rig.send('/1');
  await handler.called(1);
  const second = rig.send('/2');
  const id = await idOf(rig, '/2', 'pending');
  await rig.told((change) => change.type === 'delivery.updated' && change.delivery.id === id);
  expect(await desk(rig).cancel(id)).toMatchObject({ ok: true });
  expect((await second).status).toBe(503);
  await desk(rig).cancel(await idOf(rig, '/1', 'pending'));
  await first;
  expect(handler.calls).toHaveLength(1);
});

it('ends the replay of a batch that waits, and the batch goes on', async () => {
  await using handler = await startStoryHandler((call, response) => {
    if (call.target !== '/1' || call.attempt === 0) response.end();
  });
  await using rig = await openRig({
    endpoints: [{ target: handler.url, reply: 'ack', concurrency: 1, timeout: 60_000 }],
  });
  await rig.send('/2');
  await rig.deliveries('/2', 'succeeded');
  await rig.send('/1');
  await handler.called(2);
  const event = await rig.event('/2');
  const started = await rig.hooktap.inspection.batches.start({
    ids: [event.id],
    pace: 'handler',
    order: 'original',
    stopOnFailure: false,
  });
  expect(started.ok).toBe(true);
  const replay = await rig.until(async () => (await rig.event('/2')).deliveries[1]);
  const cancelled = await rig.until(async () => {
    const result = await desk(rig).cancel(replay.id);
    return result.ok && result;
  });
  expect(cancelled.value.delivery.status).toBe('cancelled');
  await rig.told((change) => change.type === 'batch.progress' && change.batch.state === 'done');
});

it('retries or cancels each of a selection, and names what it refused', async () => {
  await using handler = await startStoryHandler(answers(...Array(30).fill(400), 200));
  await using rig = await openRig({ endpoints: [{ target: handler.url, reply: 'ack' }] });
  const paths = Array.from({ length: 30 }, (_, index) => `/hook/${index}`);
  const ids: DeliveryId[] = [];
  for (const path of paths) {
    await rig.send(path);
    ids.push(await idOf(rig, path, 'failed'));
  }
  const cancelled = await desk(rig).each('cancel', { ids });
  expect(cancelled).toMatchObject({ ok: true, value: { ids: [] } });
  const retried = await desk(rig).each('retry', { ids: [...ids, nowhere] });
  expect(retried).toMatchObject({ ok: true, value: { refused: [{ id: nowhere, code: 'not-found' }] } });
  for (const path of paths) await rig.deliveries(path, 'succeeded');
  expect(handler.calls).toHaveLength(60);
});

it('retries where the endpoint leads today', async () => {
  await using handler = await startStoryHandler();
  await using folder = await temporaryFolder();
  const gone = `127.0.0.1:${await freePort()}`;
  let id: DeliveryId;
  {
    await using rig = await openRig({ dataDir: folder.path, endpoints: [{ target: gone }] });
    await rig.send('/hook');
    id = await idOf(rig, '/hook', 'failed');
  }
  await using rig = await openRig({ dataDir: folder.path, endpoints: [{ target: handler.url }] });
  await desk(rig).retry(id);
  const [delivery] = await rig.deliveries('/hook', 'succeeded');
  expect(delivery).toMatchObject({
    target: handler.url,
    attempts: [{ number: 1 }, { number: 2, cause: 'manual' }],
  });
});
