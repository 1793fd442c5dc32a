import { BatchRequest, type Event } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { answers, startStoryHandler } from './test-support/story-handler.ts';
import { openRig, type StoryRig } from './test-support/story-rig.ts';

/** The event, once each of its deliveries is over. */
const settled = async (rig: StoryRig, path: string): Promise<Event> => {
  await rig.deliveries(path, 'succeeded', 'failed');
  return rig.event(path);
};

const replayed = async (rig: StoryRig, path: string, target?: string) => {
  const { id, deliveries } = await rig.event(path);
  const begun = await rig.hooktap.inspection.replay(id, target === undefined ? {} : { target });
  if (!begun.ok) throw new Error(begun.error.message);
  await rig.until(async () => (await rig.event(path)).deliveries.length > deliveries.length);
  return [begun.value.delivery, ...(begun.value.also ?? [])].map(({ target: url }) => url);
};

it('a replay goes to each target that has not taken the event, and to all once each has', async () => {
  await using first = await startStoryHandler();
  await using second = await startStoryHandler(answers(500, 500, 200));
  await using rig = await openRig({
    endpoints: [{ targets: [first.url, second.url], reply: 'ack', retry: 'none' }],
  });
  await rig.send('/hook');
  expect((await settled(rig, '/hook')).delivery).toMatchObject({ status: 'failed', lastStatusCode: 500 });
  expect(await replayed(rig, '/hook')).toEqual([second.url]);
  expect(await settled(rig, '/hook')).toMatchObject({ delivery: { status: 'failed' }, wasReplayed: true });
  expect(await replayed(rig, '/hook')).toEqual([second.url]);
  expect((await settled(rig, '/hook')).delivery).toMatchObject({ status: 'succeeded' });
  expect(first.calls).toHaveLength(1);
  expect(await replayed(rig, '/hook')).toEqual([first.url, second.url]);
  await settled(rig, '/hook');
  expect([first.calls.length, second.calls.length]).toEqual([2, 4]);
});

it('what one target takes does not hide that another has not', async () => {
  await using first = await startStoryHandler();
  await using second = await startStoryHandler(answers(500));
  await using elsewhere = await startStoryHandler();
  await using rig = await openRig({
    endpoints: [{ targets: [first.url, second.url], reply: 'ack', retry: 'none' }],
  });
  await rig.send('/hook');
  await settled(rig, '/hook');
  await replayed(rig, '/hook', first.url);
  const after = await settled(rig, '/hook');
  expect(after.delivery).toMatchObject({ status: 'failed', lastStatusCode: 500 });
  expect(after.wasReplayed).toBeUndefined();
  // Neither of its own: whoever sends it there wants to know how that went.
  await replayed(rig, '/hook', elsewhere.url);
  expect((await settled(rig, '/hook')).delivery).toMatchObject({ status: 'succeeded' });
});

it('one replay to several targets stands as it does at the worst of them, wherever the event came to first', async () => {
  await using first = await startStoryHandler(answers(500));
  await using second = await startStoryHandler();
  await using rig = await openRig({ endpoints: [{ reply: 'ack' }] });
  await rig.send('/hook');
  await rig.apply([{ targets: [first.url, second.url], reply: 'ack', retry: 'none' }]);
  expect(await replayed(rig, '/hook')).toEqual([first.url, second.url]);
  expect((await settled(rig, '/hook')).delivery).toMatchObject({ status: 'failed', lastStatusCode: 500 });
});

it('a batch of what failed goes where it failed, and says how that ended', async () => {
  await using first = await startStoryHandler();
  await using second = await startStoryHandler(answers(500, 500, 200, 404));
  await using rig = await openRig({
    endpoints: [{ targets: [first.url, second.url], reply: 'ack', retry: 'none' }],
  });
  for (const path of ['/1', '/2']) {
    await rig.send(path);
    await settled(rig, path);
  }
  const { batches } = rig.hooktap.inspection;
  const begun = await batches.start(BatchRequest.parse({ q: 'status:failed' }));
  if (!begun.ok) throw new Error(begun.error.message);
  await rig.told((change) => change.type === 'batch.progress' && change.batch.state === 'done');
  const { succeeded, failed, results } = batches.get(begun.value.id) ?? {};
  expect({ succeeded, failed }).toEqual({ succeeded: 1, failed: 1 });
  expect(results).toEqual(
    expect.arrayContaining([
      { before: '500', after: '200', count: 1 },
      { before: '500', after: '404', count: 1 },
    ]),
  );
  expect([first.calls.length, second.calls.length]).toEqual([2, 4]);
});
