import { readdir, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import {
  deliveryDigest,
  deliveryQueryMatcher,
  type Store,
  type StoreRecord,
  toInstant,
  ulidSource,
} from '@hooktap/core';
import type { Delivery, DeliveryStatus, DeliverySummary, Event, EventId } from '@hooktap/protocol';
import { deliveryMatcher, parseQuery } from '@hooktap/query';
import { describe, expect, it } from 'vitest';
import { createMemoryStore } from './memory-store.ts';
import { attemptRecord, buildEvent, deliveryOf, epoch, testClock } from './testing-events.ts';
import { newDataDir, openStore } from './testing-store.ts';

const small = { segmentEvents: 5 };
const statuses: readonly DeliveryStatus[] = [
  'pending',
  'retrying',
  'held',
  'succeeded',
  'failed',
  'cancelled',
];
const queries = [
  ...['', 'status:failed', '-status:failed', 'code:2xx', 'failure:timeout', 'attempts:>1', 'cause:replay'],
  ...['took:>5ms', 'took:>3ms provider:zavu', 'target:*:4000/*', 'endpoint:pay', '-endpoint:pay olá'],
  ...['provider:zavu', '-provider:zavu', 'mundo OR status:held', 'olá (status:failed OR provider:zavu)'],
  ...['id:dlv_', 'id:evt_', '-(id:wamid.1 OR status:succeeded)', 'since:2026-11-21T12:00:40Z', 'size:>12'],
];

/** The same numbers in each run, so that what fails once fails again. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Both stores are told the same: captures, deliveries that go on much later, replays, hiding and erasing. */
async function filled(): Promise<{ dir: string; lowdb: Store; memory: Store }> {
  const dir = await newDataDir();
  const lowdb = await openStore(dir, small);
  const memory = createMemoryStore({ clock: testClock });
  const next = numbers(11);
  const pick = <T>(of: readonly T[]): T => of[next(of.length)] as T;
  const events: EventId[] = [];
  const deliveries: DeliverySummary[] = [];
  const tell = async (record: StoreRecord) => {
    await lowdb.append(record).durable;
    memory.append(record);
  };
  const seq = () => lowdb.nextSeq();
  const begin = async (cause: DeliverySummary['cause'], eventId: EventId) => {
    const delivery: DeliverySummary = {
      ...deliveryOf(eventId, pick(statuses)),
      cause,
      endpoint: pick(['default', 'pay']),
      target: pick(['http://127.0.0.1:3000', 'http://127.0.0.1:4000/hook']),
      createdAt: toInstant(epoch + events.length * 1000),
    };
    deliveries.push(delivery);
    await tell({ type: 'delivery', seq: seq(), delivery });
  };
  const goOn = async (place: number) => {
    const delivery = { ...(deliveries[place] as DeliverySummary), status: pick(statuses) };
    deliveries[place] = delivery;
    const record = await attemptRecord(lowdb, delivery, 'x');
    if (record.type !== 'attempt') throw new Error('no attempt');
    const attempt = { ...record.attempt, timing: { ...record.attempt.timing, totalMs: next(10) } };
    const outcome = { kind: 'failed', failure: 'timeout', message: 'No answer.' } as const;
    if (next(2) === 0) await tell({ ...record, attempt });
    else await tell({ ...record, attempt: { ...attempt, outcome }, responseBody: null });
    await tell({ type: 'delivery', seq: seq(), delivery });
  };
  for (let count = 0; count < 60; count++) {
    const body = pick(['{"text":"olá"}', '{"text":"mundo"}', '{}']);
    const provider = pick(['zavu', 'stripe', null]);
    const { id, record } = await buildEvent(lowdb, body, { provider, providerEventId: `wamid.${count}` });
    await tell(record);
    events.push(id);
    if (next(4) > 0) await begin('arrival', id);
    for (let times = next(3); times > 0; times--) await goOn(next(deliveries.length));
    if (next(3) === 0) await begin('replay', pick(events));
    if (next(12) === 0)
      await tell({ type: 'deleted', seq: seq(), ids: [pick(events)], at: toInstant(epoch + count) });
    if (next(12) === 0) await tell({ type: 'restored', seq: seq(), ids: [pick(events)] });
    const at = { now: epoch, hiddenBefore: toInstant(epoch + 20) };
    const limits = { keepEvents: 1e9, keepDays: 1e6, keepBytes: 1e12 };
    if (count === 40) expect(await lowdb.retain(limits, at)).toEqual(await memory.retain(limits, at));
  }
  return { dir, lowdb, memory };
}

const parsed = (q: string) => {
  const { ok, ...rest } = parseQuery(q, { subject: 'delivery', now: epoch });
  if (!ok || !('query' in rest)) throw new Error(`${q}: ${JSON.stringify(rest)}`);
  return rest.query;
};

async function expectSame(lowdb: Store, memory: Store): Promise<void> {
  for (const q of queries) {
    const matcher = q === '' ? undefined : deliveryQueryMatcher(parsed(q), epoch);
    for (const status of [undefined, 'failed'] as const) {
      const ids = await memory.matchingDeliveries({ matcher, status });
      expect(await lowdb.matchingDeliveries({ matcher, status }), q).toEqual(ids);
      for (const before of [undefined, ids.at(-4)]) {
        const query = { matcher, status, before, limit: 3 };
        expect(await lowdb.deliveries(query), q).toEqual(await memory.deliveries(query));
      }
    }
  }
}

/** By looking at every delivery with its event. */
async function closely(store: Store, q: string) {
  const matcher = deliveryMatcher(parsed(q), { now: epoch });
  const found = [];
  for (const id of await store.matching([])) {
    const event = (await store.event(id)) as Event;
    const text = await textOf(store, id);
    const view = {
      item: event,
      rawHeaders: () => event.rawHeaders,
      bodyReadings: () => [text],
      isReplayed: () => event.deliveries.some(({ cause }) => cause === 'replay'),
      isUnread: () => false,
    };
    const isFound = (delivery: Delivery) =>
      matcher.matches({ delivery, digest: deliveryDigest(delivery), event: () => view });
    found.push(...event.deliveries.filter(isFound).map((delivery) => delivery.id));
  }
  return found.sort();
}

async function textOf(store: Store, eventId: EventId): Promise<string> {
  const body = await store.body({ of: 'event', eventId });
  const pieces: Buffer[] = [];
  for await (const piece of body?.read() ?? []) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

const tableFiles = async (dir: string): Promise<string[]> =>
  (await readdir(join(dir, 'segments')))
    .filter((name) => name.endsWith('.deliveries'))
    .toSorted()
    .map((name) => join(dir, 'segments', name));

describe('the delivery log', () => {
  it('finds what looking at every delivery closely finds', async () => {
    const { lowdb, memory } = await filled();
    for (const q of queries) {
      const matcher = deliveryQueryMatcher(parsed(q), epoch);
      expect(await memory.matchingDeliveries({ matcher }), q).toEqual(await closely(memory, q));
    }
    await lowdb.close();
  });

  it('is the same in the run, reopened, and without tables', async () => {
    const { dir, lowdb, memory } = await filled();
    await expectSame(lowdb, memory);
    await lowdb.close();
    const again = await openStore(dir, small);
    await expectSame(again, memory);
    await again.close();
    const files = await tableFiles(dir);
    expect(files.length).toBeGreaterThan(8);
    for (const file of files) await rm(file);
    const bare = await openStore(dir, small);
    await expectSame(bare, memory);
    await bare.close();
    expect(await tableFiles(dir)).toEqual(files);
  });

  it('trusts no table that is cut short or of another segment', async () => {
    const { dir, lowdb, memory } = await filled();
    // It makes what there was no quiet moment for.
    await expectSame(lowdb, memory);
    await lowdb.close();
    const [first = '', second = '', third = ''] = await tableFiles(dir);
    await truncate(first, 10);
    await truncate(second, 400);
    await rm(third);
    const again = await openStore(dir, small);
    await expectSame(again, memory);
    await again.close();
  });

  it('counts and finds in segments that its page has nothing of', async () => {
    const dir = await newDataDir();
    const store = await openStore(dir, small);
    const begun: DeliverySummary[] = [];
    const note = (delivery: DeliverySummary) =>
      store.append({ type: 'delivery', seq: store.nextSeq(), delivery }).durable;
    for (let count = 0; count < 20; count++) {
      const { id, record } = await buildEvent(store);
      store.append(record);
      const delivery = deliveryOf(id, count === 6 ? 'failed' : 'succeeded');
      // As a clock does that was set back: a later id stands in an early segment.
      begun.push(count === 3 ? { ...delivery, id: ulidSource().delivery(Date.now() + 3_600_000) } : delivery);
      // One is settled only when the next segment has begun.
      if (count === 9) await note({ ...delivery, status: 'pending' });
      else await note(begun[count] as DeliverySummary);
      if (count === 11) await note(begun[9] as DeliverySummary);
    }
    const look = async () => {
      const { items, totals } = await store.deliveries({ limit: 2 });
      return [
        items.map(({ id }) => begun.findIndex((one) => one.id === id)),
        totals.succeeded,
        totals.failed + totals.pending,
      ];
    };
    expect(await look()).toEqual([[3, 19], 19, 1]);
    const [eighth, twelfth] = [begun[7], begun[11]];
    if (!eighth || !twelfth) throw new Error('too few');
    const at = toInstant(epoch);
    await store.append({ type: 'deleted', seq: store.nextSeq(), ids: [twelfth.eventId], at }).durable;
    expect(await look()).toEqual([[3, 19], 18, 1]);
    await note({ ...eighth, status: 'failed' });
    expect(await look()).toEqual([[3, 19], 17, 2]);
    const failed = await store.deliveries({ limit: 2, status: 'failed' });
    expect(failed.items.map(({ id }) => id)).toEqual([eighth.id, begun[6]?.id]);
    await store.close();
  });

  it('looks at the events of many deliveries part by part', async () => {
    const dir = await newDataDir();
    const store = await openStore(dir, { segmentEvents: 300 });
    const memory = createMemoryStore({ clock: testClock });
    const events: EventId[] = [];
    for (let count = 0; count < 1300; count++) {
      const { id, record } = await buildEvent(store, '{}', { provider: count % 400 === 0 ? 'zavu' : null });
      events.push(id);
      const begin = (eventId: EventId | undefined = id): StoreRecord => {
        const delivery = deliveryOf(eventId, count % 7 === 0 ? 'failed' : 'succeeded');
        return { type: 'delivery', seq: store.nextSeq(), delivery };
      };
      const records = [record, begin(), ...(count % 50 === 0 ? [begin(events[count / 50])] : [])];
      for (const one of records) for (const each of [store, memory]) each.appendLater(one);
    }
    for (const q of ['provider:zavu', 'status:failed OR provider:zavu']) {
      const matcher = deliveryQueryMatcher(parsed(q), epoch);
      const found = await store.deliveries({ matcher, limit: 500 });
      expect(found, q).toEqual(await memory.deliveries({ matcher, limit: 500 }));
      expect(await store.matchingDeliveries({ matcher, status: 'failed' })).toEqual(
        await memory.matchingDeliveries({ matcher, status: 'failed' }),
      );
    }
    await store.close();
  });
});
