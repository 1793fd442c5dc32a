import {
  Event,
  EventListItem,
  EventPage,
  EventSelectionResult,
  Problem,
  RejectedRequests,
  ReplayAccepted,
  Status,
} from '@hooktap/protocol';
import { describe, expect, it } from 'vitest';
import { type InspectorRig, openRig } from './test-support/inspector-rig.ts';

const send = (rig: InspectorRig, method: string, path: string, body: unknown) =>
  rig.ask(path, { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
const page = async (rig: InspectorRig, search: string) =>
  EventPage.parse(await (await rig.ask(`/api/events?${search}`)).json());
async function expectProblem(response: Response, status: number, code: string) {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = Problem.parse(await response.json());
  expect(problem).toMatchObject({ status, code });
  expect(response.status).toBe(status);
  return problem;
}
const targets = ({ items }: EventPage) => items.map((item) => item.requestTarget);
async function captureMany(rig: InspectorRig, count: number) {
  const ids = [];
  for (let number = 1; number <= count; number++)
    ids.push(await rig.capture({ requestTarget: `/${number}` }));
  return ids;
}

describe('pages of events', () => {
  it('lead from page to page and back', async () => {
    await using rig = await openRig();
    await captureMany(rig, 5);
    const first = await page(rig, 'limit=2');
    expect(targets(first)).toEqual(['/5', '/4']);
    expect(first).toMatchObject({ total: 5, prevCursor: null, seq: rig.inspection.store.currentSeq() });
    const second = await page(rig, `limit=2&cursor=${first.nextCursor}`);
    expect(targets(second)).toEqual(['/3', '/2']);
    const third = await page(rig, `limit=2&cursor=${second.nextCursor}`);
    expect(targets(third)).toEqual(['/1']);
    expect(third.nextCursor).toBeNull();
    expect(targets(await page(rig, `limit=2&cursor=${third.prevCursor}`))).toEqual(['/3', '/2']);
  });

  it('put an event in the middle', async () => {
    await using rig = await openRig();
    const ids = await captureMany(rig, 9);
    expect(targets(await page(rig, `limit=3&around=${ids[4]}`))).toEqual(['/6', '/5', '/4']);
    expect(targets(await page(rig, `limit=3&around=${ids[8]}`))).toEqual(['/9', '/8', '/7']);
    expect(targets(await page(rig, `limit=3&around=${ids[0]}`))).toEqual(['/3', '/2', '/1']);
    expect(targets(await page(rig, `limit=1&around=${ids[4]}`))).toEqual(['/5']);
    const middle = await page(rig, `limit=3&around=${ids[4]}`);
    expect(targets(await page(rig, `limit=3&cursor=${middle.nextCursor}`))).toEqual(['/3', '/2', '/1']);
    expect(targets(await page(rig, `limit=3&cursor=${middle.prevCursor}`))).toEqual(['/9', '/8', '/7']);
  });

  it('find words, and bind cursors to them', async () => {
    await using rig = await openRig();
    await captureMany(rig, 3);
    for (const body of ['Blue moon', 'blue sky', 'red']) await rig.capture({ body });
    const found = await page(rig, 'q=BLUE&limit=1');
    expect(found.total).toBe(2);
    await expectProblem(await rig.ask(`/api/events?q=red&cursor=${found.nextCursor}`), 400, 'cursor-invalid');
    await expectProblem(await rig.ask('/api/events?cursor=nonsense'), 400, 'cursor-invalid');
  });

  it('refuse queries that are not understood', async () => {
    await using rig = await openRig();
    const unknown = await rig.capture();
    await send(rig, 'POST', '/api/events/delete', { ids: [unknown] });
    for (const search of ['limit=0', 'limit=501', 'limit=x', 'nonsense=1', 'q=a&q=b', 'around=x']) {
      const { errors } = await expectProblem(await rig.ask(`/api/events?${search}`), 400, 'query-invalid');
      expect(errors).toHaveLength(1);
    }
    await expectProblem(await rig.ask(`/api/events?around=${unknown}`), 404, 'not-found');
  });
});

describe('single events', () => {
  it('are read, marked, hidden and restored', async () => {
    await using rig = await openRig();
    const id = await rig.capture({ headers: [['X-A', '1']] });
    const event = Event.parse(await (await rig.ask(`/api/events/${id}`)).json());
    expect(event.rawHeaders).toEqual([['X-A', '1']]);
    const marked = await send(rig, 'PATCH', `/api/events/${id}`, { pinned: true, tags: ['t'] });
    expect(EventListItem.parse(await marked.json())).toMatchObject({ pinned: true, tags: ['t'] });
    const removed = await send(rig, 'POST', '/api/events/delete', { ids: [id] });
    expect(EventSelectionResult.parse(await removed.json()).ids).toEqual([id]);
    await expectProblem(await rig.ask(`/api/events/${id}`), 404, 'not-found');
    await expectProblem(await send(rig, 'PATCH', `/api/events/${id}`, { pinned: true }), 404, 'not-found');
    const restored = await send(rig, 'POST', '/api/events/restore', { ids: [id] });
    expect(EventSelectionResult.parse(await restored.json()).ids).toEqual([id]);
    expect((await rig.ask(`/api/events/${id}`)).status).toBe(200);
  });

  it('are brought back by a search', async () => {
    await using rig = await openRig();
    const milk = await rig.capture({ requestTarget: '/milk', body: '{"text":"milk"}' });
    const bread = await rig.capture({ requestTarget: '/bread', body: '{"text":"bread"}' });
    await send(rig, 'POST', '/api/events/delete', { all: true });
    const restored = await send(rig, 'POST', '/api/events/restore', { q: 'body.text:milk' });
    expect(EventSelectionResult.parse(await restored.json()).ids).toEqual([milk]);
    expect((await rig.ask(`/api/events/${milk}`)).status).toBe(200);
    await expectProblem(await rig.ask(`/api/events/${bread}`), 404, 'not-found');
    const bad = await send(rig, 'POST', '/api/events/restore', { q: 'body.text:milk nonsense:1' });
    expect((await expectProblem(bad, 400, 'query-invalid')).errors?.[0]?.path).toBe('q');
    await expectProblem(
      await send(rig, 'POST', '/api/events/restore', { all: true, q: 'x' }),
      400,
      'body-invalid',
    );
  });

  it('refuse bodies that are not understood', async () => {
    await using rig = await openRig();
    const id = await rig.capture();
    const path = `/api/events/${id}`;
    const { errors } = await expectProblem(
      await send(rig, 'PATCH', path, { tags: [7] }),
      400,
      'body-invalid',
    );
    expect(errors?.[0]?.path).toBe('tags.0');
    await expectProblem(await send(rig, 'PATCH', path, {}), 400, 'body-invalid');
    await expectProblem(
      await send(rig, 'POST', '/api/events/delete', { all: true, q: 'x' }),
      400,
      'body-invalid',
    );
    await expectProblem(await rig.ask(path, { method: 'PATCH', body: 'x' }), 400, 'body-invalid');
    const malformed = { method: 'PATCH', headers: { 'Content-Type': 'application/json' }, body: '{"' };
    await expectProblem(await rig.ask(path, malformed), 400, 'body-invalid');
    const large = await send(rig, 'PATCH', path, { note: 'x'.repeat(21 * 1024 * 1024) });
    await expectProblem(large, 413, 'body-too-large');
  });

  it('are replayed', async () => {
    await using rig = await openRig({ target: 'http://127.0.0.1:1' });
    const id = await rig.capture();
    const listed = async () => EventPage.parse(await (await rig.ask('/api/events')).json()).items[0];
    expect(await listed()).not.toHaveProperty('wasReplayed');
    const accepted = await rig.ask(`/api/events/${id}/replay`, { method: 'POST' });
    expect(await listed()).toMatchObject({ id, wasReplayed: true });
    expect(accepted.status).toBe(202);
    expect(accepted.headers.get('location')).toBeNull();
    expect(ReplayAccepted.parse(await accepted.json()).delivery).toMatchObject({
      eventId: id,
      cause: 'replay',
    });
  });

  it('are replayed with every key of the edit, odd ones too', async () => {
    await using rig = await openRig({ target: 'http://127.0.0.1:1' });
    const id = await rig.capture({ body: '{"__proto__":1.0,"a":0}' });
    const answer = await rig.ask(`/api/events/${id}/replay`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"edit":{"set":[["a",{"__proto__":{"b":1}}]]}}',
    });
    const { delivery } = ReplayAccepted.parse(await answer.json());
    const sent = await rig.ask(`/api/deliveries/${delivery.id}/attempts/1/request/body`);
    expect(await sent.text()).toBe('{"__proto__":1.0,"a":{"__proto__":{"b":1}}}');
  });

  it('say why they are not replayed', async () => {
    await using rig = await openRig();
    const id = await rig.capture();
    const target = 'http://127.0.0.1:1';
    const replay = (event: string, body: unknown) => send(rig, 'POST', `/api/events/${event}/replay`, body);
    await expectProblem(await replay(id, {}), 409, 'no-target');
    const elsewhere = await expectProblem(await replay(id, { target: 'ftp://x' }), 400, 'target-invalid');
    expect(elsewhere.errors).toMatchObject([{ path: 'target' }]);
    const edit = { set: [['a.b', 1]] };
    const { errors } = await expectProblem(await replay(id, { target, edit }), 400, 'edit-invalid');
    expect(errors?.length).toBeGreaterThan(0);
    const truncated = await rig.capture({ requestTarget: '/t', bodyState: 'truncated' });
    await expectProblem(await replay(truncated, { target }), 409, 'body-incomplete');
    const blocked = await rig.capture({ requestTarget: '/.env' });
    await expectProblem(await replay(blocked, { target }), 409, 'blocked');
    const left = await rig.capture({ requestTarget: '/.git/config', isLeaving: true });
    await expectProblem(await replay(left, { target }), 409, 'blocked');
    const broken = await rig.capture({ requestTarget: '/%2eenv', bodyState: 'aborted' });
    const whole = { target, edit: { body: { text: '' } } };
    await expectProblem(await replay(broken, whole), 409, 'blocked');
    expect((await replay(broken, { ...whole, confirmBlocked: true })).status).toBe(202);
    await expectProblem(await replay('evt_00000000000000000000000000', { target }), 404, 'not-found');
  });
});

describe('the other routes', () => {
  it('tell the status and what was rejected', async () => {
    await using rig = await openRig();
    expect(Status.parse(await (await rig.ask('/api/status')).json()).version).toBe('0.0.0-test');
    expect(RejectedRequests.parse(await (await rig.ask('/api/rejected')).json())).toEqual({
      items: [],
      total: 0,
    });
  });

  it('answer unknown routes and methods with problems', async () => {
    await using rig = await openRig();
    await expectProblem(await rig.ask('/api/nothing'), 404, 'not-found');
    await expectProblem(await rig.ask('/api/events/nothing'), 404, 'not-found');
    await expectProblem(await rig.ask('/'), 404, 'not-found');
    await expectProblem(await rig.ask('/', { method: 'POST' }), 405, 'method-not-allowed');
    await expectProblem(await rig.ask('/api/stream'), 426, 'upgrade-required');
    const refused = await rig.ask('/api/events', { method: 'PUT' });
    expect(refused.headers.get('allow')).toBe('GET, HEAD');
    await expectProblem(refused, 405, 'method-not-allowed');
  });
});

describe('the search language', () => {
  it('finds by field', async () => {
    await using rig = await openRig();
    await rig.capture({ requestTarget: '/one', body: '{"data":{"from":"+1555"}}' });
    await rig.capture({ requestTarget: '/two', headers: [['X-Kind', 'blue']] });
    const found = async (q: string) => targets(await page(rig, `q=${encodeURIComponent(q)}`));
    expect(await found('path:/one OR path:/three')).toEqual(['/one']);
    expect(await found('header.x-kind:blue method:post')).toEqual(['/two']);
    expect(await found('body.data.from:+1*')).toEqual(['/one']);
    expect(await found('-path:/one')).toEqual(['/two']);
  });

  it('says where a query is wrong, and what was expected', async () => {
    await using rig = await openRig();
    const answer = await rig.ask(`/api/events?q=${encodeURIComponent('x methd:POST')}`);
    expect(await expectProblem(answer, 400, 'query-invalid')).toMatchObject({
      offset: 2,
      length: expect.any(Number),
      expected: expect.any(String),
      suggestion: expect.stringContaining('method'),
      errors: [{ path: 'q' }],
    });
    const deletion = await send(rig, 'POST', '/api/events/delete', { q: 'status:nonsense' });
    await expectProblem(deletion, 400, 'query-invalid');
  });
});
