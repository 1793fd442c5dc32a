import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@hooktap/testing';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../e2e/test-support/temporary-folder.ts';
import { neverAnswers, startStoryHandler } from './test-support/story-handler.ts';
import { openRig } from './test-support/story-rig.ts';

it('changes under load without losing a request', async () => {
  await using one = await startStoryHandler();
  await using two = await startStoryHandler();
  await using rig = await openRig({ endpoints: [{ target: one.url }] });
  const total = 300;
  let [sent, next] = [0, 0];
  const sender = async () => {
    while (next < total) {
      const number = next;
      next += 1;
      const got = await rig.send(`/hook/${number}`, String(number));
      expect(got).toMatchObject({ status: 200, text: String(number) });
      sent += 1;
    }
  };
  const changing = (async () => {
    for (let turn = 0; sent < total; turn += 1) {
      const target = turn % 2 === 0 ? two.url : one.url;
      expect(
        rig.apply([
          { target, concurrency: 1 + (turn % 4) },
          { name: `x${turn % 3}`, path: `/x${turn % 3}` },
        ]).ok,
      ).toBe(true);
      expect(rig.apply([{ target, filter: '(' }]).ok).toBe(false);
      await pause(2);
    }
  })();
  await Promise.all([...Array.from({ length: 8 }, sender), changing]);
  const seen = [...one.targets(), ...two.targets()].toSorted();
  expect(seen).toEqual(Array.from({ length: total }, (_, number) => `/hook/${number}`).toSorted());
  expect(two.calls.length).toBeGreaterThan(0);
});

it('refuses a wrong set whole, and names endpoint and field', async () => {
  await using handler = await startStoryHandler();
  await using rig = await openRig({ endpoints: [{ target: handler.url }] });
  const refused = rig.apply([
    { name: 'good', path: '/good', target: handler.url },
    { name: 'bad', path: '/bad', target: 'not a target', order: { key: 'nonsense' } },
    {
      name: 'worse',
      path: '/good/',
      retry: 'unheard-of',
      reply: 'handler',
      headers: { set: { 'a b': 'c' } },
    },
  ]);
  expect(refused).toMatchObject({
    ok: false,
    errors: [
      { endpoint: 'bad', path: 'target' },
      { endpoint: 'bad', path: 'order.key' },
      { endpoint: 'worse', path: 'reply' },
      { endpoint: 'worse', path: 'retry' },
      { endpoint: 'worse', path: 'headers.set.a b' },
      { endpoint: 'worse', path: 'path' },
    ],
  });
  expect((await rig.send('/hook')).status).toBe(200);
  expect(rig.hooktap.inspection.endpoints.list().map(({ name }) => name)).toEqual(['default']);
});

it('keeps the endpoints that the API made over a restart; those of the configuration go first', async () => {
  await using folder = await temporaryFolder();
  const config = { name: 'made', path: '/made', reply: { status: 202 }, secrets: ['hush'] };
  {
    await using rig = await openRig({ dataDir: folder.path, endpoints: [] });
    const { endpoints } = rig.hooktap.inspection;
    expect(await endpoints.put(config)).toMatchObject({ ok: true, value: { source: { kind: 'api' } } });
    await rig.told((change) => change.type === 'endpoint.changed' && change.endpoint.name === 'made');
    expect(await endpoints.put({ ...config, name: 'other' })).toMatchObject({
      ok: false,
      error: { code: 'endpoint-invalid', errors: [{ path: 'path' }] },
    });
    expect(await endpoints.put({ name: 'made', path: '/made', reply: { status: 201 } })).toMatchObject({
      ok: true,
      value: { config: { secrets: 1 } },
    });
    expect((await rig.send('/made')).status).toBe(201);
  }
  {
    await using rig = await openRig({ dataDir: folder.path, endpoints: [] });
    expect((await rig.send('/made')).status).toBe(201);
    expect(rig.apply([{ name: 'file', path: '/made', reply: { status: 299 } }])).toEqual({ ok: true });
    expect((await rig.send('/made')).status).toBe(299);
    expect(rig.apply([])).toEqual({ ok: true });
    expect((await rig.send('/made')).status).toBe(201);
    const { endpoints } = rig.hooktap.inspection;
    expect(await endpoints.change('made', 'pause')).toMatchObject({ ok: true });
    expect(await endpoints.remove('made')).toEqual({ ok: true, value: null });
    await rig.told((change) => change.type === 'endpoint.removed' && change.name === 'made');
    expect(await endpoints.put(config)).toMatchObject({ ok: true, value: { mode: 'deliver' } });
    expect(await endpoints.remove('made')).toEqual({ ok: true, value: null });
    expect(await endpoints.remove('default')).toMatchObject({ ok: false, error: { code: 'read-only' } });
  }
  await using rig = await openRig({ dataDir: folder.path, endpoints: [] });
  expect((await rig.send('/made')).status).toBe(200);
});

it('tells of an endpoint that is gone from the configuration, also those that were away', async () => {
  const one = { name: 'one', path: '/one', reply: 'ack' as const };
  await using rig = await openRig({ endpoints: [one, { name: 'default' }] });
  const { publisher, store } = rig.hooktap.inspection;
  await rig.told((change) => change.type === 'endpoint.changed' && change.endpoint.name === 'one');
  const seen = store.currentSeq();
  expect(await rig.apply([{ name: 'default' }])).toEqual({ ok: true });
  const told = await rig.told((change) => change.type === 'endpoint.removed');
  expect(told).toMatchObject({ name: 'one' });
  expect(await publisher.since(seen)).toEqual({ kind: 'changes', changes: [told] });
});

it('ends what waits at an endpoint that is removed, and tells its senders', async () => {
  await using handler = await startStoryHandler(neverAnswers);
  await using rig = await openRig({ endpoints: [] });
  const { endpoints } = rig.hooktap.inspection;
  await endpoints.put({ name: 'a', path: '/a', target: handler.url, concurrency: 1, timeout: 60_000 });
  await endpoints.put({ name: 'b', path: '/b', target: `127.0.0.1:${await freePort()}`, hold: true });
  const first = rig.send('/a/1').catch(() => 'cut off');
  await handler.called(1);
  const second = rig.send('/a/2');
  await rig.told((change) => change.type === 'event.captured' && change.event.requestTarget === '/a/2');
  await rig.send('/b/1');
  await rig.deliveries('/b/1', 'held');
  expect(await endpoints.remove('a')).toEqual({ ok: true, value: null });
  expect(await endpoints.remove('b')).toEqual({ ok: true, value: null });
  expect((await second).status).toBe(503);
  await rig.deliveries('/a/2', 'cancelled');
  await rig.deliveries('/b/1', 'cancelled');
  await rig.deliveries('/a/1', 'pending');
  expect((await rig.send('/a/3')).status).toBe(200);
  await rig.close();
  await first;
});

it('tries nothing again that was under way at an endpoint that is removed, and says why', async () => {
  const answers: (() => void)[] = [];
  await using handler = await startStoryHandler((_call, response) => {
    answers.push(() => response.writeHead(500).end());
  });
  await using folder = await temporaryFolder();
  {
    await using rig = await openRig({ dataDir: folder.path, endpoints: [] });
    const { endpoints } = rig.hooktap.inspection;
    const retry = { schedule: ['1ms'] };
    await endpoints.put({ name: 'a', path: '/a', target: handler.url, reply: 'ack', retry });
    await rig.send('/a/1');
    await handler.called(1);
    await endpoints.remove('a');
    // A later one of the same name begins afresh.
    await endpoints.put({ name: 'a', path: '/a', target: handler.url, reply: 'ack', retry });
    await rig.send('/a/2');
    await handler.called(2);
    for (const answer of answers) answer();
    const [ended] = await rig.deliveries('/a/1', 'failed');
    expect(ended).toMatchObject({
      reason: "The endpoint 'a' was deleted.",
      parts: [{ code: 'endpoint-gone', values: { endpoint: 'a' } }],
    });
    expect(ended?.attempts).toHaveLength(1);
    await handler.called(3);
    answers[2]?.();
    const [other] = await rig.deliveries('/a/2', 'failed');
    expect(other).not.toHaveProperty('reason');
    expect(handler.targets()).toEqual(['/a/1', '/a/2', '/a/2']);
    expect(rig.hooktap.inspection.endpoints.get('a')?.queue).toMatchObject({ underWay: 0, retrying: 0 });
  }
  await using rig = await openRig({ dataDir: folder.path, endpoints: [] });
  expect((await rig.deliveries('/a/1', 'failed'))[0]).toMatchObject({
    reason: "The endpoint 'a' was deleted.",
  });
});

it('lets no sender wait when it stops', async () => {
  await using handler = await startStoryHandler(neverAnswers);
  await using rig = await openRig({ endpoints: [{ target: handler.url, concurrency: 1 }] });
  const first = rig.send('/1').catch(() => 'cut off');
  await handler.called(1);
  const second = rig.send('/2').catch(() => 'cut off');
  await rig.told((change) => change.type === 'event.captured' && change.event.requestTarget === '/2');
  await rig.hooktap.close(0);
  expect(await first).toMatchObject({ status: 503 });
  expect(await second).toMatchObject({ status: 503 });
});
