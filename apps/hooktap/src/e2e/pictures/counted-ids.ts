import type { IdSource } from '@hooktap/core';
import { BatchId, DeliveryId, EventId, SavedRequestId } from '@hooktap/protocol';

const letters = '0123456789abcdefghjkmnpqrstvwxyz';

function base32(value: number, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest = Math.floor(rest / 32)) text = letters[rest % 32] + text;
  return text;
}

/** Ids that look like any others and are the same in every run: ULIDs whose chance is a count. */
export function countedIds(): IdSource {
  let count = 0;
  const next = (now: number): string => {
    count += 1;
    return `${base32(now, 10)}${base32((count * 7_919_993) % 2 ** 40, 8)}${base32((count * 104_729) % 2 ** 40, 8)}`;
  };
  return {
    event: (now) => EventId.parse(`evt_${next(now)}`),
    eventOf: (receivedAt) => EventId.parse(`evt_${next(receivedAt)}`),
    delivery: (now) => DeliveryId.parse(`dlv_${next(now)}`),
    batch: (now) => BatchId.parse(`bat_${next(now)}`),
    savedRequest: (now) => SavedRequestId.parse(`req_${next(now)}`),
  };
}
