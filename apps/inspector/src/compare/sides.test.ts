import type { Delivery, Event } from '@hooktap/protocol';
import { expect, test } from 'vitest';
import { english } from '../messages/translate.ts';
import { attemptNumber } from './attempt-number.ts';
import { type AttemptOfEvent, attemptsOf, beforeEditing, lastOfBoth, lastTwo } from './sides.ts';

const at = (second: number) => `2026-11-22T10:00:0${second}.000Z`;
const [a, b] = ['http://localhost:3000/hook', 'http://localhost:3001/hook'];
/** A delivery with an attempt begun in each of these seconds. */
const delivery = (id: string, target: string, cause: Delivery['cause'], ...begun: readonly number[]) => ({
  id,
  target,
  cause,
  createdAt: at(begun[0] ?? 0),
  attempts: begun.map((second, index) => ({ number: index + 1, startedAt: at(second) })),
});
const event = (...deliveries: readonly object[]) => ({ deliveries }) as unknown as Event;
const named = (of: AttemptOfEvent) => `${of.key} is ${attemptNumber(of, english)}`;

/** To both at once, and once more to the first. */
const toTwo = event(delivery('dlv_a', a, 'arrival', 0, 2), delivery('dlv_b', b, 'arrival', 1));
/** To one, and from there on to another. */
const moved = event(delivery('dlv_a', a, 'arrival', 0, 1), delivery('dlv_b', b, 'replay', 2));

test('attempts are counted by target, in the order in which they began', () => {
  expect(attemptsOf(toTwo).map(named)).toEqual([
    'dlv_a.1 is 1 to localhost:3000',
    'dlv_b.1 is 1 to localhost:3001',
    'dlv_a.2 is 2 to localhost:3000',
  ]);
  const toOne = event(delivery('dlv_a', a, 'arrival', 0, 2), delivery('dlv_b', a, 'replay', 1));
  expect(attemptsOf(toOne).map(named)).toEqual(['dlv_a.1 is 1', 'dlv_b.1 is 2', 'dlv_a.2 is 3']);
});

test('targets with the same host are named whole', () => {
  const paths = event(delivery('dlv_a', a, 'arrival', 0), delivery('dlv_b', `${a}/b`, 'arrival', 0));
  expect(attemptsOf(paths).map(({ targetName }) => targetName)).toEqual([a, `${a}/b`]);
});

test('the newest attempt that followed another to its target is compared with that', () => {
  expect(lastTwo(toTwo)).toBe('dlv_a.1~dlv_a.2');
  expect(lastTwo(event(...toTwo.deliveries, delivery('dlv_c', b, 'replay', 3)))).toBe('dlv_b.1~dlv_c.1');
  expect(lastTwo(event(delivery('dlv_a', a, 'arrival', 0), delivery('dlv_b', b, 'arrival', 1)))).toBeNull();
  const late = event(delivery('dlv_a', a, 'arrival', 0, 1), delivery('dlv_b', b, 'arrival', 2));
  expect(lastTwo(late)).toBe('dlv_a.1~dlv_a.2');
});

test('a replay to another target is compared with the newest before it', () => {
  expect(lastTwo(moved)).toBe('dlv_a.2~dlv_b.1');
});

test('of two events the last attempts to one target stand beside each other', () => {
  const toFirst = event(delivery('dlv_c', a, 'arrival', 0));
  expect(
    lastOfBoth(toFirst, event(delivery('dlv_a', a, 'arrival', 0), delivery('dlv_b', b, 'arrival', 1))),
  ).toBe('dlv_c.1~dlv_a.1');
  expect(lastOfBoth(toFirst, event(delivery('dlv_b', b, 'arrival', 1)))).toBe('dlv_c.1~dlv_b.1');
  expect(lastOfBoth(toFirst, event())).toBeNull();
});

test('what an editor sent stands beside what its target had answered when the editor was opened', () => {
  const then = toTwo.deliveries;
  const sent = [delivery('dlv_c', b, 'replay', 3), delivery('dlv_d', b, 'replay', 4)];
  const all = attemptsOf(event(...then, ...sent));
  expect(beforeEditing(all, 'dlv_a.2', all.at(-1) ?? null)?.key).toBe('dlv_b.1');
  expect(beforeEditing(all, 'dlv_a.2', null)?.key).toBe('dlv_a.2');
  expect(beforeEditing(all, null, all.at(-1) ?? null)).toBeNull();
  const elsewhere = attemptsOf(event(...then, delivery('dlv_c', 'http://localhost:3002', 'replay', 3)));
  expect(beforeEditing(elsewhere, 'dlv_a.2', elsewhere.at(-1) ?? null)?.key).toBe('dlv_a.2');
});
