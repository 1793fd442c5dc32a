import type { EventListItem, EventPage, StreamChange } from '@hooktap/protocol';
import { expect, test } from 'vitest';
import { type EventsAction, eventsReducer } from './events-reducer.ts';
import { type EventsState, noEvents } from './events-state.ts';

const item = (seq: number) => ({ id: `evt_${seq}`, seq, pinned: false }) as unknown as EventListItem;
const captured = (seq: number): StreamChange => ({ type: 'event.captured', seq, event: item(seq) });
const page = (seqs: readonly number[], extra: Partial<EventPage> = {}): EventPage => ({
  items: seqs.map(item),
  nextCursor: null,
  prevCursor: null,
  total: seqs.length,
  totalIsExact: true,
  seq: Math.max(0, ...seqs),
  ...extra,
});
const after = (actions: readonly EventsAction[], from: EventsState = noEvents) =>
  actions.reduce(eventsReducer, from);
const rows = (state: EventsState) => state.pages.flatMap(({ items }) => items.map(({ seq }) => seq));
const snapshot = (seqs: readonly number[], extra?: Partial<EventPage>): EventsAction => ({
  type: 'snapshot',
  q: '',
  page: page(seqs, extra),
});
const changes = (...list: StreamChange[]): EventsAction => ({ type: 'changes', changes: list });

test('a new event goes to the top and is counted', () => {
  const state = after([snapshot([2, 1]), changes(captured(3))]);
  expect(rows(state)).toEqual([3, 2, 1]);
  expect(state.total).toBe(3);
});

test('what the snapshot already holds is not applied again', () => {
  const state = after([snapshot([2, 1]), changes(captured(2), captured(1))]);
  expect(rows(state)).toEqual([2, 1]);
  expect(state.total).toBe(2);
});

test('a change that came before its older snapshot is kept', () => {
  const asking: EventsAction = { type: 'asking', asking: true };
  const state = after([snapshot([1]), asking, changes(captured(2)), snapshot([1], { seq: 1 })]);
  expect(rows(state)).toEqual([2, 1]);
});

test('what came before a part of the list was there is kept when the whole follows', () => {
  const state = after([
    { type: 'asking', asking: true },
    changes({ type: 'event.deleted', seq: 5, ids: [item(3).id] }, captured(6)),
    snapshot([4, 3], { seq: 4, partial: true, totalIsExact: false }),
    changes(captured(7)),
    snapshot([4, 3, 2, 1], { seq: 4 }),
  ]);
  expect(rows(state)).toEqual([7, 6, 4, 2, 1]);
  expect(state.sinceAsked).toBeNull();
});

test('held arrivals move no row until they are asked for', () => {
  const held = after([snapshot([1]), { type: 'hold', holding: true }, changes(captured(2), captured(3))]);
  expect(rows(held)).toEqual([1]);
  expect(held.arrivals.map(({ seq }) => seq)).toEqual([3, 2]);
  const shown = after([{ type: 'show-arrivals' }], held);
  expect(rows(shown)).toEqual([3, 2, 1]);
  expect(shown.arrivals).toEqual([]);
});

test('an update replaces its row, a deletion takes it away wherever it waits', () => {
  const pinned = { ...item(1), pinned: true };
  const state = after([
    snapshot([2, 1]),
    { type: 'hold', holding: true },
    changes(captured(3)),
    changes({ type: 'event.updated', seq: 4, event: pinned }),
    changes({ type: 'event.deleted', seq: 5, ids: [item(2).id, item(3).id] }),
  ]);
  expect(state.pages[0]?.items).toEqual([pinned]);
  expect(state.arrivals).toEqual([]);
  expect(state.total).toBe(1);
});

test('with a query the server is asked which arrivals match', () => {
  const state = after([
    { type: 'query', q: 'x' },
    { type: 'snapshot', q: 'x', page: page([1]) },
    changes(captured(2), captured(3)),
  ]);
  expect(state.staleSince).toBe(2);
  expect(rows(state)).toEqual([1]);
  const asked = after([{ type: 'head', q: 'x', page: page([3, 1]) }], state);
  expect(rows(asked)).toEqual([3, 1]);
  expect(asked.staleSince).toBeNull();
});

test('an answer to an earlier query is dropped', () => {
  const state = after([snapshot([1]), { type: 'query', q: 'x' }, snapshot([9])]);
  expect(rows(state)).toEqual([1]);
  expect(state.loaded).toBe(false);
});

test('memory is bounded: pages scrolled past leave only their number of rows', () => {
  const older = (seq: number): EventsAction => ({
    type: 'older',
    q: '',
    page: page([seq], { nextCursor: 'n', prevCursor: `p${seq}` }),
  });
  const start = after([snapshot([100], { nextCursor: 'n' })]);
  const far = after(
    Array.from({ length: 12 }, (_, index) => older(99 - index)),
    start,
  );
  expect(far.pages).toHaveLength(8);
  expect(far.firstIndex).toBe(5);
  const back = after([{ type: 'newer', q: '', page: page([96], { prevCursor: null }) }], far);
  expect(back.firstIndex).toBe(0);
  expect(rows(back)[0]).toBe(96);
});

test('more arrivals than are kept are not shown with a gap, but loaded afresh', () => {
  const many = Array.from({ length: 600 }, (_, index) => captured(index + 2));
  const held = after([snapshot([1]), { type: 'hold', holding: true }, changes(...many)]);
  expect(held.arrivals).toHaveLength(500);
  expect(held.hasGap).toBe(true);
  const shown = after([{ type: 'show-arrivals' }], held);
  expect(rows(shown)).toEqual([1]);
  const loaded = after([snapshot([601, 600], { nextCursor: 'n' })], shown);
  expect(loaded).toMatchObject({ hasGap: false, arrivals: [], holding: false });
});

test('a head that is all new leaves a gap, one that meets what is known does not', () => {
  const found: readonly EventsAction[] = [
    { type: 'query', q: 'x' },
    { type: 'snapshot', q: 'x', page: page([3, 1]) },
  ];
  const head = (seqs: readonly number[]): EventsAction => ({
    type: 'head',
    q: 'x',
    page: page(seqs, { nextCursor: 'n' }),
  });
  expect(after([...found, head([9, 8])]).hasGap).toBe(true);
  expect(after([...found, head([9, 3])]).hasGap).toBe(false);
});

test('however much comes while a snapshot is awaited, all of it is counted and shown', () => {
  const many = Array.from({ length: 900 }, (_, index) => captured(index + 2));
  const first = after([snapshot([1]), { type: 'asking', asking: true }]);
  const meanwhile = many.map((change) => changes(change));
  const state = after([...meanwhile, snapshot([1], { seq: 1 })], first);
  expect(state.total).toBe(901);
  expect(rows(state)).toHaveLength(901);
  expect(rows(state)[0]).toBe(901);
  expect(state.sinceAsked).toBeNull();
});

test('more than is kept while a snapshot is awaited is had by loading afresh', () => {
  const many = Array.from({ length: 10_001 }, (_, index) => captured(index + 2));
  const state = after([
    snapshot([1]),
    { type: 'asking', asking: true },
    changes(...many),
    changes(captured(20_000)),
    snapshot([1], { seq: 1 }),
  ]);
  expect(state.hasGap).toBe(true);
});

test('what arrives while the server looks for matches is asked for again', () => {
  const found: readonly EventsAction[] = [
    { type: 'query', q: 'x' },
    { type: 'snapshot', q: 'x', page: page([1]) },
    changes(captured(2)),
    changes(captured(3)),
    { type: 'head', q: 'x', page: page([2, 1], { seq: 2 }) },
  ];
  const state = after(found);
  expect(rows(state)).toEqual([2, 1]);
  expect(state.staleSince).toBe(3);
  const next = after([{ type: 'head', q: 'x', page: page([3, 2, 1]) }], state);
  expect(rows(next)).toEqual([3, 2, 1]);
  expect(next.staleSince).toBeNull();
});

test('of changes that come together each counts in its order', () => {
  const pinned = { ...item(3), pinned: true };
  const state = after([
    snapshot([2, 1]),
    changes(
      captured(3),
      { type: 'event.updated', seq: 4, event: pinned },
      captured(5),
      { type: 'event.deleted', seq: 6, ids: [item(5).id, item(1).id] },
      captured(7),
    ),
  ]);
  expect(state.pages.flatMap(({ items }) => items)).toEqual([item(7), pinned, item(2)]);
  expect(state).toMatchObject({ total: 3, seq: 7 });
});

test('what is gone leaves the total of everything, whether its rows are loaded or not', () => {
  const state = after([
    snapshot([9, 8], { total: 9 }),
    changes({ type: 'event.deleted', seq: 10, ids: [item(8).id, item(2).id, item(1).id] }),
  ]);
  expect(rows(state)).toEqual([9]);
  expect(state).toMatchObject({ total: 6, staleSince: null });
});

test('with a query the server is asked how many of the gone it had found', () => {
  const loaded = after([
    { type: 'query', q: 'x' },
    { type: 'snapshot', q: 'x', page: page([9, 8], { total: 5 }) },
    changes({ type: 'event.deleted', seq: 10, ids: [item(8).id] }),
  ]);
  expect(loaded).toMatchObject({ total: 4, staleSince: null });
  const others = after([changes({ type: 'event.deleted', seq: 11, ids: [item(2).id, item(1).id] })], loaded);
  expect(others).toMatchObject({ total: 4, staleSince: 11 });
  const head: EventsAction = { type: 'head', q: 'x', page: page([9], { total: 3, seq: 11 }) };
  expect(after([head], others)).toMatchObject({ total: 3, staleSince: null });
});

test('what is restored counts at once, and its rows come with the list loaded afresh', () => {
  const back: StreamChange = { type: 'event.restored', seq: 10, ids: [item(8).id, item(2).id] };
  const all = after([snapshot([9], { total: 7 }), changes(back)]);
  expect(all).toMatchObject({ total: 9, hasGap: true, staleSince: null });
  expect(rows(all)).toEqual([9]);
  expect(after([snapshot([9, 8, 2], { total: 9, seq: 10 }), changes(back)], all)).toMatchObject({
    total: 9,
    hasGap: false,
  });
  const searched = after([
    { type: 'query', q: 'x' },
    { type: 'snapshot', q: 'x', page: page([9], { total: 1 }) },
    changes(back),
  ]);
  expect(searched).toMatchObject({ total: 1, hasGap: true, staleSince: 10 });
});
