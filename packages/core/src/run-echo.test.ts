import { expect, test } from 'vitest';
import { RunEcho } from './run-echo.ts';

function rig() {
  let now = 0;
  const echo = new RunEcho({ monotonic: () => now });
  return {
    echo,
    /** Runs that take 200 ms, each begun by a change so long after the end of the one before. */
    run(waits: readonly number[], file = 'db.json', hasSent = true) {
      for (const wait of waits) {
        now += wait;
        echo.begins(now, [file]);
        now += 200;
        echo.ended(hasSent);
      }
    },
  };
}

test('a change that always comes as long after a run is told of', () => {
  const { echo, run } = rig();
  run([0, 3000, 3040, 2990, 3010, 3120, 2980, 3030]);
  expect(echo.repeats()).toBeNull();
  run([3020]);
  expect(echo.repeats()).toEqual({ runs: 8, afterMs: 3020, files: ['db.json'] });
  run([7000], 'app.ts');
  expect(echo.repeats()).toBeNull();
});

test('nor do two such loops beside each other hide one another', () => {
  const { echo, run } = rig();
  run([0, 800, 4000, 800, 4010, 790, 3990, 810, 4000]);
  expect(echo.repeats()).toBeNull();
  run([805]);
  expect(echo.repeats()).toMatchObject({ runs: 8, files: ['db.json'] });
});

test('a person who saves is not: no hand keeps to such a pace', () => {
  const { echo, run } = rig();
  run([0, 3000, 2600, 3400, 2900, 3700, 3100, 2500, 3300, 2800, 3900, 3000, 3500, 2700]);
  expect(echo.repeats()).toBeNull();
});

test('nor is what comes long after, after runs that sent nothing, or after one that a person asked for', () => {
  const { echo, run } = rig();
  run(Array.from({ length: 9 }, () => 90_000));
  expect(echo.repeats()).toBeNull();
  run(
    Array.from({ length: 9 }, () => 3000),
    'app.ts',
    false,
  );
  expect(echo.repeats()).toBeNull();
  run(Array.from({ length: 4 }, () => 3000));
  echo.clear();
  run(Array.from({ length: 4 }, () => 3000));
  expect(echo.repeats()).toBeNull();
});
