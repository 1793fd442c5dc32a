import * as z from 'zod';
import { BodyState } from './body.ts';
import { DeliveryDigest, EventListItem, Reply, Via } from './event.ts';
import { exportFormats } from './export-formats.ts';
import { RawHeaders } from './headers.ts';
import { EventId, Seq } from './ids.ts';
import { ReasonPart } from './reason-part.ts';
import { Instant } from './time.ts';

/**
 * What events are written as. Code of one request: `curl`, `httpie`, `fetch`, `axios`, `python` (requests), `go`,
 * `php`, `java`; `http` is the request itself. Of many: `har` (HAR 1.2), `ndjson` (an ArchivedEvent per line), `html`.
 */
export const ExportFormat = z.enum(exportFormats);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** `1`: phone numbers, names, texts, tokens and signatures are replaced by stand-ins. */
const Safe = z.enum(['0', '1']).default('0');

const WrittenAs = z.strictObject({
  format: ExportFormat,
  safe: Safe,
  /** An origin such as `http://localhost:3000` in place of the one the sender called; of code only. */
  to: z
    .string()
    .max(2048)
    .regex(/^https?:\/\/[^\s/?#@'"\\]+\/?$/i, 'expected an origin such as http://localhost:3000')
    .optional(),
});

/** The query string of `GET /api/events/:id/export`. */
export const EventExportQuery = WrittenAs.extend({
  /** `file`: code reads the body, as captured, from `<id>.bin` beside it, and says so. Not with `safe=1`. */
  body: z.enum(['inline', 'file']).default('inline'),
}).refine(({ safe, body }) => safe === '0' || body === 'inline', {
  path: ['body'],
  message: 'expected inline, since the file holds what was captured',
});
export type EventExportQuery = z.infer<typeof EventExportQuery>;

/** Event ids with commas between them, at most 400. */
const IdList = z
  .string()
  .max(400 * 31)
  .regex(/^evt_[0-9a-hjkmnp-tv-z]{26}(,evt_[0-9a-hjkmnp-tv-z]{26})*$/, 'expected event ids with commas');

/** The query string of `GET /api/export`: what `q` finds, or these. */
export const ExportQuery = WrittenAs.extend({
  q: z.string().max(4096).default(''),
  ids: IdList.optional(),
});
export type ExportQuery = z.infer<typeof ExportQuery>;

/** The query string of `GET /api/export/summary`. */
export const ExportSummaryQuery = ExportQuery.pick({ q: true, ids: true, safe: true }).extend({
  /** With it, attempts count where that format shows them. */
  format: ExportFormat.optional(),
  /** Looks at no more than so many events. */
  most: z.coerce.number().int().min(1).max(1_000_000).optional(),
});
export type ExportSummaryQuery = z.infer<typeof ExportSummaryQuery>;

/** The query string of `GET /api/export/preview`. */
export const ExportPreviewQuery = ExportQuery.pick({ q: true, ids: true, format: true });
export type ExportPreviewQuery = z.infer<typeof ExportPreviewQuery>;

/** The body of `POST /api/export`, `/summary` and `/preview`: these, where they are too many for an address. */
export const ExportedIds = z.strictObject({ ids: z.array(EventId).min(1).max(100_000) });
export type ExportedIds = z.infer<typeof ExportedIds>;

/** What a share-safe export replaces. */
export const ReplacedKind = z.enum([
  'phone',
  'email',
  'name',
  'text',
  'token',
  'signature',
  'address',
  'url',
  'number',
  'body',
]);
export type ReplacedKind = z.infer<typeof ReplacedKind>;

/** Of which part of an event a value is; `event`: what Hooktap adds to it, such as addresses, note and tags. */
export const PreviewPlace = z.enum(['target', 'header', 'body', 'event', 'attempt']);
export type PreviewPlace = z.infer<typeof PreviewPlace>;

/** What an export with these parameters holds, and how many values of each kind it replaces. */
export const ExportSummary = z.object({
  events: z.number().int().nonnegative(),
  /** How many of them were looked at, the first; of a share-safe one. */
  judged: z.number().int().nonnegative().optional(),
  replaced: z.partialRecord(ReplacedKind, z.number().int().positive()),
  /** What a share-safe export leaves as it is, for a person to judge. */
  kept: z
    .object({
      /** The rarest first, at most 100; `name` of the header, field or JSON path. */
      values: z.array(
        z.object({
          place: PreviewPlace,
          name: z.string(),
          value: z.string(),
          times: z.number().int().positive(),
        }),
      ),
      /** Values that are not among these. */
      others: z.number().int().nonnegative(),
      /** Short numbers, times and the like. */
      numbers: z.number().int().nonnegative(),
      /** Bodies of which nothing stays, since they are neither JSON nor a form. */
      wholeBodies: z.number().int().nonnegative(),
    })
    .optional(),
});
export type ExportSummary = z.infer<typeof ExportSummary>;

/** `GET /api/export/preview`: value by value what a share-safe export would hold of the first events, of three at most. */
export const ExportPreview = z.object({
  events: z.number().int().nonnegative(),
  first: z.array(
    z.object({
      id: EventId,
      receivedAt: Instant,
      method: z.string(),
      /** In the order in which they are judged; `after` and `kind` null where a value stays. Long ones are cut. */
      values: z.array(
        z.object({
          place: PreviewPlace,
          name: z.string(),
          before: z.string(),
          after: z.string().nullable(),
          kind: ReplacedKind.nullable(),
        }),
      ),
      /** Values that are not among these. */
      others: z.number().int().nonnegative(),
    }),
  ),
});
export type ExportPreview = z.infer<typeof ExportPreview>;

/** Bytes that are UTF-8 as text, all others as base64. */
export const ArchivedBody = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ base64: z.base64() }),
]);
export type ArchivedBody = z.infer<typeof ArchivedBody>;

/** One line of an NDJSON export; `hooktap` is the version of the format. */
export const ArchivedEvent = z.object({
  hooktap: z.literal(1),
  id: z.string().optional(),
  receivedAt: Instant,
  endpoint: z.string().max(200).optional(),
  via: Via.optional(),
  url: z.string().max(70_000).optional(),
  method: z.string().max(200),
  requestTarget: z.string().max(70_000),
  httpVersion: z
    .string()
    .regex(/^\d(\.\d)?$/)
    .default('1.1'),
  rawHeaders: RawHeaders.max(10_000),
  rawTrailers: RawHeaders.max(10_000).default([]),
  remoteAddress: z.string().max(200).default(''),
  clientAddress: z.string().max(200).optional(),
  body: ArchivedBody,
  bodyState: BodyState.default('complete'),
  provider: z.string().nullable().optional(),
  eventType: z.string().nullable().optional(),
  providerEventId: z.string().nullable().optional(),
  subject: z.string().nullable().optional(),
  verification: EventListItem.shape.verification.shape.verdict.optional(),
  reply: Reply.nullable().optional(),
  delivery: DeliveryDigest.nullable().optional(),
  pinned: z.boolean().optional(),
  note: z.string().max(10_000).optional(),
  tags: z.array(z.string().min(1).max(100)).max(100).optional(),
});
export type ArchivedEvent = z.infer<typeof ArchivedEvent>;

/** The query string of `POST /api/import`. */
export const ImportQuery = z.strictObject({
  /** By default told by how the file begins. */
  format: z.enum(['ndjson', 'har']).optional(),
  /** `stop`: what cannot be read ends the import and is a problem. `skip`: it is left out and told of. */
  faults: z.enum(['stop', 'skip']).default('stop'),
  /** `1`: the answer names every event that was added, so that they can be taken out again. */
  list: z.enum(['0', '1']).default('0'),
});
export type ImportQuery = z.infer<typeof ImportQuery>;

/** What an import added, in the order of the file. */
export const ImportResult = z.object({
  imported: z.number().int().nonnegative(),
  firstId: EventId.nullable(),
  lastId: EventId.nullable(),
  seq: Seq,
  /** How many lines or entries were left out. */
  skipped: z.number().int().nonnegative().default(0),
  /** Why, of the first hundred of them; `place` such as `line 7`. */
  faults: z
    .array(
      z.object({
        place: z.string(),
        message: z.string(),
        /** Both in codes. */
        placePart: ReasonPart.exactOptional(),
        parts: z.array(ReasonPart).readonly().exactOptional(),
      }),
    )
    .default([]),
  /** When the oldest of them arrived: retention goes by that. */
  oldest: Instant.nullable().default(null),
  ids: z.array(EventId).optional(),
});
export type ImportResult = z.infer<typeof ImportResult>;

/** The query string of `GET /api/events/histogram`. */
export const HistogramQuery = z.strictObject({
  q: z.string().max(4096).default(''),
  /** At most so many. */
  buckets: z.coerce.number().int().min(1).max(500).default(60),
});
export type HistogramQuery = z.infer<typeof HistogramQuery>;

/** Arrivals over the time from the first to the last that `q` finds, in buckets of equal length. */
export const Histogram = z.object({
  /** When the first bucket begins; null where nothing was found. */
  start: Instant.nullable(),
  bucketMs: z.number().int().positive(),
  counts: z.array(z.number().int().nonnegative()),
  /** Of them, those whose delivery failed. */
  failed: z.array(z.number().int().nonnegative()),
  total: z.number().int().nonnegative(),
  seq: Seq,
});
export type Histogram = z.infer<typeof Histogram>;
