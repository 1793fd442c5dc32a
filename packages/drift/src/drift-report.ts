import { toInstant } from '@hooktap/core';
import type { DriftField, DriftFlag, DriftType } from '@hooktap/protocol';
import { flagsOf } from './drift-flags.ts';
import { fieldPath, fieldQuery } from './field-path.ts';
import type { FieldRecord } from './field-record.ts';
import type { LearnedKind } from './learned-kind.ts';
import type { SeenEvent } from './type-history.ts';

/** A type in short, with how many of its fields are out of the ordinary. */
export function typeOf(learned: LearnedKind, now: number): DriftType {
  const { kind, history, hasOlder, looked } = learned;
  const { events, records } = history;
  const flags = { new: 0, missing: 0, retyped: 0 };
  let fields = 0;
  for (const record of records.values()) {
    if (!record.node.step) continue;
    fields += 1;
    for (const { kind: flag } of flagsOf(record, records, { events, now })) flags[flag] += 1;
  }
  return {
    ...kind,
    looked,
    hasOlder,
    events: events.length,
    skipped: {
      notJson: learned.skipped('not-json'),
      tooLarge: learned.skipped('too-large'),
      incomplete: learned.skipped('incomplete'),
    },
    fields,
    cut: history.shape.isCut,
    flags,
    firstAt: instantOf(events[0]),
    lastAt: instantOf(events.at(-1)),
  };
}

const instantOf = (event: SeenEvent | undefined) => (event ? toInstant(event.at) : null);

/** Every field that the looked-at events have, each after what it stands in. */
export function fieldsOf({ history }: LearnedKind, now: number): DriftField[] {
  const { events, records } = history;
  return [...history.shape.fields()].flatMap((node): DriftField[] => {
    const record = records.get(node.id);
    return record ? [fieldOf(record, flagsOf(record, records, { events, now }), events)] : [];
  });
}

function fieldOf(record: FieldRecord, flags: DriftFlag[], events: readonly SeenEvent[]): DriftField {
  const { node } = record;
  return {
    path: fieldPath(node),
    q: fieldQuery(node),
    kinds: record.kinds.map(({ kind, first, count }) => ({
      kind,
      events: count,
      firstAt: sighting(events, first).at,
    })),
    format: node.strings.format,
    values: [...node.words],
    largeIntegers: node.hasLargeIntegers,
    optional: node.isOptional,
    events: record.events.length,
    firstSeen: sighting(events, record.events[0]),
    lastSeen: sighting(events, record.events.at(-1)),
    examples: node.examples.flatMap(({ text, kind, cut, eventId }) =>
      eventId === null ? [] : [{ text, kind, cut, eventId }],
    ),
    flags,
  };
}

function sighting(events: readonly SeenEvent[], index: number | undefined) {
  const event = events[index ?? -1];
  if (!event) throw new Error('A field of an event that is not there.');
  return { eventId: event.id, at: toInstant(event.at) };
}
