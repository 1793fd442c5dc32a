import { expect, it } from 'vitest';
import { AskedEarly } from './asked-early.ts';

it('is taken once, by who asks the same', async () => {
  const early = new AskedEarly('provider:zavu', Promise.resolve(7));
  expect(await early.take('provider:zavu')).toBe(7);
  expect(early.take('provider:zavu')).toBeNull();
});

it('is of no use once something else was asked: it may be out of date by then', () => {
  const early = new AskedEarly('', Promise.resolve(7));
  expect(early.take('provider:zavu')).toBeNull();
  expect(early.take('')).toBeNull();
});

it('tells of a failure whoever takes it', async () => {
  const early = new AskedEarly('', Promise.reject(new Error('away')));
  await expect(early.take('')).rejects.toThrow('away');
});

it('can be had without waiting once it has come, until it is taken', async () => {
  const early = new AskedEarly('', Promise.resolve(7));
  expect(early.here('')).toBeNull();
  await early.settled;
  expect(early.here('provider:zavu')).toBeNull();
  expect(early.here('')).toBe(7);
  early.take('');
  expect(early.here('')).toBeNull();
});

it('is settled by a failure, too', async () => {
  const early = new AskedEarly('', Promise.reject(new Error('away')));
  await early.settled;
  expect(early.here('')).toBeNull();
});
