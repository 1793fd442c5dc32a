import type { Event } from '@hooktap/protocol';
import { freePort, startRawHandler } from '@hooktap/testing';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../e2e/test-support/temporary-folder.ts';
import { echo, startStoryHandler } from './test-support/story-handler.ts';
import { openRig, type StoryRig } from './test-support/story-rig.ts';

const paths = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `/hook/${from + index}`);

async function down(rig: StoryRig): Promise<void> {
  await rig.told((change) => change.type === 'target.changed' && change.target.health === 'down');
}

it('acknowledges and keeps all that comes while the handler is down, and delivers it in order', async () => {
  const port = await freePort();
  await using rig = await openRig({ endpoints: [{ target: `127.0.0.1:${port}`, hold: true }] });
  const before = paths(60);
  for (const path of before) {
    const got = await rig.send(path);
    expect(got).toMatchObject({ status: 200 });
  }
  expect(await rig.event('/hook/0')).toMatchObject({ reply: { source: 'hold' } });
  expect(await rig.event('/hook/59')).toMatchObject({
    reply: { source: 'hold' },
    deliveries: [{ status: 'held', promised: true }],
  });
  expect(rig.hooktap.inspection.endpoints.get('default')?.queue).toMatchObject({ held: 60, underWay: 0 });
  await using handler = await startStoryHandler(echo, port);
  await handler.called(1);
  const during = paths(20, 60);
  for (const path of during) expect((await rig.send(path)).status).toBe(200);
  for (const path of [...before, ...during]) await rig.deliveries(path, 'succeeded');
  expect(handler.targets()).toEqual([...before, ...during]);
  // What it took is the handler's own time, without that for which it was held.
  const { delivery, deliveries } = await rig.event('/hook/0');
  const { timing } = deliveries[0]?.attempts.at(-1) ?? {};
  expect(delivery?.tookMs).toBeCloseTo((timing?.totalMs ?? 0) - (timing?.queueMs ?? 0), 1);
  expect(timing?.queueMs).toBeGreaterThan(0);
  expect(rig.hooktap.inspection.endpoints.get('default')?.queue).toMatchObject({ held: 0, waiting: 0 });
  expect(await rig.send('/after', 'own')).toMatchObject({ text: 'own' });
});

it('keeps what is held over restarts, in order, before what comes then', async () => {
  await using folder = await temporaryFolder();
  const port = await freePort();
  const endpoints = [{ target: `127.0.0.1:${port}`, hold: true }];
  {
    await using rig = await openRig({ dataDir: folder.path, endpoints });
    for (const path of paths(30)) await rig.send(path);
  }
  {
    await using rig = await openRig({ dataDir: folder.path, endpoints });
    await down(rig);
    for (const path of paths(5, 30)) await rig.send(path);
    expect(rig.hooktap.inspection.endpoints.get('default')?.queue.held).toBe(35);
  }
  await using rig = await openRig({ dataDir: folder.path, endpoints });
  await using handler = await startStoryHandler(echo, port);
  for (const path of paths(35)) await rig.deliveries(path, 'succeeded');
  expect(handler.targets()).toEqual(paths(35));
});

it('takes what is held along to a handler that has moved, also over a restart', async () => {
  await using folder = await temporaryFolder();
  const gone = `127.0.0.1:${await freePort()}`;
  await using handler = await startStoryHandler();
  {
    await using rig = await openRig({ dataDir: folder.path, endpoints: [{ target: gone, hold: true }] });
    for (const path of paths(3)) await rig.send(path);
  }
  await using rig = await openRig({ dataDir: folder.path, endpoints: [{ target: handler.url, hold: true }] });
  for (const path of paths(3)) await rig.deliveries(path, 'succeeded');
  expect(handler.targets()).toEqual(paths(3));
  expect((await rig.event('/hook/0')).deliveries[0]?.target).toBe(handler.url);
});

it('moves what waits while it runs', async () => {
  await using handler = await startStoryHandler();
  await using rig = await openRig({ endpoints: [{ target: `127.0.0.1:${await freePort()}`, hold: true }] });
  for (const path of paths(5)) await rig.send(path);
  expect(rig.apply([{ target: handler.url, hold: true }])).toEqual({ ok: true });
  for (const path of paths(5)) await rig.deliveries(path, 'succeeded');
  expect(handler.targets()).toEqual(paths(5));
});

it('holds while it is paused and goes on in order when it is resumed', async () => {
  await using handler = await startStoryHandler();
  await using rig = await openRig({ endpoints: [{ target: handler.url }] });
  const { endpoints } = rig.hooktap.inspection;
  await endpoints.change('default', 'pause');
  for (const path of paths(10)) expect(await rig.send(path)).toMatchObject({ status: 200, text: 'ok\n' });
  expect(handler.calls).toEqual([]);
  await endpoints.change('default', 'resume');
  await endpoints.change('default', 'pause');
  await endpoints.change('default', 'resume');
  for (const path of paths(10)) await rig.deliveries(path, 'succeeded');
  expect(handler.targets()).toEqual(paths(10));
});

it('answers the senders that wait in line when it is paused', async () => {
  let answerFirst = (): void => {};
  await using handler = await startStoryHandler((_call, response, count) => {
    if (count > 1) response.end();
    else answerFirst = () => response.end();
  });
  await using rig = await openRig({ endpoints: [{ target: handler.url, concurrency: 1 }] });
  const first = rig.send('/hook/0');
  await handler.called(1);
  const second = rig.send('/hook/1');
  await rig.told((change) => change.type === 'event.captured' && change.event.requestTarget === '/hook/1');
  await rig.hooktap.inspection.endpoints.change('default', 'pause');
  expect(await second).toMatchObject({ status: 200, text: 'ok\n' });
  answerFirst();
  expect((await first).status).toBe(200);
  await rig.hooktap.inspection.endpoints.change('default', 'resume');
  await rig.deliveries('/hook/1', 'succeeded');
  expect(await rig.event('/hook/1')).toMatchObject({ reply: { source: 'hold' } });
});

it('remembers that it is paused', async () => {
  await using folder = await temporaryFolder();
  await using handler = await startStoryHandler();
  const endpoints = [{ target: handler.url }];
  {
    await using rig = await openRig({ dataDir: folder.path, endpoints });
    const changed = await rig.hooktap.inspection.endpoints.change('default', 'pause');
    expect(changed).toMatchObject({ ok: true, value: { mode: 'paused' } });
    await rig.send('/hook/0');
  }
  await using rig = await openRig({ dataDir: folder.path, endpoints });
  expect(rig.hooktap.inspection.endpoints.get('default')).toMatchObject({
    mode: 'paused',
    queue: { held: 1 },
  });
  await rig.hooktap.inspection.endpoints.change('default', 'resume');
  await rig.deliveries('/hook/0', 'succeeded');
});

it('does not hammer a handler that takes connections and resets them', async () => {
  await using handler = await startRawHandler((socket) => socket.resetAndDestroy());
  await using rig = await openRig({ endpoints: [{ target: handler.url, hold: true }] });
  for (const path of paths(20)) expect((await rig.send(path)).status).toBe(200);
  const begunOf = ({ deliveries }: Event) =>
    (deliveries[0]?.attempts ?? []).map(({ startedAt }) => Date.parse(startedAt));
  const begun = await rig.until(async () => {
    const begun = begunOf(await rig.event('/hook/0'));
    return begun.length >= 4 && begun;
  });
  for (const [index, least] of [250, 375, 562].entries())
    expect((begun[index + 1] ?? 0) - (begun[index] ?? 0)).toBeGreaterThanOrEqual(least - 2);
  for (const path of paths(19, 1)) {
    const [first = Number.POSITIVE_INFINITY] = begunOf(await rig.event(path));
    expect(first).toBeGreaterThan(begun[3] ?? 0);
  }
});

it('does not retry sooner or give up later for having been held', async () => {
  const port = await freePort();
  await using rig = await openRig({
    endpoints: [{ target: `127.0.0.1:${port}`, hold: true, reply: 'ack', retry: { schedule: [20, 20] } }],
  });
  await rig.send('/hook/0');
  await rig.deliveries('/hook/0', 'held');
  await using handler = await startStoryHandler((_call, response) => response.writeHead(500).end(), port);
  const [delivery] = await rig.deliveries('/hook/0', 'failed');
  expect(handler.calls).toHaveLength(3);
  expect(delivery?.attempts.at(-1)).toMatchObject({ cause: 'scheduled' });
});
