import type { EventDrift, EventId } from '@hooktap/protocol';
import { driftRule } from './drift-flags.ts';
import { fieldPath } from './field-path.ts';
import { countBelow, type FieldRecord, type FieldRecordMap } from './field-record.ts';
import type { JsonKind } from './json-kind.ts';
import type { TypeHistory } from './type-history.ts';

/** More are not told of one event. */
const most = 50;

type Novelty = Pick<EventDrift, 'compared' | 'newFields' | 'retypedFields'>;

const unknown: Novelty = { compared: null, newFields: [], retypedFields: [] };

/** What one event has that no event of its type before it had. */
export function eventNovelty(history: TypeHistory, id: EventId): Novelty {
  const index = history.events.findIndex((event) => event.id === id);
  if (index < driftRule.fewestBefore) return unknown;
  const { records } = history;
  const newFields: string[] = [];
  const retypedFields: { path: string; to: JsonKind[] }[] = [];
  for (const record of records.values()) {
    // Only what came with this event for the first time can be new of it.
    if (record.events[0] !== index && !record.kinds.some(({ first }) => first === index)) continue;
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
function isNewAt({ node, events }: FieldRecord, records: FieldRecordMap, index: number): boolean {
  if (!node.isNamed || !node.parent || events[0] !== index) return false;
  const around = records.get(node.parent.id)?.open ?? [];
  return countBelow(around, index) >= driftRule.fewestBefore;
}

/** Kinds that came with this event for the first time. An integer among numbers is nothing new. */
function newKindsAt({ events, kinds }: FieldRecord, index: number): JsonKind[] {
  if (countBelow(events, index) < driftRule.fewestBefore) return [];
  const isNumber = kinds.some(({ kind, first }) => kind === 'number' && first <= index);
  return kinds.flatMap(({ kind, first }) =>
    first === index && !(kind === 'integer' && isNumber) ? [kind] : [],
  );
}
