import { expect, it } from 'vitest';
import { temporaryFolder } from '../e2e/test-support/temporary-folder.ts';
import { answers, startStoryHandler } from './test-support/story-handler.ts';
import { openRig, type RigOptions, type StoryRig } from './test-support/story-rig.ts';

/** Every event waits for a person. */
async function atBreakpoint(options: RigOptions): Promise<StoryRig> {
  const rig = await openRig(options);
  await rig.hooktap.inspection.endpoints.change('default', 'breakpoint');
  return rig;
}

async function parked(rig: StoryRig, path: string) {
  const [delivery] = await rig.deliveries(path, 'held');
  if (!delivery) throw new Error('There is no delivery.');
  return delivery;
}

it('lets one go as it is, and its sender gets the own answer of the handler', async () => {
  await using handler = await startStoryHandler();
  await using rig = await atBreakpoint({ endpoints: [{ target: handler.url }] });
  const sending = rig.send('/hook', 'mine');
  const { id } = await parked(rig, '/hook');
  expect(handler.calls).toEqual([]);
  expect(await rig.hooktap.inspection.deliveries.release(id, {})).toMatchObject({ ok: true });
  expect(await sending).toMatchObject({ status: 200, text: 'mine' });
  const [delivery] = await rig.deliveries('/hook', 'succeeded');
  expect(delivery).toMatchObject({ id, attempts: [{ number: 1, cause: 'first' }] });
  expect(delivery?.edited).toBeUndefined();
});

it('lets an edited copy go, of whatever size, and says so on record', async () => {
  await using handler = await startStoryHandler(answers(500, 200));
  await using folder = await temporaryFolder();
  await using rig = await atBreakpoint({ dataDir: folder.path, endpoints: [{ target: handler.url }] });
  const large = 'x'.repeat(3_000_000);
  const sending = rig.send('/hook', 'mine');
  const { id } = await parked(rig, '/hook');
  const { deliveries } = rig.hooktap.inspection;
  await deliveries.release(id, { edit: { method: 'PUT', requestTarget: '/edited', body: { text: large } } });
  expect((await sending).status).toBe(500);
  expect(await rig.deliveries('/hook', 'failed')).toMatchObject([{ edited: true }]);
  await deliveries.retry(id);
  await rig.deliveries('/hook', 'succeeded');
  expect(handler.targets()).toEqual(['/edited', '/edited']);
  expect(handler.calls.map(({ body }) => body === large)).toEqual([true, true]);
});

it('is answered by hand, and the handler sees nothing', async () => {
  await using handler = await startStoryHandler();
  await using rig = await atBreakpoint({ endpoints: [{ target: handler.url }] });
  const sending = rig.send('/hook');
  const { id } = await parked(rig, '/hook');
  const { deliveries } = rig.hooktap.inspection;
  expect(await deliveries.answer(id, { status: 299, headers: { 'X-Bad': 'a\nb' } })).toMatchObject({
    ok: false,
  });
  expect(await deliveries.answer(id, { status: 422, body: 'no' })).toMatchObject({ ok: true });
  expect(await sending).toMatchObject({ status: 422, text: 'no' });
  await rig.deliveries('/hook', 'cancelled');
  expect(await deliveries.answer(id, { status: 200 })).toMatchObject({
    ok: false,
    error: { code: 'conflict' },
  });
  expect(handler.calls).toEqual([]);
});

it('tells the sender after a while that its event is held, and can still be released', async () => {
  await using handler = await startStoryHandler(answers(503, 200));
  await using rig = await atBreakpoint({
    endpoints: [{ target: handler.url, timeout: 80 }],
    timeScale: 1000,
  });
  expect(await rig.send('/hook')).toMatchObject({ status: 200, text: 'ok\n' });
  const { id } = await parked(rig, '/hook');
  await rig.told((change) => change.type === 'event.updated' && change.event.reply?.source === 'hold');
  const { deliveries } = rig.hooktap.inspection;
  expect(await deliveries.answer(id, { status: 200 })).toMatchObject({
    ok: false,
    error: { code: 'conflict' },
  });
  // The handler, once it is let go, has all the time it needs.
  expect(rig.apply([{ target: handler.url }])).toEqual({ ok: true });
  await deliveries.release(id, {});
  // It was promised: a handler that fails is tried again, which here waits for a person once more.
  const [delivery] = await rig.until(async () => {
    const { deliveries } = await rig.event('/hook');
    return deliveries[0]?.status === 'held' && deliveries[0].attempts.length > 0 && deliveries;
  });
  expect(delivery?.attempts[0]?.outcome).toMatchObject({ statusCode: 503 });
});

it('keeps what its sender has left, for a person to release', async () => {
  await using handler = await startStoryHandler();
  await using rig = await atBreakpoint({ endpoints: [{ target: handler.url }] });
  const leaving = new AbortController();
  const sending = rig.send('/hook', 'mine', { signal: leaving.signal });
  const { id } = await parked(rig, '/hook');
  leaving.abort();
  await expect(sending).rejects.toThrow();
  await rig.told((change) => change.type === 'event.updated' && change.event.reply?.source === 'sender-gone');
  const { deliveries } = rig.hooktap.inspection;
  expect(await deliveries.answer(id, { status: 200 })).toMatchObject({
    ok: false,
    error: { code: 'conflict' },
  });
  await deliveries.release(id, {});
  await rig.deliveries('/hook', 'succeeded');
  expect(handler.calls).toMatchObject([{ body: 'mine' }]);
});

it('still waits after a restart; a resume lets all go in order', async () => {
  await using handler = await startStoryHandler();
  await using folder = await temporaryFolder();
  const endpoints = [{ target: handler.url }];
  const paths = Array.from({ length: 5 }, (_, index) => `/hook/${index}`);
  {
    await using rig = await atBreakpoint({ dataDir: folder.path, endpoints });
    const sendings = [];
    for (const path of paths) {
      sendings.push(rig.send(path).catch((error: unknown) => error));
      await parked(rig, path);
    }
    await rig.close();
    await Promise.all(sendings);
  }
  await using rig = await openRig({ dataDir: folder.path, endpoints });
  expect(rig.hooktap.inspection.endpoints.get('default')).toMatchObject({
    mode: 'breakpoint',
    queue: { held: 5 },
  });
  const late = rig.send('/hook/5');
  await parked(rig, '/hook/5');
  expect(handler.calls).toEqual([]);
  await rig.hooktap.inspection.endpoints.change('default', 'resume');
  expect((await late).status).toBe(200);
  for (const path of [...paths, '/hook/5']) await rig.deliveries(path, 'succeeded');
  expect(handler.targets()).toEqual([...paths, '/hook/5']);
});

it('catches those that wait in line when it is set, and their senders wait on', async () => {
  let answerFirst = (): void => {};
  await using handler = await startStoryHandler((call, response, count) => {
    if (count > 1) response.end(call.body);
    else answerFirst = () => response.end();
  });
  await using rig = await openRig({ endpoints: [{ target: handler.url, concurrency: 1 }] });
  const first = rig.send('/first');
  await handler.called(1);
  const second = rig.send('/second', 'mine');
  await rig.told((change) => change.type === 'event.captured' && change.event.requestTarget === '/second');
  await rig.hooktap.inspection.endpoints.change('default', 'breakpoint');
  const { id } = await parked(rig, '/second');
  answerFirst();
  await first;
  await rig.hooktap.inspection.deliveries.release(id, {});
  expect(await second).toMatchObject({ status: 200, text: 'mine' });
});
