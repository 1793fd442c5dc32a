import { expect, test } from 'vitest';
import { type BatchProgress, forEach } from './batch.ts';

test('each is done once, in order of begin, failures counted', async () => {
  const begun: number[] = [];
  const seen: BatchProgress[] = [];
  const result = await forEach(
    [1, 2, 3, 4, 5, 6],
    async (item) => {
      begun.push(item);
      if (item % 3 === 0) throw new Error('refused');
    },
    { signal: new AbortController().signal, onProgress: (now) => seen.push(now) },
  );
  expect(begun).toEqual([1, 2, 3, 4, 5, 6]);
  expect(result).toEqual({ total: 6, done: 6, failed: 2, isOver: true });
  expect(seen[0]).toEqual({ total: 6, done: 0, failed: 0, isOver: false });
  expect(seen.at(-1)).toEqual(result);
});

test('never more than four wait at once', async () => {
  let waiting = 0;
  let most = 0;
  await forEach(
    Array.from({ length: 20 }, (_, index) => index),
    async () => {
      most = Math.max(most, ++waiting);
      await Promise.resolve();
      waiting--;
    },
    { signal: new AbortController().signal, onProgress: () => undefined },
  );
  expect(most).toBe(4);
});

test('stopped, it begins no more', async () => {
  const ending = new AbortController();
  const result = await forEach([1, 2, 3, 4, 5, 6, 7, 8], async (item) => item === 2 && ending.abort(), {
    signal: ending.signal,
    onProgress: () => undefined,
  });
  expect(result.done).toBeLessThan(8);
  expect(result.isOver).toBe(true);
});
