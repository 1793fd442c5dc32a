import type { Timing } from '@hooktap/protocol';

/** What the handler took, in milliseconds: without what the delivery waited or was held before. */
export const handlerMs = ({ totalMs, queueMs }: Timing): number =>
  Math.max(0, Math.round((totalMs - queueMs) * 1000) / 1000);
