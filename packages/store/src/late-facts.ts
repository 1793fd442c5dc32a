import { tellingDelivery } from '@hooktap/core';
import type { DeliveryId, EventId } from '@hooktap/protocol';
import type { EventFacts } from '@hooktap/query';
import { type DeliveryRow, headOf, isWhole, mergeRows } from './delivery-row.ts';
import type { DeliveryTables } from './delivery-tables.ts';
import { factsOf, type LateRow, type ReadFacts } from './event-facts.ts';
import type { FactTable } from './fact-table.ts';
import type { FactTables } from './fact-tables.ts';
import { strayCount } from './packed-strays.ts';
import type { Segment, SegmentCatalog } from './segment-catalog.ts';
import { SegmentFacts } from './segment-facts.ts';
import { within } from './segment-summary.ts';

/** What was said of an event in segments after its own. */
interface Later {
  reply: EventFacts['reply'];
  reading: ReadFacts | null;
  /** What each of these segments says, newest first. */
  readonly deliveries: DeliveryRow[][];
}

export interface TablesOfFacts {
  readonly facts: FactTables;
  readonly tables: DeliveryTables;
}

/**
 * The facts of all events on a walk from the newest segment to the oldest. What a segment says of an event of another
 * one is kept until that one is reached, so every segment has to be passed, even where it is not searched.
 */
export class LateFacts {
  readonly #catalog: SegmentCatalog;
  readonly #from: TablesOfFacts;
  readonly #later = new Map<EventId, Later>();

  constructor(catalog: SegmentCatalog, from: TablesOfFacts) {
    this.#catalog = catalog;
    this.#from = from;
  }

  /** Begun in the same turn of the event loop as the segment was looked up, as with `pass`. */
  async factsOf(segment: Segment): Promise<SegmentFacts> {
    const { ledger } = this.#catalog;
    const [table, own] = await Promise.all([
      this.#from.facts.table(this.#catalog, segment),
      this.#ownDeliveries(segment),
    ]);
    const changed = new Map<number, EventFacts | null>();
    for (const [id, index] of placesOf(ledger.marked, segment, table)) {
      changed.set(index, { ...factsOf(table.factsAt(index)), pinned: ledger.isPinned(id) });
    }
    for (const [id, index] of placesOf(this.#later.keys(), segment, table)) {
      const later = this.#later.get(id);
      const before = changed.get(index) ?? table.factsAt(index);
      if (later) changed.set(index, withLater(before, later, own.get(id) ?? []));
      this.#later.delete(id);
    }
    return new SegmentFacts(table, changed, ledger.marked);
  }

  /** Keeps what the segment says of events of earlier ones. */
  async pass(segment: Segment): Promise<void> {
    if ('summary' in segment && strayCount(segment.summary.strays) === 0) return;
    const { facts, tables } = this.#from;
    const [{ late }, { strays }] = await Promise.all([
      facts.table(this.#catalog, segment),
      tables.table(this.#catalog, segment),
    ]);
    for (const row of late) this.#add(row);
    const begun = new Set<EventId>();
    for (const row of strays) {
      const { deliveries } = this.#laterOf(row.eventId);
      if (!begun.has(row.eventId)) deliveries.push([]);
      begun.add(row.eventId);
      deliveries.at(-1)?.push(row);
    }
  }

  #add({ id, reply, reading }: LateRow): void {
    const later = this.#laterOf(id);
    later.reply ??= reply;
    later.reading ??= reading;
  }

  #laterOf(id: EventId): Later {
    const later = this.#later.get(id) ?? { reply: null, reading: null, deliveries: [] };
    this.#later.set(id, later);
    return later;
  }

  /** Of those events of which there are later deliveries or attempts. */
  async #ownDeliveries(segment: Segment): Promise<Map<EventId, DeliveryRow[]>> {
    const wanted = new Map<EventId, DeliveryRow[]>();
    for (const [id, { deliveries }] of this.#later) {
      if (deliveries.length > 0 && mayHave(segment, id)) wanted.set(id, []);
    }
    if (wanted.size === 0) return wanted;
    const { own } = await this.#from.tables.table(this.#catalog, segment);
    for (const row of own) wanted.get(row.eventId)?.push(row);
    return wanted;
  }
}

const mayHave = (segment: Segment, id: EventId): boolean =>
  'summary' in segment ? within(segment.summary.eventIds, id) : segment.contents.home(id) !== undefined;

/** Where the rows of these events are, of those that are of this segment. */
function placesOf(
  ids: Iterable<EventId>,
  segment: Segment,
  table: FactTable,
): (readonly [EventId, number])[] {
  const found: (readonly [EventId, number])[] = [];
  for (const id of ids) {
    const index = mayHave(segment, id) ? table.find(id) : undefined;
    if (index !== undefined) found.push([id, index]);
  }
  return found;
}

/** Null where the rows do not tell. */
function withLater(before: EventFacts, later: Later, own: readonly DeliveryRow[]): EventFacts | null {
  const { reply, reading, deliveries } = later;
  // It may be of the capture or of the reading that is out of date.
  if (reading && before.duplicateOf !== undefined && reading.duplicateOf === undefined) return null;
  return {
    ...factsOf(before),
    ...reading,
    ...(reply && { reply }),
    ...(deliveries.length > 0 && delivered([...own, ...deliveries.toReversed().flat()])),
  };
}

/** What the rows of an event's deliveries come to, oldest first. */
function delivered(rows: readonly DeliveryRow[]): Pick<EventFacts, 'delivery' | 'isReplayed'> {
  const merged = new Map<DeliveryId, DeliveryRow>();
  for (const row of rows) merged.set(row.id, mergeRows(merged.get(row.id), row));
  const whole = [...merged.values()].filter(isWhole);
  const told = tellingDelivery(whole.map((row) => ({ ...row.known, row })));
  return {
    delivery: told ? headOf(told.row).digest : null,
    isReplayed: whole.some(({ known }) => known.cause === 'replay'),
  };
}
