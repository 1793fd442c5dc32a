import type { Delivery, Timing } from '@hooktap/protocol';

/** What the handler took, in milliseconds: without what the delivery waited or was held before. */
export const handlerMs = ({ totalMs, queueMs }: Timing): number =>
  Math.max(0, Math.round((totalMs - queueMs) * 1000) / 1000);

/** For one scale over all attempts: a longer bar is a longer time, whichever delivery it is of. */
export const longestMs = (deliveries: readonly Pick<Delivery, 'attempts'>[]): number =>
  Math.max(0, ...deliveries.flatMap(({ attempts }) => attempts.map(({ timing }) => handlerMs(timing))));
