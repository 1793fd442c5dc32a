import { EventId } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { TypeHistory } from './type-history.ts';

const idOf = (seq: number) => EventId.parse(`evt_${String(seq).padStart(26, '0')}`);

/** Every body has its own fields and kinds, so that forms are shared by none and some places are merged. */
function hostileHistory(events: number): TypeHistory {
  const history = new TypeHistory();
  for (let seq = 1; seq <= events; seq += 1) {
    const fields = Array.from({ length: 80 }, (_none, field) => [`f${seq}_${field}x`, seq % 3 ? field : 'a']);
    history.see({ id: idOf(seq), seq, at: seq }, JSON.stringify({ inner: Object.fromEntries(fields), seq }));
  }
  return history;
}

const plain = (history: TypeHistory) =>
  [...history.records.values()].map(({ node, events, open, kinds }) => [node.id, events, open, kinds]);

it('makes its records piece by piece, and they are those that are made at once', async () => {
  const [pieces, whole] = [hostileHistory(50), hostileHistory(50)];
  for (const history of [pieces, whole]) history.drop(new Set([idOf(7)]));
  let pauses = 0;
  const way = {
    async pause() {
      pauses += 1;
    },
  };
  await pieces.makeRecords(way);
  expect(pauses).toBe(49);
  expect(plain(pieces)).toEqual(plain(whole));
  // They are there: nothing more is to be done until something changes.
  await pieces.makeRecords(way);
  expect(pauses).toBe(49);
  pieces.drop(new Set([idOf(8)]));
  await pieces.makeRecords(way);
  expect(pauses).toBe(97);
});
