import { Publisher, type Store, toInstant } from '@hooktap/core';
import type { EventId } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { addEvent, epoch } from './testing-events.ts';
import { newDataDir, openStore } from './testing-store.ts';

const never = toInstant(0);

/** Of each change the id of what came or changed, or the ids of what went. */
async function toldSince(store: Store, left: number) {
  const missed = await (await Publisher.open(store)).since(left);
  if (missed.kind === 'resync') throw new Error('It should be at hand.');
  return missed.changes.map((change) =>
    'ids' in change ? change.ids : 'event' in change && change.event.id,
  );
}

it('who was away hears of erased events that were known to it, not of those that came and went meanwhile', async () => {
  const dir = await newDataDir();
  const store = await openStore(dir);
  const known: EventId[] = [];
  for (let count = 0; count < 3; count++) known.push(await addEvent(store));
  const left = store.currentSeq();
  const meanwhile = [await addEvent(store), await addEvent(store)];
  const limits = { keepEvents: 1, keepDays: 1e6, keepBytes: 1e12 };
  const gone = await store.retain(limits, { now: epoch, hiddenBefore: never });
  expect(gone).toEqual([...known, meanwhile[0]]);
  await store.close();

  const again = await openStore(dir);
  expect(await toldSince(again, left)).toEqual([meanwhile[1], known]);
  await again.close();
});

it('who was away hears of what was deleted and brought back as of two changes that even out', async () => {
  const store = await openStore(await newDataDir());
  const known = await addEvent(store);
  const left = store.currentSeq();
  const meanwhile = await addEvent(store);
  const cameAndWent = await addEvent(store);
  const ids = [known, meanwhile, cameAndWent];
  await store.append({ type: 'deleted', seq: store.nextSeq(), ids, at: toInstant(epoch) }).durable;
  await store.append({ type: 'restored', seq: store.nextSeq(), ids }).durable;
  const again = { seq: store.nextSeq(), ids: [cameAndWent], at: toInstant(epoch) };
  await store.append({ type: 'deleted', ...again }).durable;
  expect(await toldSince(store, left)).toEqual([meanwhile, [known, meanwhile], [known, meanwhile]]);
  await store.close();
});
