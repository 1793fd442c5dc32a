import { area } from '../message.ts';

export const drift = area('drift', {
  title: 'Drift',
  types: 'Event types',
  reading: 'Reading the newest events…',
  empty: {
    title: 'No event yet.',
    text: 'Drift lists the fields of every event type, and says which are new, missing or of another type than before.',
  },
  notAnswered: 'Hooktap did not answer. Open Drift again.',
  gone: 'No event of this type is kept any more.',
  noProvider: 'no known provider',
  noType: 'no event type',
  noJson: 'no JSON bodies',
  moreTypes: 'There are more types; those with the newest events are shown.',
  fields: { one: '{count} field', other: '{count} fields' },
  bodies: { one: '{count} JSON body', other: '{count} JSON bodies' },
  fromTo: '{from} to {to}',
  leftOut: {
    older: { one: 'older than the newest event', other: 'older than the newest {count}' },
    notJson: { one: '{count} without JSON', other: '{count} without JSON' },
    tooLarge: { one: '{count} too large', other: '{count} too large' },
    incomplete: { one: '{count} incomplete', other: '{count} incomplete' },
    fields: 'some fields, of which there are too many',
    sentence: 'Left out: {what}.',
  },
  flags: {
    new: { one: '{count} new', other: '{count} new' },
    missing: { one: '{count} missing', other: '{count} missing' },
    retyped: { one: '{count} retyped', other: '{count} retyped' },
  },
  flag: { new: 'new', missing: 'missing', retyped: 'retyped' },
  changes: {
    title: 'What changed',
    none: 'Nothing is new, missing or of another type than before.',
    tooFew: 'Too few events to tell what is usual.',
    new: {
      one: '{field} is new: first seen {when}, after {count} event without it.',
      other: '{field} is new: first seen {when}, after {count} events without it.',
    },
    missing: {
      one: '{field} is missing: none of the last {recent} has it, {had} of {count} before had.',
      other: '{field} is missing: none of the last {recent} has it, {had} of {count} before had.',
    },
    retyped: {
      one: '{field} is {to} since {when}; it was {from} in {count} event before.',
      other: '{field} is {to} since {when}; it was {from} in {count} events before.',
    },
    having: 'Events that have it',
    lacking: 'Events without it',
    since: 'Events since then',
  },
  view: {
    name: 'Show as',
    fields: 'Fields',
    typescript: 'TypeScript',
    'json-schema': 'JSON Schema',
    zod: 'zod',
  },
  table: {
    field: 'Field',
    kinds: 'Type',
    seen: 'Seen in',
    last: 'Last seen',
    example: 'Example',
    seenIn: '{count} of {all}',
    having: 'Events that have {field}. With Alt: those without it.',
    firstSeen: 'First seen {when}',
    optional: 'not always there',
    values: 'One of {values}',
    large: 'beyond 2^53',
  },
  shape: {
    note: {
      one: 'As {count} body has it. What was never seen is not in it.',
      other: 'As {count} bodies have it. What was never seen is not in it.',
    },
    what: 'the bodies as {format}',
  },
  rule: 'New: first seen in the last {hours} h or in the newest {recent} events, after {fewest} or more without it. Missing: in {share} of the events up to the last that had it, and in none of {recent} or more since (of few events: in none of the newer half); no longer told after {missing} events and {hours} h. Retyped: of a type that never came before. The newest {most} events of a type are looked at.',
  event: {
    new: { one: '{count} field was not seen before', other: '{count} fields were not seen before' },
    retyped: {
      one: '{count} field is of another type than before',
      other: '{count} fields are of another type than before',
    },
  },
});
