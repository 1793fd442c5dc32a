import type { StoreRecord } from '@hooktap/core';
import type { EventId } from '@hooktap/protocol';

/** What segments hold: the port's records and the store's own note that events were erased for good. */
export type StoredRecord = StoreRecord | ErasedRecord;

export interface ErasedRecord {
  readonly type: 'erased';
  readonly seq: number;
  readonly ids: readonly EventId[];
  /** So many of the first ids had been hidden before; the others were in lists until then. Not in old records. */
  readonly hidden?: number;
}
