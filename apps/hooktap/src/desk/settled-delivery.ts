import { setTimeout as pause } from 'node:timers/promises';
import type { Delivery, DeliveryId } from '@hooktap/protocol';
import type { EventDesk } from './event-desk.ts';

const settled = new Set(['succeeded', 'failed', 'cancelled']);

/**
 * The delivery once what was asked for at `askedAt` has been tried: it is over, or waits again. The handler's own time
 * limit ends the wait. Null where it was erased.
 */
export async function settledDelivery(
  desk: Pick<EventDesk, 'delivery'>,
  id: DeliveryId,
  askedAt: number,
): Promise<Delivery | null> {
  for (let waitMs = 10; ; waitMs = Math.min(waitMs * 1.5, 500)) {
    const delivery = await desk.delivery(id);
    if (!delivery || settled.has(delivery.status) || waitsAgain(delivery, askedAt)) return delivery;
    await pause(waitMs);
  }
}

function waitsAgain({ status, attemptUnderWay, attempts }: Delivery, askedAt: number): boolean {
  const last = attempts.at(-1);
  const tried = last !== undefined && Date.parse(last.startedAt) >= askedAt;
  return (status === 'retrying' || status === 'held') && attemptUnderWay === undefined && tried;
}
