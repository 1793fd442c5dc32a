import type { StreamChange } from '@hooktap/protocol';
import { expect, test } from 'vitest';
import { APART_MS, dueIn, happenedIn } from './due-notice.ts';

const captured = { type: 'event.captured' } as StreamChange;
const delivery = (id: string, status: string) =>
  ({ type: 'delivery.updated', delivery: { id, status } }) as unknown as StreamChange;

test('a delivery that fails counts once, one that is tried again does not', () => {
  const changes = [
    captured,
    delivery('dlv_1', 'failed'),
    delivery('dlv_1', 'failed'),
    delivery('dlv_2', 'retrying'),
  ];
  expect(happenedIn(changes, new Set())).toEqual({ arrived: 1, failed: 1, failures: ['dlv_1'] });
  expect(happenedIn(changes, new Set(['dlv_1']))).toMatchObject({ failed: 0 });
});

test('notices keep apart, and come only for what is wished for', () => {
  const happened = { arrived: 3, failed: 0 };
  expect(dueIn({ kind: 'all' }, happened, -APART_MS, 0)).toBe(0);
  expect(dueIn({ kind: 'all' }, happened, 1000, 3000)).toBe(APART_MS - 2000);
  expect(dueIn({ kind: 'failures' }, happened, 0, 100_000)).toBeNull();
  expect(dueIn({ kind: 'off' }, happened, 0, 100_000)).toBeNull();
});
