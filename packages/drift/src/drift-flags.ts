import { toInstant } from '@hooktap/core';
import type { DriftFlag, DriftRule } from '@hooktap/protocol';
import { countBelow, type FieldRecord, type FieldRecordMap } from './field-record.ts';
import type { JsonKind } from './json-kind.ts';
import type { SeenEvent } from './type-history.ts';

/** What is usual, and what is recent. */
export const driftRule: DriftRule = {
  recentEvents: 20,
  recentHours: 24,
  fewestBefore: 5,
  usualShare: 0.95,
  missingEvents: 100,
  mostEvents: 1000,
};

interface Timeline {
  readonly events: readonly Pick<SeenEvent, 'id' | 'at'>[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What is out of the ordinary about a field; only fields that have a name can be. */
export function flagsOf(record: FieldRecord, records: FieldRecordMap, timeline: Timeline): DriftFlag[] {
  const { node } = record;
  const flags: DriftFlag[] = [];
  if (node.isNamed && node.parent) {
    const around = records.get(node.parent.id)?.open ?? [];
    const fresh = newField(record, around, timeline) ?? missingField(record, around, timeline);
    if (fresh) flags.push(fresh);
  }
  const retyped = retypedField(record, timeline);
  return retyped ? [...flags, retyped] : flags;
}

/** So many events before had what it stands in, and did not have it. */
function newField(
  { events: [first] }: FieldRecord,
  around: readonly number[],
  timeline: Timeline,
): DriftFlag | undefined {
  if (first === undefined || !isRecent(first, timeline)) return undefined;
  const before = countBelow(around, first);
  return before < driftRule.fewestBefore ? undefined : { kind: 'new', ...placed(first, timeline), before };
}

/** It was usual up to the last event that had it, and not one of several since has it. */
function missingField(
  { events }: FieldRecord,
  around: readonly number[],
  timeline: Timeline,
): DriftFlag | undefined {
  const had = events.length;
  const of = countBelow(around, (events.at(-1) ?? 0) + 1);
  const recent = around.length - of;
  const [firstWithout] = around.slice(of, of + 1);
  if (firstWithout === undefined || of < driftRule.fewestBefore || had < driftRule.usualShare * of)
    return undefined;
  // Of few events the newer half must lack it; a single one says little.
  if (recent < Math.max(3, Math.min(driftRule.recentEvents, Math.floor(around.length / 2)))) return undefined;
  if (!isRecent(firstWithout, timeline, driftRule.missingEvents)) return undefined;
  return { kind: 'missing', had, of, recent };
}

/** A kind that came for the first time. Integers are numbers, so one among numbers is nothing new. */
function retypedField({ events, kinds }: FieldRecord, timeline: Timeline): DriftFlag | undefined {
  const numbersFrom = kinds.find(({ kind }) => kind === 'number')?.first ?? Infinity;
  const fresh = kinds.filter(({ kind, first }) => {
    if (kind === 'integer' && numbersFrom <= first) return false;
    return isRecent(first, timeline) && countBelow(events, first) >= driftRule.fewestBefore;
  });
  const [earliest] = fresh;
  if (!earliest) return undefined;
  const { first } = earliest;
  const to = fresh.map(({ kind }) => kind);
  const from = kinds.flatMap((known): JsonKind[] => (known.first < first ? [known.kind] : []));
  return { kind: 'retyped', ...placed(first, timeline), before: countBelow(events, first), from, to };
}

function isRecent(index: number, { events, now }: Timeline, newest = driftRule.recentEvents): boolean {
  const event = events[index];
  if (!event) return false;
  return index >= events.length - newest || event.at >= now - driftRule.recentHours * 3_600_000;
}

const placed = (index: number, { events }: Timeline) => {
  const event = events[index];
  if (!event) throw new Error('A field first seen in an event that is not there.');
  return { eventId: event.id, at: toInstant(event.at) };
};
