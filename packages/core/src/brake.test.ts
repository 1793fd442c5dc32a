import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Brake } from './brake.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function brakeRig() {
  let released = 0;
  const brake = new Brake({ now: () => Date.now() }, () => {
    released += 1;
  });
  const gap = () => {
    brake.apply();
    const ms = (brake.until ?? 0) - Date.now();
    vi.advanceTimersByTime(ms - 1);
    expect(brake.isOn).toBe(true);
    vi.advanceTimersByTime(1);
    expect(brake.isOn).toBe(false);
    return ms;
  };
  return { brake, gap, released: () => released };
}

it('waits longer each time, and never longer than a minute', () => {
  const { brake, gap, released } = brakeRig();
  const gaps = Array.from({ length: 20 }, gap);
  expect(gaps[0]).toBe(250);
  for (const [index, ms] of gaps.slice(1).entries()) {
    expect(ms).toBe(Math.min(Math.round((gaps[index] ?? 0) * 1.5), 60_000));
  }
  expect(gaps.at(-1)).toBe(60_000);
  expect(released()).toBe(20);
  expect(brake.until).toBeNull();
});

it('is short again once the handler took something, and once something changed', () => {
  const { brake, gap, released } = brakeRig();
  for (let time = 0; time < 5; time += 1) gap();
  brake.reset();
  expect(gap()).toBe(250);
  gap();
  brake.apply();
  const before = released();
  brake.release();
  expect(brake.isOn).toBe(false);
  vi.advanceTimersByTime(60_000);
  expect(released()).toBe(before);
  expect(gap()).toBe(250);
});

it('does not wait longer for being put on twice', () => {
  const { brake } = brakeRig();
  brake.apply();
  const { until } = brake;
  vi.advanceTimersByTime(100);
  brake.apply();
  expect(brake.until).toBe(until);
});
