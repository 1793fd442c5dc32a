import { expect, it } from 'vitest';
import { temporaryFolder } from '../e2e/test-support/temporary-folder.ts';
import { answers, startStoryHandler } from './test-support/story-handler.ts';
import { openRig } from './test-support/story-rig.ts';

it('delivers only the first of a key, and links the others to it, over a restart too', async () => {
  await using folder = await temporaryFolder();
  await using handler = await startStoryHandler();
  const dedupe = { key: 'body.id', deliver: 'first' as const };
  const options = { dataDir: folder.path, endpoints: [{ target: handler.url, dedupe }] };
  let first: string;
  {
    await using rig = await openRig(options);
    expect((await rig.send('/1', '{"id":7}')).text).toBe('{"id":7}');
    expect((await rig.send('/2', '{"id":7}')).text).toBe('ok\n');
    await rig.send('/3', '{"id":8}');
    await rig.send('/4', 'no id');
    first = (await rig.event('/1')).id;
    expect(await rig.event('/2')).toMatchObject({
      duplicateOf: first,
      deliveries: [],
      reply: { source: 'ack' },
    });
  }
  await using rig = await openRig(options);
  expect((await rig.send('/5', '{"id":7}')).text).toBe('ok\n');
  expect(await rig.event('/5')).toMatchObject({ duplicateOf: first, deliveries: [] });
  expect(handler.targets()).toEqual(['/1', '/3', '/4']);
});

it('delivers all where it is to mark them only', async () => {
  await using handler = await startStoryHandler();
  const dedupe = { key: 'header.x-id', deliver: 'all' as const };
  await using rig = await openRig({ endpoints: [{ target: handler.url, dedupe }] });
  for (const path of ['/1', '/2']) await rig.send(path, '{}', { headers: { 'X-Id': 'same' } });
  expect(handler.targets()).toEqual(['/1', '/2']);
  expect((await rig.event('/2')).duplicateOf).toBe((await rig.event('/1')).id);
  expect((await rig.event('/1')).duplicateOf).toBeUndefined();
});

it('what the handler failed at is delivered when its sender tries again, over a restart too', async () => {
  await using folder = await temporaryFolder();
  await using handler = await startStoryHandler(answers(500, 500, 200));
  const endpoints = [
    { name: 'default', target: handler.url, dedupe: { key: 'header.x-id', deliver: 'first' as const } },
  ];
  const again = { headers: { 'X-Id': '1' } };
  {
    await using rig = await openRig({ dataDir: folder.path, endpoints });
    expect((await rig.send('/1', '', again)).status).toBe(500);
    expect((await rig.send('/2', '', again)).status).toBe(500);
  }
  await using rig = await openRig({ dataDir: folder.path, endpoints });
  expect((await rig.send('/3', '', again)).status).toBe(200);
  expect((await rig.send('/4', '', again)).status).toBe(200);
  expect(handler.targets()).toEqual(['/1', '/2', '/3']);
});

it('what the handler took after the deadline is a duplicate when it comes again, over a restart too', async () => {
  await using folder = await temporaryFolder();
  const waiting: (() => void)[] = [];
  let isAnswering = false;
  await using handler = await startStoryHandler((_call, response) => {
    if (isAnswering) response.end();
    else waiting.push(() => response.end());
  });
  const dedupe = { key: 'header.x-id', deliver: 'first' as const };
  const options = { dataDir: folder.path, endpoints: [{ target: handler.url, deadline: 50, dedupe }] };
  const again = { headers: { 'X-Id': '1' } };
  {
    await using rig = await openRig(options);
    expect((await rig.send('/1', '', again)).status).toBe(504);
    // Nobody knows yet how it ends: delivered twice rather than not at all.
    expect((await rig.send('/2', '', again)).status).toBe(504);
    isAnswering = true;
    await handler.called(2);
    for (const answer of waiting) answer();
    await rig.deliveries('/1', 'succeeded');
    await rig.deliveries('/2', 'succeeded');
    expect(await rig.send('/3', '', again)).toMatchObject({ status: 200 });
    expect((await rig.event('/3')).duplicateOf).toBe((await rig.event('/1')).id);
  }
  await using rig = await openRig(options);
  expect((await rig.send('/4', '', again)).status).toBe(200);
  expect(handler.targets()).toEqual(['/1', '/2']);
});
