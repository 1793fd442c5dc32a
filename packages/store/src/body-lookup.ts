import type { BodyAddress, RequestOverride, StoredBody, StoreRecord } from '@hooktap/core';
import type { DeliveryId } from '@hooktap/protocol';

/** The body that an address names, among the records of its event. */
export function findBody(records: readonly StoreRecord[], address: BodyAddress): StoredBody | null {
  if (address.of === 'attempt' && address.side === 'response') {
    const attempt = records.find(
      (record) =>
        record.type === 'attempt' &&
        record.deliveryId === address.deliveryId &&
        record.attempt.number === address.number,
    );
    return attempt?.type === 'attempt' ? attempt.responseBody : null;
  }
  if (address.of === 'attempt') {
    const override = findOverride(records, address.deliveryId);
    if (override) return override.body;
  }
  const first = records[0];
  return first?.type === 'event' ? first.body : null;
}

export function findOverride(records: readonly StoreRecord[], id: DeliveryId): RequestOverride | null {
  for (const record of records) {
    if (record.type === 'delivery' && record.delivery.id === id && record.override) return record.override;
  }
  return null;
}
