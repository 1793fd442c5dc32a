import { expect, it } from 'vitest';
import { BeginOrder } from './begin-order.ts';

it('begins in the order of asking, however quickly each is prepared, and waits for no end', async () => {
  const order = new BeginOrder();
  const begun: number[] = [];
  let prepared = () => {};
  const slow = new Promise<void>((resolve) => {
    prepared = resolve;
  });
  const never = new Promise<void>(() => undefined);
  const begin = (number: number, ending: Promise<void> = Promise.resolve()) => {
    begun.push(number);
    return ending;
  };
  const first = order.next('line', slow, () => begin(1));
  void order.next('line', Promise.resolve(), () => begin(2, never));
  const third = order.next('line', Promise.resolve(), () => begin(3));
  await order.next('another line', Promise.resolve(), () => begin(4));
  expect(begun).toEqual([4]);
  prepared();
  await Promise.all([first, third]);
  expect(begun).toEqual([4, 1, 2, 3]);
});

it('goes on behind what could not be prepared or begun', async () => {
  const order = new BeginOrder();
  const failed = order.next('line', Promise.reject(new Error('unread')), async () => undefined);
  const broken = order.next('line', Promise.resolve(), () => {
    throw new Error('a bug');
  });
  const next = order.next('line', Promise.resolve(7), async (prepared) => prepared);
  await expect(failed).rejects.toThrow('unread');
  await expect(broken).rejects.toThrow('a bug');
  expect(await next).toBe(7);
});
