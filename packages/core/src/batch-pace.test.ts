import { expect, it } from 'vitest';
import { answered, batchRig, upTo } from './batch-test-rig.ts';

it('handler: the next when the one before was answered', async () => {
  const { start, time, moments, mostUnderWay } = batchRig({ count: 4, takesMs: 70 });
  await start({});
  await time.advance(1_000);
  expect(moments()).toEqual([0, 70, 140, 210]);
  expect(mostUnderWay()).toBe(1);
});

it('rate: so many a second, beside each other', async () => {
  const { start, time, moments, mostUnderWay } = batchRig({ count: 6, takesMs: 350 });
  await start({ pace: { rate: 10 } });
  await time.advance(1_000);
  expect(moments()).toEqual([0, 100, 200, 300, 400, 500]);
  expect(mostUnderWay()).toBe(4);
});

it('rate: never more than 64 under way, and no burst after that', async () => {
  const { start, time, moments, mostUnderWay } = batchRig({ count: 200, takesMs: 1_000 });
  await start({ pace: { rate: 100 } });
  await time.advance(10_000);
  expect(mostUnderWay()).toBe(64);
  const all = moments();
  expect(all).toHaveLength(200);
  const most = Math.max(...all.map((from) => all.filter((at) => at >= from && at < from + 1_000).length));
  expect(most).toBeLessThanOrEqual(100);
});

it('speed: the gaps of arrival, so many times as fast', async () => {
  const { start, time, moments } = batchRig({ count: 4, gapMs: 60_000 });
  await start({ pace: { speed: 60 } });
  await time.advance(10_000);
  expect(moments()).toEqual([0, 1_000, 2_000, 3_000]);
});

it('speed: newest first with the same gaps', async () => {
  const { start, time, places, moments } = batchRig({ count: 3, gapMs: 1_000 });
  await start({ pace: { speed: 10 }, order: 'newest-first' });
  await time.advance(10_000);
  expect(places()).toEqual([2, 1, 0]);
  expect(moments()).toEqual([0, 100, 200]);
});

it('speed: reordering makes the whole no longer', async () => {
  const { start, time, moments, places } = batchRig({ count: 200, gapMs: 1_000 });
  await start({ pace: { speed: 1 }, chaos: { reorder: 10, seed: 4 } });
  await time.advance(400_000);
  expect(places()).not.toEqual(upTo(200));
  expect(moments().at(-1)).toBeLessThanOrEqual(199_000);
  expect(moments().at(-1)).toBeGreaterThan(180_000);
});

it('speed: a gap that the machine slept through is over when it wakes, and nothing is made up in a burst', async () => {
  const { start, time, moments } = batchRig({ count: 5, gapMs: 3_600_000 });
  await start({ pace: { speed: 1 } });
  await time.advance(1_800_000);
  expect(moments()).toHaveLength(1);
  time.suspend(8 * 3_600_000);
  await time.advance(60_000);
  expect(moments()).toHaveLength(2);
  await time.advance(3_500_000);
  expect(moments()).toHaveLength(2);
  await time.advance(100_000);
  expect(moments()).toHaveLength(3);
});

it('waits before an event as long as chaos says', async () => {
  const { start, time, moments } = batchRig({ count: 30 });
  await start({ chaos: { delay: '10s', seed: 2 } });
  await time.advance(300_000);
  const gaps = moments().map((at, place) => at - (moments()[place - 1] ?? 0));
  expect(gaps).toHaveLength(30);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(10_000);
  expect(Math.max(...gaps)).toBeGreaterThan(5_000);
});

it('sends in bursts with the pauses that they save', async () => {
  const { start, time, moments } = batchRig({ count: 6, takesMs: 100 });
  await start({ chaos: { burst: 3, seed: 1 } });
  await time.advance(10_000);
  expect(moments()).toEqual([0, 0, 0, 300, 300, 300]);
});

it('sends in bursts at the same rate over all', async () => {
  const { start, time, moments } = batchRig({ count: 6 });
  await start({ pace: { rate: 10 }, chaos: { burst: 3, seed: 1 } });
  await time.advance(10_000);
  expect(moments()).toEqual([0, 0, 0, 300, 300, 300]);
});

it('ends a long wait when it is cancelled', async () => {
  const { batches, start, time, sent } = batchRig({
    count: 2,
    gapMs: 3_600_000,
    answer: () => answered(200),
  });
  const { id } = await start({ pace: { speed: 1 } });
  await time.advance(10);
  batches.cancel(id);
  batches.resume(id);
  await time.advance(10);
  expect(sent).toHaveLength(2);
  expect(batches.get(id)).toMatchObject({ state: 'done' });
});
