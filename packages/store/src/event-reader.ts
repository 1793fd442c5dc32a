import { applyRecord, type EventState, initialState, type StoreRecord } from '@hooktap/core';
import type { EventId } from '@hooktap/protocol';
import type { FactTables } from './fact-tables.ts';
import { readRecords, recordsAt } from './record-reader.ts';
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
  const bySegment = new Map<SealedSegment, EventId[]>();
  const others: EventId[] = [];
  for (const id of ids) {
    const home = catalog.ledger.isVisible(id) ? catalog.onlyHome(id) : undefined;
    if (home) bySegment.set(home, [...(bySegment.get(home) ?? []), id]);
    else others.push(id);
  }
  const parts: Promise<FoundRecord[]>[] = [];
  for (const [segment, wanted] of bySegment) {
    const placesOf = facts.places(segment);
    const lines = wanted.flatMap((id) => (placesOf(id) ?? []).map((place) => ({ id, place })));
    const read = async () => {
      const records = await recordsAt(
        segment.path,
        lines.map(({ place }) => place),
      );
      return lines.flatMap(({ id }, index) => {
        const record = records[index];
        return record && isAbout(record, id) ? [{ id, record }] : [];
      });
    };
    parts.push(read());
  }
  const rest = readEvents(catalog, others);
  const found = fold((await Promise.all(parts)).flat());
  const missing = [...bySegment.values()].flat().filter((id) => !found.has(id));
  return new Map([...found, ...(await rest), ...(await readEvents(catalog, missing))]);
}

function isAbout(record: StoredRecord, id: EventId): boolean {
  if (record.type === 'event') return record.event.id === id;
  if (record.type === 'delivery') return record.delivery.eventId === id;
  return 'eventId' in record && record.eventId === id;
}

/** Events folded from their records, wherever those lie; hidden and unknown ones are left out. */
export async function readEvents(
  catalog: SegmentCatalog,
  ids: readonly EventId[],
): Promise<Map<EventId, ReadEvent>> {
  const wanted = new Map<Segment, { id: EventId; position: number }[]>();
  for (const id of ids) {
    if (!catalog.ledger.isVisible(id)) continue;
    for (const segment of catalog.mentioning(id)) {
      const list = wanted.get(segment) ?? [];
      wanted.set(segment, list);
      for (const position of catalog.contents(segment).positions(id)) list.push({ id, position });
    }
  }
  const order = catalog.all().filter((segment) => wanted.has(segment));
  const parts = await Promise.all(
    order.map(async (segment) => {
      const list = wanted.get(segment) ?? [];
      const records = await readRecords(
        catalog,
        segment,
        list.map(({ position }) => position),
      );
      return list.map(({ id }, index) => ({ id, record: records[index] }));
    }),
  );
  return fold(parts.flat());
}

export async function readEvent(catalog: SegmentCatalog, id: EventId): Promise<ReadEvent | undefined> {
  return readLive(catalog, id) ?? (await readEvents(catalog, [id])).get(id);
}

/** One that is all in memory: the common case of an event that has just come in, once for each of its changes. */
function readLive(catalog: SegmentCatalog, id: EventId): ReadEvent | undefined {
  const [segment, ...later] = catalog.ledger.isVisible(id) ? catalog.mentioning(id) : [];
  if (!segment || 'summary' in segment || later.length > 0) return undefined;
  const found: FoundRecord[] = [];
  for (const position of segment.contents.positions(id)) {
    const record = segment.recordAt(position);
    if (!record) return undefined;
    found.push({ id, record });
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
