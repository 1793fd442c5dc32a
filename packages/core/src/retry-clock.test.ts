import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RetryClock } from './retry-clock.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function clockRig() {
  let sleptMs = 0;
  const handed: string[] = [];
  const clock = new RetryClock<string>(
    { now: () => Date.now() + sleptMs, monotonic: () => 0 },
    (item, overdue) => handed.push(overdue ? `${item} overdue` : item),
  );
  const sleep = (ms: number) => {
    sleptMs += ms;
  };
  return { clock, handed, sleep, at: (ms: number) => Date.now() + ms };
}

it('hands each back at its time, whatever the order of putting', () => {
  const { clock, handed, at } = clockRig();
  clock.put('late', at(40_000));
  clock.put('soon', at(1_000));
  clock.put('middle', at(20_000));
  expect(clock.next).toBe(at(1_000));
  vi.advanceTimersByTime(1_000);
  expect(handed).toEqual(['soon']);
  vi.advanceTimersByTime(39_000);
  expect(handed).toEqual(['soon', 'middle', 'late']);
  expect(clock.next).toBeNull();
});

it('knows what became due while the machine slept', () => {
  const { clock, handed, sleep, at } = clockRig();
  clock.put('one', at(3_600_000));
  clock.put('two', at(7_200_000));
  sleep(5_000_000);
  vi.advanceTimersByTime(15_000);
  expect(handed).toEqual(['one overdue']);
});

it('lets one be taken back, and hands back no more once stopped', () => {
  const { clock, handed, at } = clockRig();
  clock.put('one', at(10));
  clock.put('two', at(20));
  clock.put('three', at(30));
  expect(clock.remove('two')).toBe(true);
  expect(clock.remove('two')).toBe(false);
  vi.advanceTimersByTime(15);
  clock.stop();
  vi.advanceTimersByTime(100_000);
  expect(handed).toEqual(['one']);
  expect(clock.length).toBe(1);
});
