import type { Delivery, DeliveryDigest } from '@hooktap/protocol';
import { handlerMs } from './handler-time.ts';

/** A delivery in short, as lists have it of the newest. */
export function digestOf({ status, attempts }: Delivery): DeliveryDigest {
  const last = attempts.at(-1);
  return {
    status,
    attempts: attempts.length,
    ...(last && { tookMs: handlerMs(last.timing) }),
    ...(last?.outcome.kind === 'responded' && { lastStatusCode: last.outcome.statusCode }),
    ...(last?.outcome.kind === 'failed' && { lastFailure: last.outcome.failure }),
  };
}
