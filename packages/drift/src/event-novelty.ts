import type { EventDrift, EventId } from '@hooktap/protocol';
import { driftRule } from './drift-flags.ts';
import { fieldPath } from './field-path.ts';
import { countBelow, type FieldRecord, fieldRecords } from './field-record.ts';
import type { JsonKind } from './json-kind.ts';
import type { TypeHistory } from './type-history.ts';

/** More are not told of one event. */
const most = 50;

type Novelty = Pick<EventDrift, 'compared' | 'newFields' | 'retypedFields'>;

const unknown: Novelty = { compared: null, newFields: [], retypedFields: [] };

/** What one event has that no event of its type before it had. */
export function eventNovelty(history: TypeHistory, id: EventId): Novelty {
  const index = history.events.findIndex((event) => event.id === id);
  const event = history.events[index];
  if (!event || index < driftRule.fewestBefore) return unknown;
  const records = fieldRecords(history);
  const newFields: string[] = [];
  const retypedFields: { path: string; to: JsonKind[] }[] = [];
  for (const place of new Set([...history.placesOf(event)].map(([number]) => number))) {
    const record = records.get(place);
    if (!record) continue;
    if (isNewAt(record, records, index)) newFields.push(fieldPath(record.node));
    const to = newKindsAt(record, index);
    if (to.length > 0) retypedFields.push({ path: fieldPath(record.node), to });
  }
  return {
    compared: index,
    newFields: newFields.slice(0, most),
    retypedFields: retypedFields.slice(0, most),
  };
}

/** So many before had what it stands in, and not it. */
export function isNewAt(
  { node, events }: FieldRecord,
  records: ReadonlyMap<number, FieldRecord>,
  index: number,
): boolean {
  if (!node.isNamed || !node.parent || events[0] !== index) return false;
  const around = records.get(node.parent.id)?.open ?? [];
  return countBelow(around, index) >= driftRule.fewestBefore;
}

/** Kinds that came with this event for the first time. An integer among numbers is nothing new. */
export function newKindsAt({ events, kinds }: FieldRecord, index: number): JsonKind[] {
  if (countBelow(events, index) < driftRule.fewestBefore) return [];
  const isNumber = (kinds.get('number')?.first ?? Infinity) <= index;
  return [...kinds].flatMap(([kind, { first }]) =>
    first === index && !(kind === 'integer' && isNumber) ? [kind] : [],
  );
}
