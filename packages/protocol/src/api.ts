import * as z from 'zod';
import { DeliverySummary } from './delivery.ts';
import { EventListItem } from './event.ts';
import { RawHeaders } from './headers.ts';
import { EventId, Seq } from './ids.ts';
import { SignatureBreak } from './signature.ts';

/** `GET /api/events`: newest first, cursors opaque and bound to their `q`. */
export const EventPage = z.object({
  items: z.array(EventListItem),
  nextCursor: z.string().nullable(),
  prevCursor: z.string().nullable(),
  total: z.number().int().nonnegative(),
  totalIsExact: z.boolean(),
  /** `within` ended the search: these are what was found until then, even none; `nextCursor` searches on. */
  partial: z.literal(true).optional(),
  seq: Seq,
});
export type EventPage = z.infer<typeof EventPage>;

/** The query string of `GET /api/events`. */
export const EventPageQuery = z.strictObject({
  q: z.string().max(4096).default(''),
  cursor: z.string().max(512).optional(),
  /** An event id: the page that has it in its middle. */
  around: EventId.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  /**
   * Milliseconds after which what has been found is answered, though the page could be fuller; not with `around`, nor
   * towards newer ones, whose page is known at the end only.
   */
  within: z.coerce.number().int().min(1).max(60_000).optional(),
});
export type EventPageQuery = z.infer<typeof EventPageQuery>;

/** The body of `POST /api/events/delete`: one of `ids`, `q`, `all`. */
export const EventSelection = z
  .strictObject({
    ids: z.array(EventId).max(100_000).optional(),
    q: z.string().min(1).max(4096).optional(),
    all: z.literal(true).optional(),
    includePinned: z.boolean().optional(),
  })
  .refine(
    ({ ids, q, all }) => [ids, q, all].filter((way) => way !== undefined).length === 1,
    'expected exactly one of ids, q, all',
  );
export type EventSelection = z.infer<typeof EventSelection>;

/** The body of `POST /api/events/restore`: one of `ids`, `q`, `all`, of those that are still restorable. */
export const RestoreSelection = z
  .strictObject({
    ids: z.array(EventId).max(100_000).optional(),
    q: z.string().min(1).max(4096).optional(),
    all: z.literal(true).optional(),
  })
  .refine(
    ({ ids, q, all }) => [ids, q, all].filter((way) => way !== undefined).length === 1,
    'expected exactly one of ids, q, all',
  );
export type RestoreSelection = z.infer<typeof RestoreSelection>;

/** The answer: which were hidden or brought back. */
export const EventSelectionResult = z.object({ ids: z.array(EventId), seq: Seq });
export type EventSelectionResult = z.infer<typeof EventSelectionResult>;

/** A body to send: text goes out as UTF-8. */
export const EditedBody = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ base64: z.base64() }),
]);
export type EditedBody = z.infer<typeof EditedBody>;

/** What JSON.parse gave, as it is: z.json() would leave out keys named `__proto__`. */
const JsonValue = z.unknown().refine((value) => value !== undefined, 'expected a JSON value');

/** What to change in the copy that a replay sends; the captured event stays as it is. */
export const RequestEdit = z
  .strictObject({
    method: z.string().optional(),
    requestTarget: z.string().optional(),
    /** All headers anew. */
    headers: RawHeaders.optional(),
    /** Each replaces every header of its name, at the place of the first, or is added. */
    setHeaders: RawHeaders.optional(),
    removeHeaders: z.array(z.string()).optional(),
    body: EditedBody.optional(),
    /** `[path, value]` in a JSON body, the path as in `data.items[0].text`. */
    set: z.array(z.tuple([z.string(), JsonValue])).optional(),
  })
  .refine((edit) => !(edit.headers && edit.setHeaders), 'expected headers or setHeaders, not both');
export type RequestEdit = z.infer<typeof RequestEdit>;

/** `POST /api/events/:id/replay`. */
export const ReplayRequest = z.strictObject({
  /** A URL; by default the endpoint's target of today. */
  target: z.string().optional(),
  edit: RequestEdit.optional(),
  /** Signed anew, after the edit, with the endpoint's secret and the time of now. */
  resign: z.literal(true).optional(),
  /** Signed anew and spoilt. */
  break: SignatureBreak.optional(),
  /** Replays a request that the shield blocked; without it that is 409 `blocked`. */
  confirmBlocked: z.literal(true).optional(),
});
export type ReplayRequest = z.infer<typeof ReplayRequest>;

/** 202: the delivery that was begun. `also`: those to the endpoint's other targets. */
export const ReplayAccepted = z.object({
  delivery: DeliverySummary,
  also: z.array(DeliverySummary).optional(),
  seq: Seq,
});
export type ReplayAccepted = z.infer<typeof ReplayAccepted>;
