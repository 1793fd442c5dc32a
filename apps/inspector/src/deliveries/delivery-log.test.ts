import type { DeliveryId, DeliveryListItem, DeliveryPage, DeliveryStatus, EventId } from '@hooktap/protocol';
import { expect, test } from 'vitest';
import { type DeliveryLogAction, deliveryLog, emptyLog } from './delivery-log.ts';

const id = (number: number) => `dlv_${String(number).padStart(26, '0')}` as DeliveryId;
const eventId = `evt_${'0'.repeat(26)}` as EventId;
const at = '2026-11-21T14:00:00.000Z';

function item(number: number, status: DeliveryStatus = 'held'): DeliveryListItem {
  return {
    id: id(number),
    eventId,
    endpoint: 'default',
    target: 'http://localhost:3000',
    cause: 'arrival',
    status,
    createdAt: at,
    signature: 'as-captured',
    digest: { status, attempts: 0 },
    event: {
      id: eventId,
      receivedAt: at,
      method: 'POST',
      path: '/',
      provider: null,
      eventType: null,
      subject: null,
    },
  };
}

function page(seq: number, items: DeliveryListItem[], nextCursor: string | null = null): DeliveryPage {
  const { totals } = emptyLog;
  return { items, nextCursor, total: items.length, totalIsExact: true, totals, seq };
}

const after = (...actions: DeliveryLogAction[]) => actions.reduce(deliveryLog, emptyLog);
const numbers = (items: readonly DeliveryListItem[]) => items.map((one) => Number(one.id.slice(4)));
const head = (given: DeliveryPage): DeliveryLogAction => ({ type: 'head', key: '', page: given });

function updated(seq: number, number: number, status: DeliveryStatus) {
  const { digest: _, event: __, ...delivery } = item(number, status);
  return { type: 'delivery.updated' as const, seq, delivery };
}

test('a change of the stream shows in its row, and one that the page had already does not', () => {
  const state = after(head(page(10, [item(2), item(1)])), {
    type: 'changes',
    changes: [updated(9, 2, 'cancelled'), updated(11, 1, 'succeeded')],
  });
  expect(state.items.map(({ status, digest }) => [status, digest.status])).toEqual([
    ['held', 'held'],
    ['succeeded', 'succeeded'],
  ]);
});

test('a page that was read before a change but comes after it does not undo it', () => {
  const state = after({ type: 'changes', changes: [updated(11, 1, 'succeeded')] }, head(page(10, [item(1)])));
  expect(state.items[0]?.status).toBe('succeeded');
});

test('new ones come in at the top, older ones stay below', () => {
  const state = after(
    head(page(1, [item(4), item(3)], 'c3')),
    { type: 'older', key: '', page: page(1, [item(2), item(1)], 'c1') },
    head(page(5, [item(6), item(5), item(4)], 'c4')),
  );
  expect(numbers(state.items)).toEqual([6, 5, 4, 3, 2, 1]);
  expect(state.nextCursor).toBe('c1');
});

test('where more came than a page holds, the list begins anew rather than with a gap', () => {
  const state = after(head(page(1, [item(2), item(1)], 'c1')), head(page(9, [item(9), item(8)], 'c8')));
  expect(numbers(state.items)).toEqual([9, 8]);
  expect(state.nextCursor).toBe('c8');
});

test('a list read at its top does not grow for ever', () => {
  const many = Array.from({ length: 3001 }, (_, index) => item(3001 - index));
  const state = after(head(page(1, many, 'c1')), head(page(2, [item(3002), item(3001)], 'c3001')));
  expect(numbers(state.items)).toEqual([3002, 3001]);
  expect(state.nextCursor).toBe('c3001');
});

test('nothing moves under the hand: arrivals wait, changes show, rows stay', () => {
  const held = after(
    head(page(1, [item(2), item(1)])),
    { type: 'hold', holding: true },
    head(page(5, [item(3), item(2, 'succeeded')])),
  );
  expect(numbers(held.items)).toEqual([2, 1]);
  expect(numbers(held.arrivals)).toEqual([3]);
  expect(held.items[0]?.status).toBe('succeeded');
  const shown = deliveryLog(held, { type: 'hold', holding: false });
  expect(numbers(shown.items)).toEqual([3, 2, 1]);
  expect(shown.arrivals).toEqual([]);
});

test('what no longer has the status that was asked for leaves with the next page', () => {
  const state = [
    { type: 'ask' as const, key: 'held', status: 'held' as const },
    { type: 'head' as const, key: 'held', page: page(1, [item(3), item(2), item(1)], 'c1') },
    { type: 'changes' as const, changes: [updated(2, 1, 'succeeded'), updated(3, 3, 'succeeded')] },
    { type: 'head' as const, key: 'held', page: page(4, [item(2)]) },
  ].reduce(deliveryLog, emptyLog);
  expect(numbers(state.items)).toEqual([2]);
});

test('pages of another search are not taken', () => {
  const asked = after({ type: 'ask', key: 'b', status: null }, head(page(1, [item(1)])));
  expect(asked.loaded).toBe(false);
  expect(asked.items).toEqual([]);
});
