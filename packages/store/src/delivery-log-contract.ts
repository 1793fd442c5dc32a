import { readDeliveryQuery, type Store, toInstant } from '@hooktap/core';
import type { DeliveryId, DeliveryStatus, DeliverySummary, EventId } from '@hooktap/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addEvent, attemptRecord, deliveryOf, epoch } from './testing-events.ts';

const everything = { keepEvents: 1e9, keepDays: 1e6, keepBytes: 1e12 };

/** The delivery log of every store. */
export function describeDeliveryLog(name: string, open: () => Promise<Store>): void {
  describe(`the delivery log of ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const note = (delivery: DeliverySummary) =>
      store.append({ type: 'delivery', seq: store.nextSeq(), delivery }).durable;
    const begin = async (eventId: EventId, status: DeliveryStatus, more: Partial<DeliverySummary> = {}) => {
      const delivery = { ...deliveryOf(eventId, status), ...more };
      await note(delivery);
      return delivery;
    };
    const idsOf = async (query: Partial<Parameters<Store['deliveries']>[0]> = {}) =>
      (await store.deliveries({ limit: 100, ...query })).items.map(({ id }) => id);
    const find = async (q: string) => {
      const read = readDeliveryQuery(q, epoch);
      if (!read.ok) throw new Error(read.error.message);
      return store.matchingDeliveries({ matcher: read.value.matcher });
    };

    it('leads from page to page, newest first, and counts by status', async () => {
      const ids: DeliveryId[] = [];
      for (const status of ['succeeded', 'failed', 'held', 'failed', 'succeeded', 'failed'] as const) {
        ids.push((await begin(await addEvent(store), status)).id);
      }
      ids.reverse();
      const first = await store.deliveries({ limit: 4 });
      expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, 4));
      expect(first).toMatchObject({ next: ids[3], totalIsExact: true });
      expect(first.totals).toEqual({
        pending: 0,
        retrying: 0,
        held: 1,
        succeeded: 2,
        failed: 3,
        cancelled: 0,
      });
      const second = await store.deliveries({ limit: 4, before: ids[3] });
      expect(second.items.map(({ id }) => id)).toEqual(ids.slice(4));
      expect(second.next).toBeNull();
      expect(second.totals).toEqual(first.totals);
      const failed = await store.deliveries({ limit: 2, status: 'failed' });
      expect(failed.items.map(({ id }) => id)).toEqual([ids[0], ids[2]]);
      expect(failed).toMatchObject({ next: ids[2], totals: first.totals });
      expect(await idsOf({ status: 'failed', before: ids[2] })).toEqual([ids[4]]);
      expect(await idsOf({ status: 'cancelled' })).toEqual([]);
      expect(await store.matchingDeliveries({ status: 'failed' })).toEqual([ids[4], ids[2], ids[0]]);
    });

    it('tells of each what its attempts came to and what it is about', async () => {
      const eventId = await addEvent(store, '{}', { provider: 'zavu', subject: 'READ' });
      const delivery = await begin(eventId, 'pending');
      await store.append(await attemptRecord(store, delivery, 'no')).durable;
      await note({ ...delivery, status: 'succeeded' });
      const replay = await begin(eventId, 'held', { cause: 'replay' });
      const { items } = await store.deliveries({ limit: 10 });
      expect(items).toEqual([
        { ...replay, digest: { status: 'held', attempts: 0 }, event: expect.anything() },
        {
          ...delivery,
          status: 'succeeded',
          digest: { status: 'succeeded', attempts: 1, lastStatusCode: 200, tookMs: 3 },
          event: {
            id: eventId,
            receivedAt: toInstant(epoch),
            method: 'POST',
            path: '/webhooks/zavu',
            provider: 'zavu',
            eventType: 'message.inbound',
            subject: 'READ',
          },
        },
      ]);
    });

    it('follows a delivery whose later records come after other events', async () => {
      const eventId = await addEvent(store);
      const delivery = await begin(eventId, 'pending');
      for (let count = 0; count < 4; count++) await addEvent(store);
      await store.append(await attemptRecord(store, delivery, 'late')).durable;
      await note({ ...delivery, status: 'failed' });
      for (let count = 0; count < 4; count++) await addEvent(store);
      const replay = await begin(eventId, 'held', { cause: 'replay' });
      const { items, totals } = await store.deliveries({ limit: 10 });
      expect(items.map(({ id, digest: { status, attempts } }) => [id, status, attempts])).toEqual([
        [replay.id, 'held', 0],
        [delivery.id, 'failed', 1],
      ]);
      expect(totals).toMatchObject({ pending: 0, failed: 1, held: 1 });
      expect(await find('code:200')).toEqual([delivery.id]);
      expect(await store.matchingDeliveries({ status: 'pending' })).toEqual([]);
    });

    it('finds by what is asked of deliveries, of their events, or of both', async () => {
      const zavu = await addEvent(store, '{"text":"olá"}', { provider: 'zavu' });
      const stripe = await addEvent(store, '{"text":"mundo"}', { provider: 'stripe' });
      const one = await begin(zavu, 'failed', { target: 'http://127.0.0.1:4000/hook' });
      const two = await begin(stripe, 'succeeded', { endpoint: 'pay' });
      const three = await begin(zavu, 'succeeded', { cause: 'replay' });
      const ids = [one, two, three].map(({ id }) => id);
      expect(await find('')).toEqual(ids);
      expect(await find('status:succeeded')).toEqual([two.id, three.id]);
      expect(await find('provider:zavu')).toEqual([one.id, three.id]);
      expect(await find('OLÁ cause:replay')).toEqual([three.id]);
      expect(await find('endpoint:pay OR target:*:4000*')).toEqual([one.id, two.id]);
      expect(await find('-(status:failed OR body.text:mundo)')).toEqual([three.id]);
      expect(await find(`id:${zavu}`)).toEqual([one.id, three.id]);
      expect(await find(`id:${two.id} OR mundo`)).toEqual([two.id]);
      expect(await find('nowhere')).toEqual([]);
    });

    it('lets the deliveries of hidden and erased events go', async () => {
      const [kept, gone] = [await addEvent(store), await addEvent(store)];
      const stays = await begin(kept, 'failed');
      await begin(gone, 'failed');
      for (let count = 0; count < 3; count++) await addEvent(store);
      const replay = await begin(gone, 'succeeded', { cause: 'replay' });
      const at = toInstant(epoch - 1000);
      await store.append({ type: 'deleted', seq: store.nextSeq(), ids: [gone], at }).durable;
      expect(await idsOf()).toEqual([stays.id]);
      expect((await store.deliveries({ limit: 1 })).totals).toMatchObject({ failed: 1, succeeded: 0 });
      await store.append({ type: 'restored', seq: store.nextSeq(), ids: [gone] }).durable;
      expect(await idsOf()).toHaveLength(3);
      expect(await idsOf({ limit: 1 })).toEqual([replay.id]);
      await store.append({ type: 'deleted', seq: store.nextSeq(), ids: [gone], at }).durable;
      await store.retain(everything, { now: epoch, hiddenBefore: toInstant(epoch) });
      expect(await idsOf()).toEqual([stays.id]);
      expect(await find('-provider:zavu')).toEqual([stays.id]);
    });
  });
}
