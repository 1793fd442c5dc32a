import type { EventId } from '@hooktap/protocol';
import { expect, test } from 'vitest';
import { allOf, extended, noMarks, toggled } from './marks.ts';

const list = ['a', 'b', 'c', 'd', 'e'] as unknown as readonly EventId[];
const [a, b, c, d, e] = list as readonly [EventId, EventId, EventId, EventId, EventId];

test('a mark is put and taken away', () => {
  const one = toggled(noMarks, b);
  expect([...one.ids]).toEqual([b]);
  expect(toggled(one, b).ids.size).toBe(0);
});

test('a range goes from the anchor either way and keeps what was marked', () => {
  const anchored = toggled(toggled(noMarks, a), d);
  expect([...extended(anchored, b, list, null).ids]).toEqual([a, d, b, c]);
  expect(extended(anchored, e, list, null).ids.has(e)).toBe(true);
});

test('without an anchor a range begins at the open event', () => {
  expect([...extended(noMarks, c, list, a).ids]).toEqual([a, b, c]);
  expect([...extended(noMarks, c, list, null).ids]).toEqual([c]);
});

test('an anchor that the list has let go does not mark the whole of it', () => {
  const gone = { ids: new Set<EventId>(), anchor: 'z' as unknown as EventId };
  expect([...extended(gone, c, list, null).ids]).toEqual([c]);
});

test('all of a list', () => {
  expect(allOf(list).ids.size).toBe(5);
  expect(allOf([]).anchor).toBeNull();
});
