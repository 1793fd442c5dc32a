import { expect, it } from 'vitest';
import { Slots } from './slots.ts';

it('runs at most as many at a time as there are slots, in order, also after a failure', async () => {
  const slots = new Slots(2);
  const order: number[] = [];
  let running = 0;
  let most = 0;
  const work = (name: number) => async () => {
    running++;
    most = Math.max(most, running);
    order.push(name);
    await new Promise((go) => setImmediate(go));
    running--;
    if (name === 1) throw new Error('one');
    return name;
  };
  const results = await Promise.allSettled([0, 1, 2, 3, 4].map((name) => slots.run(work(name))));
  expect(order).toEqual([0, 1, 2, 3, 4]);
  expect(most).toBe(2);
  expect(results.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ]);
});
