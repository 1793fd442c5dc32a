import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Event, Problem, SavedRequest, SavedRequestSent, SavedRequests } from '@hooktap/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type InspectorRig, openRig } from './test-support/inspector-rig.ts';

const got: { readonly line: string; readonly type: string | undefined; readonly body: string }[] = [];
const handler = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request
    .on('data', (chunk: Buffer) => chunks.push(chunk))
    .on('end', () => {
      const body = Buffer.concat(chunks).toString('latin1');
      got.push({ line: `${request.method} ${request.url}`, type: request.headers['content-type'], body });
      response.end('ok');
    });
});
beforeAll(() => new Promise<void>((resolve) => handler.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  handler.closeAllConnections();
  handler.close();
});
beforeEach(() => {
  got.length = 0;
});

const rigged = () => openRig({ target: `http://127.0.0.1:${(handler.address() as AddressInfo).port}` });
const ask = (rig: InspectorRig, method: string, path: string, body?: unknown) =>
  rig.ask(path, {
    method,
    ...(body !== undefined && {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
const saved = async (rig: InspectorRig, body: unknown) =>
  SavedRequest.parse(await (await ask(rig, 'POST', '/api/saved-requests', body)).json());
const list = async (rig: InspectorRig) =>
  SavedRequests.parse(await (await rig.ask('/api/saved-requests')).json()).items;
const problemOf = async (response: Response) => {
  const { status, code } = Problem.parse(await response.json());
  return [status, code];
};
/** Sends it, and waits for the attempt. */
async function send(rig: InspectorRig, id: string, body?: unknown) {
  const attempted = new Promise<void>((resolve) => {
    const leave = rig.inspection.publisher.subscribe((change) => {
      if (change.type !== 'attempt.settled') return;
      leave();
      resolve();
    });
  });
  const answer = await ask(rig, 'POST', `/api/saved-requests/${id}/send`, body);
  expect(answer.status).toBe(202);
  const sent = SavedRequestSent.parse(await answer.json());
  await attempted;
  const path = `/api/events/${sent.delivery.eventId}`;
  const event = Event.parse(await (await rig.ask(path)).json());
  return { ...sent, event, delivery: event.deliveries.find(({ id: one }) => one === sent.delivery.id) };
}

describe('saved requests', () => {
  it('hold what an event and an edit make, and are sent under the event', async () => {
    await using rig = await rigged();
    const eventId = await rig.capture({
      requestTarget: '/hook?a=1',
      headers: [['Content-Type', 'application/json']],
      body: '{"n":1}',
    });
    const edit = { method: 'PUT', set: [['n', 2]], setHeaders: [['X-Mine', 'yes']] };
    const one = await saved(rig, { name: '  a second order ', eventId, edit });
    expect(one).toMatchObject({
      name: 'a second order',
      eventId,
      eventIsKept: true,
      method: 'PUT',
      requestTarget: '/hook?a=1',
      body: { size: 7, preview: '{"n":2}', contentType: 'application/json', state: 'complete' },
    });
    expect(one.rawHeaders).toContainEqual(['X-Mine', 'yes']);
    expect(await (await rig.ask(one.body.href)).text()).toBe('{"n":2}');
    expect(await list(rig)).toEqual([one]);
    const { event, delivery, madeEvent } = await send(rig, one.id);
    expect([event.id, madeEvent]).toEqual([eventId, false]);
    expect(delivery).toMatchObject({ cause: 'replay', edited: true, status: 'succeeded' });
    expect(got.at(-1)).toEqual({ line: 'PUT /hook?a=1', type: 'application/json', body: '{"n":2}' });
  });

  it('outlive their event: a new one is made when they are sent', async () => {
    await using rig = await rigged();
    const eventId = await rig.capture({ requestTarget: '/gone', body: Buffer.from([0, 200, 255]) });
    const one = await saved(rig, { name: 'bytes', eventId });
    await ask(rig, 'POST', '/api/events/delete', { ids: [eventId] });
    expect(await list(rig)).toMatchObject([{ eventIsKept: false, eventId }]);
    const { event, delivery, madeEvent } = await send(rig, one.id, {});
    expect(madeEvent).toBe(true);
    expect(event).toMatchObject({ via: 'import', path: '/gone', note: expect.stringContaining("'bytes'") });
    expect(event.id).not.toBe(eventId);
    expect(delivery).toMatchObject({ cause: 'replay', status: 'succeeded' });
    expect(got.at(-1)?.body).toBe('\u0000\u00c8\u00ff');
    expect(await list(rig)).toMatchObject([{ eventIsKept: true, eventId: event.id }]);
  });

  it('are renamed, replaced, deleted and brought back', async () => {
    await using rig = await rigged();
    const eventId = await rig.capture({ body: 'first' });
    const one = await saved(rig, { name: 'one', eventId });
    const two = await saved(rig, { name: 'two', eventId });
    const path = `/api/saved-requests/${one.id}`;
    expect(await problemOf(await ask(rig, 'PATCH', path, { name: 'two' }))).toEqual([409, 'conflict']);
    expect((await ask(rig, 'PATCH', path, { name: 'uno' })).status).toBe(200);
    const replaced = await ask(rig, 'PUT', path, { name: 'uno', eventId, edit: { body: { text: 'other' } } });
    expect(SavedRequest.parse(await replaced.json())).toMatchObject({
      id: one.id,
      createdAt: one.createdAt,
      body: { preview: 'other' },
    });
    const removed = await ask(rig, 'DELETE', '/api/saved-requests', { ids: [one.id, two.id] });
    expect(SavedRequests.parse(await removed.json()).items.map(({ name }) => name)).toEqual(['uno', 'two']);
    expect(await list(rig)).toEqual([]);
    expect(await problemOf(await ask(rig, 'POST', `${path}/send`))).toEqual([404, 'not-found']);
    const back = await ask(rig, 'POST', '/api/saved-requests/restore', { ids: [two.id] });
    expect(SavedRequests.parse(await back.json()).items).toHaveLength(1);
    expect((await list(rig)).map(({ name }) => name)).toEqual(['two']);
  });

  it('refuse what cannot be kept', async () => {
    await using rig = await rigged();
    const eventId = await rig.capture();
    const post = (body: unknown) => ask(rig, 'POST', '/api/saved-requests', body).then(problemOf);
    await saved(rig, { name: 'taken', eventId });
    expect(await post({ name: 'taken', eventId })).toEqual([409, 'conflict']);
    expect(await post({ name: ' ', eventId })).toEqual([400, 'body-invalid']);
    expect(await post({ name: 'a\u001b[2J', eventId })).toEqual([400, 'body-invalid']);
    expect(await post({ name: 'x', eventId, target: 'ftp://x' })).toEqual([400, 'target-invalid']);
    expect(await post({ name: 'x', eventId, edit: { method: 'A B' } })).toEqual([400, 'edit-invalid']);
    const text = 'x'.repeat(5 * 2 ** 20 + 1);
    expect(await post({ name: 'x', eventId, edit: { body: { text } } })).toEqual([413, 'body-too-large']);
    const cut = await rig.capture({ body: 'x', bodyState: 'truncated', requestTarget: '/cut' });
    expect(await post({ name: 'x', eventId: cut })).toEqual([409, 'body-incomplete']);
    await ask(rig, 'POST', '/api/events/delete', { ids: [eventId] });
    expect(await post({ name: 'x', eventId })).toEqual([404, 'not-found']);
    expect(await list(rig)).toHaveLength(1);
  });
});
