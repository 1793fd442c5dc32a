import { DriftFields, DriftTypes, EventDrift, type EventId, ShapeText } from '@hooktap/protocol';
import { describe, expect, it } from 'vitest';
import { gzipped, type InspectorRig, openRig } from './test-support/inspector-rig.ts';

/** Captures a JSON body and reads it as a pack would. */
async function send(
  rig: InspectorRig,
  eventType: string,
  body: unknown,
  more: Parameters<InspectorRig['capture']>[0] = {},
): Promise<EventId> {
  const id = await rig.capture({ requestTarget: `/${count++}`, body: JSON.stringify(body), ...more });
  await read(rig, id, eventType);
  return id;
}
let count = 0;

async function read({ inspection }: InspectorRig, eventId: EventId, eventType: string): Promise<void> {
  const { store, publisher } = inspection;
  const { verification } = (await store.listItem(eventId)) ?? {};
  if (!verification) throw new Error(`No event ${eventId}.`);
  const told = { providerReason: '', providerEventId: null, subject: null, verification };
  const reading = { ...told, provider: 'zavu', eventType };
  store.appendLater({ type: 'reading', seq: store.nextSeq(), eventId, reading });
  publisher.eventChanged(eventId);
  await publisher.flush();
}

const problemOf = async (rig: InspectorRig, path: string) => (await rig.ask(path)).json() as Promise<unknown>;
const typesOf = async (rig: InspectorRig) => DriftTypes.parse(await (await rig.ask('/api/drift')).json());
const fieldsOf = async (rig: InspectorRig, type: string) =>
  DriftFields.parse(await (await rig.ask(`/api/drift/fields?provider=zavu&type=${type}`)).json());
const driftOf = async (rig: InspectorRig, id: EventId | undefined) =>
  EventDrift.parse(await (await rig.ask(`/api/events/${id}/drift`)).json());
const change = (rig: InspectorRig, verb: 'delete' | 'restore', ids: readonly EventId[]) =>
  rig.ask(`/api/events/${verb}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ids }),
  });

const usual = { id: 'm1', data: { text: 'Olá', amount: 5 } };

describe('GET /api/drift', () => {
  it('lists types, and flags what is new, missing and of another type than before', async () => {
    await using rig = await openRig();
    expect(await typesOf(rig)).toMatchObject({ items: [], cut: false });
    for (let times = 0; times < 6; times += 1) await send(rig, 'message.inbound', usual);
    await send(rig, 'message.status', { id: 's1' });
    const before = await typesOf(rig);
    expect(before.items).toMatchObject([
      { provider: 'zavu', eventType: 'message.status', events: 1, fields: 1 },
      { eventType: 'message.inbound', events: 6, flags: { new: 0, missing: 0, retyped: 0 } },
    ]);
    const changed = { id: 7, data: { amount: 5, reply: { to: 'm0' } } };
    const ids = [];
    for (let times = 0; times < 6; times += 1) ids.push(await send(rig, 'message.inbound', changed));
    const after = await typesOf(rig);
    expect(after.items[0]).toMatchObject({ events: 12, flags: { new: 1, missing: 1, retyped: 1 } });
    const { items } = await fieldsOf(rig, 'message.inbound');
    const flags = Object.fromEntries(items.map((field) => [field.path, field.flags]));
    const [eventId] = ids;
    expect(flags).toMatchObject({
      id: [{ kind: 'retyped', eventId, before: 6, from: ['string'], to: ['integer'] }],
      data: [],
      'data.text': [{ kind: 'missing', had: 6, of: 6, recent: 6 }],
      'data.amount': [],
      'data.reply': [{ kind: 'new', eventId, before: 6 }],
      'data.reply.to': [],
    });
    expect(items.find(({ path }) => path === 'data.reply.to')).toMatchObject({
      q: 'body.data.reply.to:*',
      events: 6,
      firstSeen: { eventId },
      lastSeen: { eventId: ids[5] },
      examples: [{ text: 'm0', kind: 'string', eventId: ids[5] }],
    });
    expect(await driftOf(rig, eventId)).toMatchObject({
      compared: 6,
      newFields: ['data.reply'],
      retypedFields: [{ path: 'id', to: ['integer'] }],
    });
    expect(await driftOf(rig, ids[1])).toMatchObject({
      compared: 7,
      newFields: [],
      retypedFields: [],
    });
  });

  it('takes in what comes later, and forgets what is deleted or turns out to be of another type', async () => {
    await using rig = await openRig();
    const seen = async (type: string) => {
      const { items } = await fieldsOf(rig, type);
      return items.map(({ path, events }) => `${path} ${events}`);
    };
    await send(rig, 'a', { x: 1 });
    const second = await send(rig, 'a', { x: 1, secret: 'hunter2' });
    expect(await seen('a')).toEqual(['x 2', 'secret 1']);
    await send(rig, 'a', { y: 1 });
    expect(await seen('a')).toEqual(['x 2', 'secret 1', 'y 1']);
    await change(rig, 'delete', [second]);
    const after = await rig.ask('/api/drift/fields?provider=zavu&type=a');
    expect(await after.text()).not.toContain('hunter2');
    expect(await seen('a')).toEqual(['y 1', 'x 1']);
    await change(rig, 'restore', [second]);
    expect(await seen('a')).toEqual(['y 1', 'x 2', 'secret 1']);
    await read(rig, second, 'b');
    expect(await seen('a')).toEqual(['y 1', 'x 1']);
    expect(await seen('b')).toEqual(['x 1', 'secret 1']);
  });

  it('counts bodies that it does not look at', async () => {
    await using rig = await openRig();
    await send(rig, 'a', null, { body: 'a=1' });
    await send(rig, 'a', null, { body: '{"a":' });
    await send(rig, 'a', null, { body: JSON.stringify({ a: 'x'.repeat(300_000) }) });
    await send(rig, 'a', null, { body: '{"a":1', bodyState: 'truncated' });
    await send(rig, 'a', null, gzipped('{"a":1}'));
    await send(rig, 'a', null, { body: `{"deep":${'['.repeat(50_000)}${']'.repeat(50_000)}}` });
    const { type, items } = await fieldsOf(rig, 'a');
    expect(type).toMatchObject({
      looked: 6,
      events: 2,
      skipped: { notJson: 2, tooLarge: 1, incomplete: 1 },
      cut: true,
    });
    expect(items.map(({ path }) => path)).toContain('a');
  });

  it('answers for events of no known provider, and 404 for types that never came', async () => {
    await using rig = await openRig();
    await rig.capture({ body: '{"a":1}' });
    const own = await rig.ask('/api/drift/fields');
    expect(await own.json()).toMatchObject({ type: { provider: null, eventType: null, events: 1 } });
    for (const [path, code] of [
      ['/api/drift/fields?provider=zavu&type=x', 'not-found'],
      ['/api/drift/shape?format=zod&provider=zavu', 'not-found'],
      ['/api/drift/shape?format=java', 'query-invalid'],
      ['/api/drift/fields?name=x', 'query-invalid'],
      ['/api/events/evt_00000000000000000000000000/drift', 'not-found'],
    ] as const) {
      expect(await problemOf(rig, path)).toMatchObject({ code });
    }
  });

  it('writes the shape as code and as a schema', async () => {
    await using rig = await openRig();
    await send(rig, 'a.b', { id: 'x', n: 1 });
    const shape = async (format: string) => {
      const answer = await rig.ask(`/api/drift/shape?provider=zavu&type=a.b&format=${format}`);
      return ShapeText.parse(await answer.json());
    };
    const typescript = await shape('typescript');
    expect(typescript).toMatchObject({ events: 1, samples: 0, cut: false });
    expect(typescript.text).toContain('export type ZavuAB = {\n  id: string;\n  n: number;\n};');
    expect((await shape('zod')).text).toContain('n: z.int(),');
    expect(JSON.parse((await shape('json-schema')).text)).toMatchObject({ required: ['id', 'n'] });
  });
});
