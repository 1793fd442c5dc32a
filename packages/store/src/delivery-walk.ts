import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DeliveryTotals } from '@hooktap/core';
import type { DeliveryId, DeliveryStatus, EventId } from '@hooktap/protocol';
import { type DeliveryRow, isWhole, mergeRows, type WholeRow } from './delivery-row.ts';
import type { TableHead } from './delivery-table.ts';
import type { DeliveryTables } from './delivery-tables.ts';
import type { Segment, SegmentCatalog } from './segment-catalog.ts';
import { type SegmentSummary, within } from './segment-summary.ts';

/** What is known of a sealed segment's own deliveries without reading their rows. */
export interface Counted {
  readonly ids: TableHead['ids'];
  /** As they are now. */
  readonly totals: Readonly<DeliveryTotals>;
}

/**
 * Every visible delivery once, as it is now, about newest first. A delivery's later records may lie in later segments
 * than its first: what they say is kept until its own segment is reached. `skip` is asked of sealed segments of which
 * all is known beforehand; where it says yes their rows are not read.
 */
export async function* walkDeliveries(
  catalog: SegmentCatalog,
  tables: DeliveryTables,
  skip: (counted: Counted) => boolean,
): AsyncGenerator<WholeRow[]> {
  const { ledger } = catalog;
  const unseen = [...ledger.hidden.keys(), ...ledger.erased];
  const later = new LaterRows();
  for (const { number } of catalog.all().reverse()) {
    // Meanwhile it may have been sealed, rewritten or removed.
    const segment = catalog.all().find((one) => one.number === number);
    if (!segment || (await isSkipped(segment))) continue;
    const { own, strays } = await tables.table(catalog, segment);
    const rows = Array.from(own, (row) => later.take(row)).filter(isWhole);
    for (const row of strays) later.add(row);
    yield rows.filter(({ eventId }) => catalog.ledger.isVisible(eventId));
    await nextTurn();
  }
  const rest = later.rest((id) => catalog.home(id) !== undefined);
  yield rest.filter(({ eventId }) => catalog.ledger.isVisible(eventId));

  async function isSkipped(segment: Segment): Promise<boolean> {
    if (!('summary' in segment)) return false;
    const { eventIds } = segment.summary;
    if (unseen.some((id) => within(eventIds, id))) return false;
    const head = await tables.head(catalog, segment);
    const changed = later.changesOf(eventIds, head.open);
    if (!head.strays || !changed) return false;
    const totals = { ...head.totals };
    for (const { before, row } of changed) {
      totals[before] -= 1;
      totals[row.known?.status ?? before] += 1;
    }
    if (!skip({ ids: head.ids, totals })) return false;
    for (const { row } of changed) later.forget(row);
    for (const row of head.strays) later.add(row);
    return true;
  }
}

interface Change {
  readonly before: DeliveryStatus;
  readonly row: DeliveryRow;
}

/** What was said of deliveries in segments after that of their event. */
class LaterRows {
  readonly #rows = new Map<DeliveryId, DeliveryRow>();
  /** Events that were not seen to be there. */
  readonly #doubtful = new Set<EventId>();

  add(row: DeliveryRow): void {
    const known = this.#rows.get(row.id);
    this.#rows.set(row.id, known ? mergeRows(row, known) : row);
    this.#doubtful.add(row.eventId);
  }

  /** The row of an event's own segment, with what was said later. */
  take(row: DeliveryRow): DeliveryRow {
    this.#doubtful.delete(row.eventId);
    const later = this.#rows.get(row.id);
    if (!later) return row;
    this.#rows.delete(row.id);
    return mergeRows(row, later);
  }

  /** What became of a segment's open deliveries; null where it may be said of others too. */
  changesOf(eventIds: SegmentSummary['eventIds'], open: TableHead['open']): Change[] | null {
    const before = open && new Map(open);
    const changes: Change[] = [];
    for (const row of this.#rows.values()) {
      if (!within(eventIds, row.eventId)) continue;
      const status = before?.get(row.id);
      if (!status) return null;
      changes.push({ before: status, row });
    }
    return changes;
  }

  forget({ id, eventId }: DeliveryRow): void {
    this.#rows.delete(id);
    this.#doubtful.delete(eventId);
  }

  /** Those that began away from their event's own segment. The event may have been erased since. */
  rest(isThere: (id: EventId) => boolean): WholeRow[] {
    return [...this.#rows.values()]
      .filter(isWhole)
      .filter(({ eventId }) => !this.#doubtful.has(eventId) || isThere(eventId));
  }
}
