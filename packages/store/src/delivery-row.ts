import { type DeliveryTotals, handlerMs, toInstant } from '@hooktap/core';
import type {
  DeliveryCause,
  DeliveryDigest,
  DeliveryId,
  DeliveryStatus,
  EventId,
  FailureKind,
} from '@hooktap/protocol';
import type { DeliveryHead } from '@hooktap/query';
import type { StoredRecord } from './stored-record.ts';

/** What one segment's records say of a delivery; its other records may lie in other segments. */
export interface DeliveryRow {
  readonly id: DeliveryId;
  readonly eventId: EventId;
  /** As the last record of it has it; null where there are only attempts. */
  readonly known: KnownDelivery | null;
  readonly attempts: number;
  /** The last attempt. */
  readonly last: { readonly outcome: number | FailureKind; readonly tookMs: number } | null;
}

export interface KnownDelivery {
  readonly endpoint: string;
  readonly target: string;
  readonly cause: DeliveryCause;
  readonly status: DeliveryStatus;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** A row that knows its delivery. */
export type WholeRow = DeliveryRow & { readonly known: KnownDelivery };

export const isWhole = (row: DeliveryRow): row is WholeRow => row.known !== null;

/** Null for a record that is about no delivery. */
export function rowOf(record: StoredRecord): DeliveryRow | null {
  if (record.type === 'delivery') {
    const { id, eventId, endpoint, target, cause, status, createdAt } = record.delivery;
    const known = { endpoint, target, cause, status, createdAt: Date.parse(createdAt) };
    return { id, eventId, known, attempts: 0, last: null };
  }
  if (record.type !== 'attempt') return null;
  const { outcome, timing } = record.attempt;
  const last = {
    outcome: outcome.kind === 'responded' ? outcome.statusCode : outcome.failure,
    tookMs: handlerMs(timing),
  };
  return { id: record.deliveryId, eventId: record.eventId, known: null, attempts: 1, last };
}

/** What was said of a delivery, and what was said later. */
export const mergeRows = (earlier: DeliveryRow | undefined, later: DeliveryRow): DeliveryRow =>
  earlier
    ? {
        id: later.id,
        eventId: later.eventId,
        known: later.known ?? earlier.known,
        attempts: earlier.attempts + later.attempts,
        last: later.last ?? earlier.last,
      }
    : later;

/** As a search looks at it. */
export function headOf(row: WholeRow): DeliveryHead {
  const { known, attempts, last } = row;
  const digest: DeliveryDigest = { status: known.status, attempts };
  if (last) {
    digest.tookMs = last.tookMs;
    if (typeof last.outcome === 'number') digest.lastStatusCode = last.outcome;
    else digest.lastFailure = last.outcome;
  }
  return { delivery: new RowDelivery(row), digest };
}

/** Made for every row that is searched, so it copies nothing, and writes the moment only where it is asked for. */
class RowDelivery {
  readonly #row: WholeRow;
  constructor(row: WholeRow) {
    this.#row = row;
  }
  get id() {
    return this.#row.id;
  }
  get eventId() {
    return this.#row.eventId;
  }
  get endpoint() {
    return this.#row.known.endpoint;
  }
  get target() {
    return this.#row.known.target;
  }
  get cause() {
    return this.#row.known.cause;
  }
  get createdAt() {
    return toInstant(this.#row.known.createdAt);
  }
}

export function addTotals(totals: DeliveryTotals, more: Readonly<DeliveryTotals>): void {
  for (const status of Object.keys(more) as DeliveryStatus[]) totals[status] += more[status];
}
