import type { OpenDelivery, Store } from '@hooktap/core';
import { toInstant, wordsMatcher } from '@hooktap/core';
import type { EventId } from '@hooktap/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeDeliveryLog } from './delivery-log-contract.ts';
import { addEvent, attemptRecord, buildEvent, deliveryOf, epoch } from './testing-events.ts';

const everything = { keepEvents: 1e9, keepDays: 1e6, keepBytes: 1e12 };
const never = { now: epoch, hiddenBefore: toInstant(0) };

/** What every store must do, whatever it is made of. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describeDeliveryLog(name, open);
  describe(`${name} as a store`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const mark = (id: Parameters<Store['event']>[0], marks: { pinned?: boolean; note?: string }) =>
      store.append({ type: 'annotation', seq: store.nextSeq(), eventId: id, marks }).durable;
    const hide = (ids: readonly EventId[], at = toInstant(epoch)) =>
      store.append({ type: 'deleted', seq: store.nextSeq(), ids, at }).durable;

    it('shows an append at once, before it is on disk', async () => {
      const { id, record } = await buildEvent(store);
      const commit = store.append(record);
      expect((await store.event(id))?.rawHeaders).toEqual(record.event.rawHeaders);
      expect(await commit.written).toEqual({ ok: true });
      expect(await commit.durable).toEqual({ ok: true });
    });

    it('shows at once what was appended for later', async () => {
      const id = await addEvent(store);
      const reply = { statusCode: 200, source: 'ack', sentAt: toInstant(epoch) } as const;
      store.appendLater({ type: 'reply', seq: store.nextSeq(), eventId: id, reply });
      expect(await store.listItem(id)).toMatchObject({ reply });
    });

    it('gives back bodies byte for byte, whole and in ranges', async () => {
      const bytes = Buffer.from([0, 255, 254, 13, 10, 128, 65]);
      const id = await addEvent(store, bytes);
      const body = await store.body({ of: 'event', eventId: id });
      expect(await read(body)).toEqual(bytes);
      expect(await read(body, { start: 1, end: 3 })).toEqual(bytes.subarray(1, 3));
      expect(await read(body, { start: 2, end: 2 })).toEqual(Buffer.alloc(0));
    });

    it('folds reply, marks, deliveries and attempts into the event', async () => {
      const id = await addEvent(store);
      const delivery = deliveryOf(id, 'pending');
      const reply = { statusCode: 200, source: 'handler', sentAt: toInstant(epoch) } as const;
      store.append({ type: 'reply', seq: store.nextSeq(), eventId: id, reply });
      store.append({ type: 'delivery', seq: store.nextSeq(), delivery });
      expect(store.counts().openDeliveries).toBe(1);
      const open: OpenDelivery[] = [];
      for await (const one of store.openDeliveries()) open.push(one);
      expect(open.map((one) => one.delivery.id)).toEqual([delivery.id]);
      const side = { of: 'attempt', deliveryId: delivery.id, number: 1 } as const;
      expect(await store.body({ ...side, side: 'response' })).toBeNull();
      expect(String(await read(await store.body({ ...side, side: 'request' })))).toBe('{"text":"hello"}');
      store.append(await attemptRecord(store, delivery, 'thanks'));
      store.append({
        type: 'delivery',
        seq: store.nextSeq(),
        delivery: { ...delivery, status: 'succeeded' },
      });
      await mark(id, { pinned: true, note: 'look' });
      const event = await store.event(id);
      expect(event).toMatchObject({ reply, pinned: true, note: 'look', delivery: { status: 'succeeded' } });
      expect((await store.delivery(delivery.id))?.attempts).toHaveLength(1);
      expect(store.counts()).toMatchObject({ events: 1, pinned: 1, openDeliveries: 0 });
      expect(String(await read(await store.body({ ...side, side: 'response' })))).toBe('thanks');
      expect(String(await read(await store.body({ ...side, side: 'request' })))).toBe('{"text":"hello"}');
    });

    it('pages by seq in both directions', async () => {
      for (let count = 0; count < 7; count++) await addEvent(store);
      const all = await store.matching([]);
      const first = await store.page({ words: [], limit: 3 });
      expect(first).toMatchObject({ hasOlder: true, hasNewer: false, total: 7, totalIsExact: true });
      expect(first.items.map(({ id }) => id)).toEqual(all.slice(0, 3));
      const second = await store.page({ words: [], limit: 3, before: first.items[2]?.seq ?? 0 });
      expect(second.items.map(({ id }) => id)).toEqual(all.slice(3, 6));
      expect(second).toMatchObject({ hasOlder: true, hasNewer: true });
      const back = await store.page({ words: [], limit: 3, after: second.items[0]?.seq ?? 0 });
      expect(back.items.map(({ id }) => id)).toEqual(all.slice(0, 3));
      expect(back).toMatchObject({ hasOlder: true, hasNewer: false });
    });

    it('hides and restores', async () => {
      const [one, two] = [await addEvent(store), await addEvent(store)];
      await hide([one]);
      expect(await store.event(one)).toBeNull();
      expect(await store.matching([])).toEqual([two]);
      expect(await store.hidden([one, two])).toEqual([one]);
      expect(await store.hidden('all')).toEqual([one]);
      expect(store.counts().events).toBe(1);
      store.append({ type: 'restored', seq: store.nextSeq(), ids: [one] });
      expect(await store.matching([])).toEqual([two, one]);
    });

    it('finds what is hidden, and nothing else, where it is asked for that', async () => {
      const [one, two, three, seen] = [
        await addEvent(store, '{"text":"the milk"}'),
        await addEvent(store, '{"text":"the bread"}'),
        await addEvent(store, '{"text":"the milk, again"}'),
        await addEvent(store, '{"text":"more milk"}'),
      ];
      await mark(two, { note: 'Not the milk' });
      await hide([one, two, three]);
      const milk = wordsMatcher(['MILK']);
      expect(new Set(await store.hidden('all', milk))).toEqual(new Set([one, two, three]));
      expect(await store.hidden([three, seen, one], milk)).toEqual([three, one]);
      expect(await store.hidden('all', wordsMatcher(['milk', 'again']))).toEqual([three]);
      expect(await store.hidden('all', wordsMatcher(['more']))).toEqual([]);
    });

    it('finds words in target, headers, text, escaped text and notes, without case', async () => {
      const id = await addEvent(store, '{"text":"Ol\\u00e1 mundo \\"quoted\\"","n":"日本"}');
      await addEvent(store, '{"text":"other"}');
      await mark(id, { note: 'Remember the milk' });
      for (const word of ['OLÁ', 'mundo', '"quoted"', '\\u00e1', '日本', 'MILK', id]) {
        expect(await store.matching([word]), word).toEqual([id]);
      }
      expect(await store.matching(['/webhooks/zavu', 'application/json'])).toHaveLength(2);
      expect(await store.matching(['mundo', 'other'])).toEqual([]);
      const page = await store.page({ words: ['mundo'], limit: 10 });
      expect(page).toMatchObject({ total: 1, totalIsExact: true, hasOlder: false });
    });

    it('erases what was hidden long enough, and only that', async () => {
      const [one, two] = [await addEvent(store), await addEvent(store)];
      await hide([one], toInstant(epoch - 1000));
      await hide([two], toInstant(epoch));
      expect(await store.retain(everything, { now: epoch, hiddenBefore: toInstant(epoch) })).toEqual([one]);
      expect(await store.hidden([one, two])).toEqual([two]);
    });

    it('lets flawed and blocked events go first, then the oldest, never pinned or open ones', async () => {
      const pinned = await addEvent(store);
      await mark(pinned, { pinned: true });
      const open = await addEvent(store);
      await store.append({ type: 'delivery', seq: store.nextSeq(), delivery: deliveryOf(open, 'held') })
        .durable;
      const oldest = await addEvent(store);
      const blocked = await addEvent(store);
      const reply = { statusCode: 404, source: 'blocked', sentAt: toInstant(epoch) } as const;
      await store.append({ type: 'reply', seq: store.nextSeq(), eventId: blocked, reply }).durable;
      const newest = await addEvent(store);
      expect(await store.retain({ ...everything, keepEvents: 4 }, never)).toEqual([blocked]);
      expect(await store.retain({ ...everything, keepEvents: 3 }, never)).toEqual([oldest]);
      expect(await store.retain({ ...everything, keepEvents: 0 }, never)).toEqual([newest]);
      expect(await store.matching([])).toEqual([open, pinned]);
      expect(store.counts()).toMatchObject({ events: 2, pinned: 1 });
    });

    it('tells apart what was hidden already and what was shown until it was erased', async () => {
      const [seen, hidden, kept] = [await addEvent(store), await addEvent(store), await addEvent(store)];
      await hide([hidden], toInstant(epoch - 1000));
      const told: (readonly EventId[])[] = [];
      const numbers: number[] = [];
      const gone = await store.retain(
        { ...everything, keepEvents: 1 },
        {
          now: epoch,
          hiddenBefore: toInstant(epoch),
          takeSeq() {
            numbers.push(store.nextSeq());
            return store.currentSeq();
          },
          onErased: (ids) => told.push(ids),
        },
      );
      expect(new Set(gone)).toEqual(new Set([seen, hidden]));
      expect(told).toEqual([[seen]]);
      const [last] = (await store.recentChanges(100)).slice(-1);
      expect(last).toEqual({ type: 'event.deleted', seq: numbers[0], ids: [seen] });
      expect(await store.matching([])).toEqual([kept]);
    });

    it('erases by age and by bytes', async () => {
      const old = await addEvent(store, 'x', { receivedAt: toInstant(epoch - 2 * 86_400_000) });
      const large = await addEvent(store, 'y'.repeat(5000));
      const small = await addEvent(store, 'z');
      expect(await store.retain({ ...everything, keepDays: 1 }, never)).toEqual([old]);
      const keepBytes = store.counts().storedBytes - 4000;
      expect(await store.retain({ ...everything, keepBytes }, never)).toEqual([large]);
      expect(await store.matching([])).toEqual([small]);
    });

    it('tells recent changes, keeps settings and refuses appends once closed', async () => {
      const id = await addEvent(store);
      await mark(id, { note: 'x' });
      const changes = await store.recentChanges(10);
      expect(changes.map(({ type }) => type)).toEqual(['event.captured', 'event.updated']);
      await store.setSetting('tunnel', 'calm-owl');
      expect(store.setting('tunnel')).toBe('calm-owl');
      const { record } = await buildEvent(store);
      await store.close();
      expect(await store.append(record).durable).toMatchObject({ ok: false, error: { kind: 'closed' } });
    });
  });
}

async function read(
  body: Awaited<ReturnType<Store['body']>>,
  range?: { start: number; end: number },
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  if (body) for await (const piece of body.read(range)) pieces.push(piece);
  return Buffer.concat(pieces);
}
