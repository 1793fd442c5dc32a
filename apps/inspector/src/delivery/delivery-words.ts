import type { DeliveryDigest } from '@hooktap/protocol';
import { delivery } from '../messages/delivery/en.ts';
import type { Translate } from '../messages/translate.ts';
import type { IconName } from '../parts/Icon.tsx';

/** Shape, word, then colour. */
export interface DeliveryWords {
  readonly icon: IconName;
  readonly tone: 'ok' | 'bad' | 'warn' | 'quiet';
  readonly words: string;
}

/** What a delivery came to, in the least words: a status code, a failure kind, or its state. */
export function deliveryWords(digest: Omit<DeliveryDigest, 'attempts'>, t: Translate): DeliveryWords {
  const last = digest.lastStatusCode === undefined ? digest.lastFailure : String(digest.lastStatusCode);
  const status = t(delivery.status[digest.status]);
  switch (digest.status) {
    case 'succeeded':
      return { icon: 'check', tone: 'ok', words: last ?? status };
    case 'failed':
      return { icon: 'failed', tone: 'bad', words: last ?? status };
    case 'retrying':
      return { icon: 'turning', tone: 'warn', words: last ?? status };
    case 'pending':
      return { icon: 'pending', tone: 'quiet', words: status };
    case 'held':
      return { icon: 'held', tone: 'quiet', words: status };
    case 'cancelled':
      return { icon: 'off', tone: 'quiet', words: status };
  }
}
