import type { DeliveryDigest } from '@hooktap/protocol';
import type { IconName } from '../parts/Icon.tsx';

/** Shape, word, then colour. */
export interface DeliveryWords {
  readonly icon: IconName;
  readonly tone: 'ok' | 'bad' | 'warn' | 'quiet';
  readonly words: string;
}

/** What a delivery came to, in the least words: a status code, a failure kind, or its state. */
export function deliveryWords(delivery: Omit<DeliveryDigest, 'attempts'>): DeliveryWords {
  const last = delivery.lastStatusCode === undefined ? delivery.lastFailure : String(delivery.lastStatusCode);
  switch (delivery.status) {
    case 'succeeded':
      return { icon: 'check', tone: 'ok', words: last ?? 'succeeded' };
    case 'failed':
      return { icon: 'failed', tone: 'bad', words: last ?? 'failed' };
    case 'retrying':
      return { icon: 'turning', tone: 'warn', words: last ?? 'retrying' };
    case 'pending':
      return { icon: 'pending', tone: 'quiet', words: 'pending' };
    case 'held':
      return { icon: 'held', tone: 'quiet', words: 'held' };
    case 'cancelled':
      return { icon: 'off', tone: 'quiet', words: 'cancelled' };
  }
}
