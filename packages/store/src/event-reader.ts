import { applyRecord, type EventState, initialState, type StoreRecord } from '@hooktap/core';
import type { EventId } from '@hooktap/protocol';
import type { FactTables } from './fact-tables.ts';
import { type RecordPlace, readRecords, recordsAt } from './record-reader.ts';
import type { SealedSegment, Segment, SegmentCatalog } from './segment-catalog.ts';
import type { StoredRecord } from './stored-record.ts';

/** An event with the records that made it. */
export interface ReadEvent {
  readonly state: EventState;
  readonly records: readonly StoreRecord[];
}

/**
 * The same as `readEvents`, for a few events that may be of many segments: where their facts tell where their lines
 * are, the notes of those segments are not needed.
 */
export async function readFoundEvents(
  catalog: SegmentCatalog,
  facts: FactTables,
  ids: readonly EventId[],
): Promise<Map<EventId, ReadEvent>> {
  const homes = new Map<SealedSegment, EventId[]>();
  const later = new Map<Segment, EventId[]>();
  const others: EventId[] = [];
  for (const id of ids) {
    const found = catalog.ledger.isVisible(id) ? catalog.whereabouts(id) : undefined;
    if (!found) others.push(id);
    else {
      listed(homes, found.home).push(id);
      for (const segment of found.later) listed(later, segment).push(id);
    }
  }
  const order = catalog.all().filter((segment) => later.has(segment));
  const parts = [
    ...[...homes].map(([segment, wanted]) => readHome(segment, facts.places(segment), wanted)),
    ...order.map((segment) => readSegment(catalog, segment, listed(later, segment))),
  ];
  const rest = readEvents(catalog, others);
  const found = fold((await Promise.all(parts)).flat());
  const missing = [...homes.values()].flat().filter((id) => !found.has(id));
  return new Map([...found, ...(await rest), ...(await readEvents(catalog, missing))]);
}

/** The list for a key, an empty one where there was none. */
function listed<Key, Item>(lists: Map<Key, Item[]>, key: Key): Item[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

async function readHome(
  segment: SealedSegment,
  placesOf: (id: EventId) => RecordPlace[] | undefined,
  ids: readonly EventId[],
): Promise<FoundRecord[]> {
  const lines = ids.flatMap((id) => (placesOf(id) ?? []).map((place) => ({ id, place })));
  const records = await recordsAt(
    segment.path,
    lines.map(({ place }) => place),
  );
  return lines.flatMap(({ id }, index) => {
    const record = records[index];
    return record && isAbout(record, id) ? [{ id, record }] : [];
  });
}

/** All lines that a segment has about these events. */
async function readSegment(
  catalog: SegmentCatalog,
  segment: Segment,
  ids: readonly EventId[],
): Promise<FoundRecord[]> {
  const contents = catalog.contents(segment);
  const lines = ids.flatMap((id) => contents.positions(id).map((position) => ({ id, position })));
  const records = await readRecords(
    catalog,
    segment,
    lines.map(({ position }) => position),
  );
  return lines.map(({ id }, index) => ({ id, record: records[index] }));
}

function isAbout(record: StoredRecord, id: EventId): boolean {
  if (record.type === 'event') return record.event.id === id;
  if (record.type === 'delivery') return record.delivery.eventId === id;
  return 'eventId' in record && record.eventId === id;
}

/** Events folded from their records, wherever those lie; hidden and unknown ones are left out. */
export function readEvents(
  catalog: SegmentCatalog,
  ids: readonly EventId[],
): Promise<Map<EventId, ReadEvent>> {
  return readEach(
    catalog,
    ids.filter((id) => catalog.ledger.isVisible(id)),
  );
}

/** The same for those that are hidden and not erased yet. */
export function readHiddenEvents(
  catalog: SegmentCatalog,
  ids: readonly EventId[],
): Promise<Map<EventId, ReadEvent>> {
  return readEach(
    catalog,
    ids.filter((id) => catalog.ledger.hidden.has(id)),
  );
}

async function readEach(catalog: SegmentCatalog, ids: readonly EventId[]): Promise<Map<EventId, ReadEvent>> {
  const wanted = new Map<Segment, EventId[]>();
  for (const id of ids) {
    for (const segment of catalog.mentioning(id)) listed(wanted, segment).push(id);
  }
  const order = catalog.all().filter((segment) => wanted.has(segment));
  const parts = await Promise.all(
    order.map((segment) => readSegment(catalog, segment, listed(wanted, segment))),
  );
  return fold(parts.flat());
}

export async function readEvent(catalog: SegmentCatalog, id: EventId): Promise<ReadEvent | undefined> {
  return readInMemory(catalog, id) ?? (await readEvents(catalog, [id])).get(id);
}

/** One that is all in memory: the common case of an event that has just come in, once for each of its changes. */
function readInMemory(catalog: SegmentCatalog, id: EventId): ReadEvent | undefined {
  if (!catalog.ledger.isVisible(id)) return undefined;
  const found: FoundRecord[] = [];
  for (const segment of catalog.mentioning(id)) {
    for (const position of catalog.contents(segment).positions(id)) {
      const record = catalog.recordIn(segment, position);
      if (!record) return undefined;
      found.push({ id, record });
    }
  }
  return fold(found).get(id);
}

interface FoundRecord {
  readonly id: EventId;
  readonly record: StoredRecord | undefined;
}

function fold(found: readonly FoundRecord[]): Map<EventId, ReadEvent> {
  const events = new Map<EventId, { state: EventState; records: StoreRecord[] }>();
  for (const { id, record } of found) {
    if (!record || record.type === 'erased') continue;
    const known = events.get(id);
    if (known) {
      known.state = applyRecord(known.state, record);
      known.records.push(record);
    } else if (record.type === 'event') {
      events.set(id, { state: initialState(record.event), records: [record] });
    }
  }
  return events;
}
