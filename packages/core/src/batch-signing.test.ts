import { expect, it } from 'vitest';
import type { BatchedOptions } from './batch-plan.ts';
import { allDone, answered, batchRig } from './batch-test-rig.ts';

it('replays of a batch are signed as it was asked, over a restart too', async () => {
  const asked: BatchedOptions[] = [];
  const before = batchRig({ count: 4, takesMs: 100 });
  const { id } = await before.start({ resign: true, break: 'stale', target: 'http://localhost:3000' });
  await before.time.advance(150);
  await before.batches.close();
  const after = batchRig({
    events: before.events,
    settings: before.settings,
    context: {
      replayOne: async (_id, options) => {
        asked.push(options);
        return answered(200);
      },
    },
  });
  expect(after.batches.get(id)).toMatchObject({ resign: true, break: 'stale' });
  after.batches.resume(id);
  await allDone();
  expect(asked.length).toBeGreaterThan(0);
  for (const options of asked) {
    expect(options).toEqual({ resign: true, break: 'stale', target: 'http://localhost:3000' });
  }
});

it('they go as captured where nothing is said', async () => {
  const asked: BatchedOptions[] = [];
  const rig = batchRig({
    count: 1,
    context: {
      replayOne: async (_id, options) => {
        asked.push(options);
        return answered(200);
      },
    },
  });
  await rig.start({});
  await allDone();
  expect(asked).toEqual([{}]);
});
