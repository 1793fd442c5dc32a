import { expect, it } from 'vitest';
import type { Delivery } from './delivery.ts';
import { attemptsInTime, earlierAttempts } from './earlier-attempts.ts';

const at = (second: number) => `2026-11-22T10:00:0${second}.000Z`;
/** A delivery made in the first of these seconds, with an attempt in each of the others. */
const delivery = (target: string, cause: Delivery['cause'], made: number, ...begun: readonly number[]) =>
  ({
    target,
    cause,
    createdAt: at(made),
    attempts: begun.map((second, index) => ({ number: index + 1, startedAt: at(second) })),
  }) as unknown as Delivery;
const seconds = (made: ReturnType<typeof attemptsInTime>) =>
  made.map(({ attempt }) => Number(attempt.startedAt.slice(18, 19)));

it('attempts are in the order in which they began, whichever delivery they are of', () => {
  const deliveries = [delivery('a', 'arrival', 0, 0, 3), delivery('b', 'arrival', 0, 1, 2)];
  expect(seconds(attemptsInTime(deliveries))).toEqual([0, 1, 2, 3]);
});

it('an attempt has those before it to its own target, also of another delivery', () => {
  const before = attemptsInTime([delivery('a', 'arrival', 0, 0, 3), delivery('b', 'arrival', 0, 1)]);
  expect(seconds([...earlierAttempts(before, delivery('a', 'replay', 4))])).toEqual([0, 3]);
  expect(earlierAttempts(before, delivery('c', 'arrival', 0))).toEqual([]);
});

it('a replay to where nothing went has all before it, but none of what it sent elsewhere itself', () => {
  const before = attemptsInTime([
    delivery('a', 'arrival', 0, 0),
    delivery('b', 'arrival', 0, 1),
    delivery('c', 'replay', 4, 4),
  ]);
  expect(seconds([...earlierAttempts(before, delivery('d', 'replay', 4))])).toEqual([0, 1]);
});
