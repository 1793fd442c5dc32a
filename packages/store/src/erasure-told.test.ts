import { Publisher, toInstant } from '@hooktap/core';
import type { EventId } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { addEvent, epoch } from './testing-events.ts';
import { newDataDir, openStore } from './testing-store.ts';

const never = toInstant(0);

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
  const missed = await (await Publisher.open(again)).since(left);
  if (missed.kind === 'resync') throw new Error('It should be at hand.');
  const told = missed.changes.map((change) =>
    'ids' in change ? change.ids : 'event' in change && change.event.id,
  );
  expect(told).toEqual([meanwhile[1], known]);
  await again.close();
});
