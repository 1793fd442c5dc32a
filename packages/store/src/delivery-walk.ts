import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DeliveryId, EventId } from '@hooktap/protocol';
import { type DeliveryRow, isWhole, mergeRows, type WholeRow } from './delivery-row.ts';
import type { TableHead } from './delivery-table.ts';
import type { DeliveryTables } from './delivery-tables.ts';
import type { Segment, SegmentCatalog } from './segment-catalog.ts';
import { within } from './segment-summary.ts';

/**
 * Every visible delivery once, as it is now, about newest first. A delivery's later records may lie in later segments
 * than its first: what they say is kept until its own segment is reached. `skip` is asked of a sealed segment whose
 * rows are all visible and final; where it says yes they are not read.
 */
export async function* walkDeliveries(
  catalog: SegmentCatalog,
  tables: DeliveryTables,
  skip: (head: TableHead) => boolean,
): AsyncGenerator<WholeRow[]> {
  const { ledger } = catalog;
  const unseen = [...ledger.hidden.keys(), ...ledger.erased];
  const later = new LaterRows();
  for (const { number } of catalog.all().reverse()) {
    // Meanwhile it may have been sealed, rewritten or removed.
    const segment = catalog.all().find((one) => one.number === number);
    if (!segment || (await canSkip(segment))) continue;
    const { own, strays } = await tables.table(catalog, segment);
    const rows = Array.from(own, (row) => later.take(row)).filter(isWhole);
    for (const row of strays) later.add(row);
    yield rows.filter(({ eventId }) => catalog.ledger.isVisible(eventId));
    await nextTurn();
  }
  const rest = later.rest((id) => catalog.home(id) !== undefined);
  yield rest.filter(({ eventId }) => catalog.ledger.isVisible(eventId));

  async function canSkip(segment: Segment): Promise<boolean> {
    if (!('summary' in segment)) return false;
    const { eventIds } = segment.summary;
    if (unseen.some((id) => within(eventIds, id)) || later.concerns(eventIds)) return false;
    const head = await tables.head(catalog, segment);
    return head.strays === 0 && skip(head);
  }
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

  concerns(eventIds: { min: string; max: string } | null): boolean {
    return [...this.#rows.values()].some(({ eventId }) => within(eventIds, eventId));
  }

  /** Those that began away from their event's own segment. The event may have been erased since. */
  rest(isThere: (id: EventId) => boolean): WholeRow[] {
    return [...this.#rows.values()]
      .filter(isWhole)
      .filter(({ eventId }) => !this.#doubtful.has(eventId) || isThere(eventId));
  }
}
