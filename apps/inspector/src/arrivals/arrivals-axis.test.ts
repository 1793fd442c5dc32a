import { expect, test } from 'vitest';
import { arrivalsAxis, axisTimes } from './arrivals-axis.ts';

const local = (...[month, day, hours = 0, minutes = 0]: number[]) =>
  new Date(2026, month ?? 0, day, hours, minutes).getTime();

test('a time has its place on the strip, and the place its time', () => {
  const axis = arrivalsAxis({ from: 1000, to: 3000 }, 400);
  expect(axis(1500)).toBe(100);
  expect(Number(axis.invert(100))).toBe(1500);
});

test('round times of the clock and of the calendar, never more than asked for', () => {
  const between = (from: number, to: number, most: number) => axisTimes({ from, to }, most);
  expect(between(local(10, 21, 10, 1), local(10, 21, 10, 16), 4)).toEqual([
    local(10, 21, 10, 5),
    local(10, 21, 10, 10),
    local(10, 21, 10, 15),
  ]);
  expect(between(local(10, 20, 9), local(10, 23, 9), 3)).toEqual([
    local(10, 21),
    local(10, 22),
    local(10, 23),
  ]);
  expect(between(local(0, 15), local(3, 15), 3)).toEqual([local(1, 1), local(2, 1), local(3, 1)]);
  const from = local(10, 21);
  for (let minutes = 1; minutes < 3000; minutes += 7)
    for (const most of [2, 4, 8])
      expect(between(from, from + minutes * 60_000, most).length).toBeLessThanOrEqual(most);
});
