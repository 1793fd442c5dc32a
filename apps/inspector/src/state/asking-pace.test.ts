import { expect, test } from 'vitest';
import { AskingPace } from './asking-pace.ts';

test('what was not asked for a while is asked soon', () => {
  const pace = new AskingPace();
  expect(pace.wait(0)).toBe(250);
  pace.asked(100, 10);
  expect(pace.wait(100)).toBe(800);
  expect(pace.wait(600)).toBe(300);
  expect(pace.wait(5000)).toBe(250);
});

test('one slow answer does not put off the next question', () => {
  const pace = new AskingPace();
  pace.asked(0, 1500);
  expect(pace.wait(1000)).toBe(250);
});

test('under constant changes a tenth of the time goes into questions', () => {
  const pace = new AskingPace();
  const took = 300;
  let [now, questions] = [0, 0];
  for (; now < 600_000; questions += 1) {
    now += pace.wait(now) + took;
    pace.asked(now, took);
  }
  const share = (questions * took) / now;
  expect(share).toBeGreaterThan(0.09);
  expect(share).toBeLessThan(0.11);
});
