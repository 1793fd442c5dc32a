import { EventPage, Opened, SavedViews } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { type InspectorRig, openRig } from './test-support/inspector-rig.ts';

const send = (rig: InspectorRig, method: string, path: string, body: unknown) =>
  rig.ask(path, {
    method,
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  });

it('an event is unread until it is noted as opened, and the search and the stream know', async () => {
  await using rig = await openRig();
  const first = await rig.capture({ requestTarget: '/1' });
  const second = await rig.capture({ requestTarget: '/2' });
  const told: string[] = [];
  rig.inspection.publisher.subscribe(({ type }) => told.push(type));
  const unread = async () => {
    const page = EventPage.parse(await (await rig.ask('/api/events?q=is:unread')).json());
    return page.items.map(({ id }) => id);
  };
  expect(await unread()).toEqual([second, first]);
  const opened = Opened.parse(await (await send(rig, 'POST', '/api/opened', { ids: [first] })).json());
  expect(await unread()).toEqual([second]);
  expect(await (await rig.ask('/api/opened')).json()).toMatchObject({ ranges: opened.ranges });
  expect(told).toEqual(['opened.changed']);
  await send(rig, 'POST', '/api/opened', { ids: [first, 'evt_00000000000000000000000000'] });
  expect(told).toEqual(['opened.changed']);

  expect((await send(rig, 'POST', '/api/opened', { upTo: Number.MAX_SAFE_INTEGER })).status).toBe(200);
  expect(await unread()).toEqual([]);
  const third = await rig.capture({ requestTarget: '/3' });
  expect(await unread()).toEqual([third]);
  for (const bad of [{}, { ids: [] }, { ids: [first], upTo: 1 }, { upTo: -1 }])
    expect((await send(rig, 'POST', '/api/opened', bad)).status).toBe(400);
});

it('views are kept in their order; a wrong one changes nothing', async () => {
  await using rig = await openRig();
  const views = [
    { name: 'Zavu inbound', q: 'provider:zavu type:message.inbound' },
    { name: 'Slow', q: 'took:>1s' },
  ];
  expect(await (await rig.ask('/api/views')).json()).toEqual({ views: [] });
  expect((await send(rig, 'PUT', '/api/views', { views })).status).toBe(200);
  const bad = await send(rig, 'PUT', '/api/views', { views: [{ name: 'Broken', q: 'status:' }] });
  expect(await bad.json()).toMatchObject({ status: 400, code: 'query-invalid' });
  const twice = await send(rig, 'PUT', '/api/views', { views: [views[0], views[0]] });
  expect(await twice.json()).toMatchObject({ code: 'body-invalid' });
  expect(SavedViews.parse(await (await rig.ask('/api/views')).json()).views).toEqual(views);
});
