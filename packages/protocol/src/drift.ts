import * as z from 'zod';
import { EventId, Seq } from './ids.ts';
import { Instant } from './time.ts';

/** `integer`: written without fraction or exponent; `number`: any other number. */
export const JsonKind = z.enum(['null', 'boolean', 'integer', 'number', 'string', 'array', 'object']);
export type JsonKind = z.infer<typeof JsonKind>;

/**
 * What counts as usual. A field is **new** where `fewestBefore` events or more had what it stands in without it, and it
 * first came among the newest `recentEvents` of the type or in the last `recentHours`; **missing** where it was in
 * `usualShare` of the events (`fewestBefore` or more) up to the last that had it, and in none of `recentEvents` or more
 * since (of fewer than twice as many events: in none of the newer half), the first of which is among the newest
 * `missingEvents` or came in the last `recentHours`; **retyped** where a kind came first as recently, after `fewestBefore` events that had the field without it.
 * At most `mostEvents` of a type are looked at, the newest.
 */
export const DriftRule = z.object({
  recentEvents: z.number().int(),
  recentHours: z.number(),
  fewestBefore: z.number().int(),
  usualShare: z.number(),
  missingEvents: z.number().int(),
  mostEvents: z.number().int(),
});
export type DriftRule = z.infer<typeof DriftRule>;

const first = { eventId: EventId, at: Instant, before: z.number().int().nonnegative() };

/** `before`: after so many events without it. `had` of `of` events had it, and none of `recent` since. */
export const DriftFlag = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new'), ...first }),
  z.object({
    kind: z.literal('missing'),
    had: z.number().int(),
    of: z.number().int(),
    recent: z.number().int(),
  }),
  z.object({ kind: z.literal('retyped'), ...first, from: z.array(JsonKind), to: z.array(JsonKind) }),
]);
export type DriftFlag = z.infer<typeof DriftFlag>;

/** One event type of one provider, null where there is none, and what its newest events are. */
export const DriftType = z.object({
  provider: z.string().nullable(),
  eventType: z.string().nullable(),
  /** So many of its events were looked at; older ones only where it says so. */
  looked: z.number().int().nonnegative(),
  hasOlder: z.boolean(),
  /** Those of them whose bodies are JSON. */
  events: z.number().int().nonnegative(),
  skipped: z.object({
    notJson: z.number().int().nonnegative(),
    /** Larger than what is looked at. */
    tooLarge: z.number().int().nonnegative(),
    /** Truncated, aborted, or in a content encoding that cannot be undone. */
    incomplete: z.number().int().nonnegative(),
  }),
  fields: z.number().int().nonnegative(),
  /** Some fields, items of lists or members of objects were left out: there are too many. */
  cut: z.boolean(),
  flags: z.object({
    new: z.number().int().nonnegative(),
    missing: z.number().int().nonnegative(),
    retyped: z.number().int().nonnegative(),
  }),
  firstAt: Instant.nullable(),
  lastAt: Instant.nullable(),
});
export type DriftType = z.infer<typeof DriftType>;

/** `GET /api/drift`: the type with the newest event first. */
export const DriftTypes = z.object({
  items: z.array(DriftType),
  /** There are more types than are looked at. */
  cut: z.boolean(),
  rule: DriftRule,
  seq: Seq,
});
export type DriftTypes = z.infer<typeof DriftTypes>;

const Sighting = z.object({ eventId: EventId, at: Instant });

/** A field ever seen in the JSON bodies of an event type. */
export const DriftField = z.object({
  /** `data.items[].id`; `[]` are the elements of a list, `[*]` values under keys that vary. Other keys in quotes. */
  path: z.string(),
  /** A query that finds the events that have it; null where none can be written. */
  q: z.string().nullable(),
  kinds: z.array(z.object({ kind: JsonKind, events: z.number().int().positive(), firstAt: Instant })),
  /** What all its strings are, such as `date-time`, `uuid`, `phone` or `digits`. */
  format: z.string().nullable(),
  /** The few words that come again and again; empty where it is not so. */
  values: z.array(z.string()),
  /** Some integers are beyond 2^53, where a JavaScript number is not exact. */
  largeIntegers: z.boolean(),
  /** What it stands in was there without it. */
  optional: z.boolean(),
  /** In so many of the looked-at events with a JSON body. */
  events: z.number().int().nonnegative(),
  firstSeen: Sighting,
  lastSeen: Sighting,
  /** The newest different values; of strings their characters, of all others as they were written. */
  examples: z.array(z.object({ text: z.string(), kind: JsonKind, cut: z.boolean(), eventId: EventId })),
  flags: z.array(DriftFlag),
});
export type DriftField = z.infer<typeof DriftField>;

const ofType = {
  /** Left out: events of which no provider was recognised. */
  provider: z.string().min(1).max(200).optional(),
  /** Left out: events without an event type. */
  type: z.string().min(1).max(1000).optional(),
};

/** The query string of `GET /api/drift/fields`. */
export const DriftQuery = z.strictObject(ofType);
export type DriftQuery = z.infer<typeof DriftQuery>;

/** `GET /api/drift/fields`: each field after what it stands in, in the order of the bodies. */
export const DriftFields = z.object({
  type: DriftType,
  items: z.array(DriftField),
  rule: DriftRule,
  seq: Seq,
});
export type DriftFields = z.infer<typeof DriftFields>;

export const ShapeFormat = z.enum(['typescript', 'json-schema', 'zod']);
export type ShapeFormat = z.infer<typeof ShapeFormat>;

/** The query string of `GET /api/drift/shape`. */
export const ShapeQuery = z.strictObject({
  ...ofType,
  format: ShapeFormat,
  /** `1`: what the provider's samples have counts too, so that a type has a shape before its first event. */
  samples: z.enum(['0', '1']).default('0'),
});
export type ShapeQuery = z.infer<typeof ShapeQuery>;

/** `GET /api/drift/shape`: what bodies of the type look like, as code or as a JSON Schema. */
export const ShapeText = z.object({
  format: ShapeFormat,
  text: z.string(),
  /** So many bodies of events, and so many samples, are in it. */
  events: z.number().int().nonnegative(),
  samples: z.number().int().nonnegative(),
  cut: z.boolean(),
});
export type ShapeText = z.infer<typeof ShapeText>;

/** `GET /api/events/:id/drift`: what its body has that those of its type before it had not. */
export const EventDrift = z.object({
  provider: z.string().nullable(),
  eventType: z.string().nullable(),
  /** With so many events before it was it compared; null where its body is not looked at or they are too few. */
  compared: z.number().int().positive().nullable(),
  newFields: z.array(z.string()),
  retypedFields: z.array(z.object({ path: z.string(), to: z.array(JsonKind) })),
});
export type EventDrift = z.infer<typeof EventDrift>;
