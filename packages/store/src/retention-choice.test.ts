import type { RetentionLimits } from '@hooktap/core';
import type { EventId } from '@hooktap/protocol';
import { expect, test } from 'vitest';
import { pushedOut, type RetentionCandidate } from './retention-choice.ts';

const day = 86_400_000;
const limits = { keepEvents: 20, keepDays: 30, keepBytes: 2000 };

/** So many events of 10 bytes each, a second apart; the oldest first. */
const settled = (count: number): RetentionCandidate[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `evt_${index}` as EventId,
    at: 100 * day + index * 1000,
    bytes: 10,
    flawed: false,
  }));

const pushed = (
  candidates: RetentionCandidate[],
  held: { events: number; bytes: number },
  { now = 100 * day, ...others }: Partial<RetentionLimits> & { now?: number } = {},
) => pushedOut(candidates, held, { ...limits, ...others }, now).map(({ id }) => id);

test('what is pinned or waits counts: the oldest of the others go first', () => {
  expect(pushed(settled(10), { events: 20, bytes: 200 })).toEqual([]);
  expect(pushed(settled(10), { events: 23, bytes: 230 })).toEqual(['evt_0', 'evt_1', 'evt_2']);
});

test('however many are pinned or wait, the newest of the others stay', () => {
  const oldest = ['evt_0', 'evt_1', 'evt_2'];
  expect(pushed(settled(5), { events: 5000, bytes: 500 })).toEqual(oldest);
  expect(pushed(settled(23), { events: 23, bytes: 9000 }, { keepEvents: 100 })).toEqual(oldest);
});

test('what is too old goes whatever room there is', () => {
  const candidates = settled(3);
  expect(pushed(candidates, { events: 3, bytes: 30 }, { now: 130 * day + 1500 })).toEqual(['evt_0', 'evt_1']);
});
