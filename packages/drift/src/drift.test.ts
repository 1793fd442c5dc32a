import {
  type CapturedEvent,
  describeBody,
  Publisher,
  type Store,
  systemClock,
  toInstant,
  ulidSource,
} from '@hooktap/core';
import type { EventId } from '@hooktap/protocol';
import { createMemoryStore } from '@hooktap/store';
import { describe, expect, it } from 'vitest';
import { Drift } from './drift.ts';
import type { SampleProviders } from './sample-shape.ts';

const ids = ulidSource();
const noProviders: SampleProviders = {
  get: async () => null,
  sample: async () => ({ ok: false, message: 'There is none.' }),
};

interface Rig {
  readonly store: Store;
  readonly publisher: Publisher;
  open(providers?: SampleProviders): Drift;
  capture(eventType: string | null, body: string): Promise<EventId>;
}

async function openRig(): Promise<Rig> {
  const store = createMemoryStore({ clock: systemClock });
  const publisher = await Publisher.open(store);
  return {
    store,
    publisher,
    open: (providers = noProviders) => new Drift({ store, publisher, providers, now: Date.now }),
    async capture(eventType, text) {
      const { event, body } = await captured(store, eventType, text);
      const place = publisher.place();
      store.append({ type: 'event', seq: place.seq, event: { ...event, seq: place.seq }, body });
      const item = await store.listItem(event.id);
      if (!item) throw new Error('It was not kept.');
      place.fill({ type: 'event.captured', event: item });
      return event.id;
    },
  };
}

async function captured(store: Store, eventType: string | null, text: string) {
  const writer = store.openBody();
  await writer.write(Buffer.from(text));
  const body = await writer.finish();
  const id = ids.event(Date.now());
  const event: CapturedEvent = {
    id,
    seq: 0,
    receivedAt: new Date().toISOString(),
    endpoint: 'default',
    via: 'direct',
    url: 'http://127.0.0.1/',
    method: 'POST',
    requestTarget: '/',
    path: '/',
    httpVersion: '1.1',
    rawHeaders: [],
    rawTrailers: [],
    remoteAddress: '127.0.0.1',
    body: describeBody(body, 'complete', [], ''),
    provider: 'zavu',
    providerReason: '',
    eventType,
    providerEventId: null,
    subject: null,
    verification: { verdict: 'unchecked' },
  };
  return { event, body };
}

const kind = (eventType: string | null) => ({ provider: 'zavu', eventType });

describe('Drift', () => {
  it('looks at the newest thousand of a type, also as more come, and says that there are older ones', async () => {
    const rig = await openRig();
    for (let n = 0; n < 1005; n += 1) await rig.capture('a', `{"n":${n}}`);
    const drift = rig.open();
    const { type } = (await drift.fields(kind('a'))) ?? {};
    expect(type).toMatchObject({ looked: 1000, events: 1000, hasOlder: true });
    for (let n = 0; n < 50; n += 1) await rig.capture('a', '{"later":true}');
    const after = await drift.fields(kind('a'));
    expect(after?.type.looked).toBeLessThanOrEqual(1000);
    expect(after?.type).toMatchObject({ hasOlder: true, flags: { new: 1 } });
    expect(after?.items.find(({ path }) => path === 'later')).toMatchObject({ events: 50 });
  });

  it('knows after a restart what it knew before, with nothing kept but the events', async () => {
    const rig = await openRig();
    const before = rig.open();
    await before.types();
    for (let n = 0; n < 8; n += 1) await rig.capture('a', `{"n":${n},"new":${n > 6 ? '1' : 'null'}}`);
    await rig.capture(null, '{"x":1}');
    const known = { types: await before.types(), fields: await before.fields(kind('a')) };
    const after = rig.open();
    expect({ types: await after.types(), fields: await after.fields(kind('a')) }).toEqual(known);
    expect(known.types.items.map(({ eventType }) => eventType)).toEqual([null, 'a']);
  });

  it('reads what was captured while it read', async () => {
    const rig = await openRig();
    for (let n = 0; n < 300; n += 1) await rig.capture('a', `{"n":${n}}`);
    const drift = rig.open();
    const first = drift.fields(kind('a'));
    await rig.capture('a', '{"meanwhile":1}');
    await first;
    const fields = await drift.fields(kind('a'));
    expect(fields?.type.events).toBe(301);
    expect(fields?.items.map(({ path }) => path)).toContain('meanwhile');
  });

  it('finds the types of events that were restored, also while it looked for types', async () => {
    const rig = await openRig();
    await rig.capture('a', '{}');
    const ids = [await rig.capture('b', '{}')];
    const at = toInstant(Date.now());
    await rig.store.append({ type: 'deleted', seq: rig.store.nextSeq(), ids, at }).durable;
    const drift = rig.open();
    const names = async () => (await drift.types()).items.map(({ eventType }) => eventType);
    const first = names();
    const place = rig.publisher.place();
    rig.store.append({ type: 'restored', seq: place.seq, ids });
    place.fill({ type: 'event.restored', ids });
    await first;
    expect(await names()).toEqual(['b', 'a']);
  });

  it('lists so many types, those with the newest events', async () => {
    const rig = await openRig();
    const drift = rig.open();
    for (let n = 0; n < 60; n += 1) await rig.capture(`type-${n}`, '{"a":1}');
    expect((await drift.types()).items).toHaveLength(60);
    for (let n = 60; n < 130; n += 1) await rig.capture(`type-${n}`, '{"a":1}');
    const later = await drift.types();
    expect(later).toMatchObject({ cut: true });
    expect(later.items).toHaveLength(100);
    expect(later.items[0]).toMatchObject({ eventType: 'type-129' });
    expect((await rig.open().types()).items.map(({ eventType }) => eventType)).toEqual(
      later.items.map(({ eventType }) => eventType),
    );
  });

  it('writes the shape of a type before its first event from the samples of its provider', async () => {
    const rig = await openRig();
    const drift = rig.open({
      get: async (name) =>
        name === 'zavu'
          ? ({ eventTypes: [{ name: 'a', says: '', samples: ['a', 'a:image', 'gone'] }] } as never)
          : null,
      sample: async (provider, name) => {
        const body = {
          a: '{"id":"x","text":"y"}',
          'a:image': '{"id":"x","media":{"url":"https://a.example/"}}',
        }[name];
        if (body === undefined) return { ok: false, message: 'There is none.' };
        return { ok: true, value: { provider, name, method: 'POST', rawHeaders: [], body } };
      },
    });
    expect(await drift.shape(kind('a'), 'typescript', false)).toBeNull();
    const sampled = await drift.shape(kind('a'), 'typescript', true);
    expect(sampled).toMatchObject({ events: 0, samples: 2 });
    expect(sampled?.text).toContain('  id: string;\n  text?: string;\n  media?: {');
    await rig.capture('a', '{"id":7,"own":true}');
    const joined = await drift.shape(kind('a'), 'typescript', true);
    expect(joined).toMatchObject({ events: 1, samples: 2 });
    expect(joined?.text).toContain('  id: string | number;');
    expect(joined?.text).toContain('  own?: boolean;');
    expect(await drift.shape(kind('b'), 'zod', true)).toBeNull();
  });
});
