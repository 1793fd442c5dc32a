import * as z from 'zod';
import { RequestEdit } from './api.ts';
import { Delivery, DeliveryStatus, DeliverySummary } from './delivery.ts';
import { FixedReply } from './endpoint.ts';
import { DeliveryDigest, EventListItem } from './event.ts';
import { DeliveryId, Seq } from './ids.ts';
import { Milliseconds } from './time.ts';

/** A line of the delivery log: the delivery, what its attempts came to, and what it is about. */
export const DeliveryListItem = DeliverySummary.extend({
  digest: DeliveryDigest,
  event: EventListItem.pick({
    id: true,
    receivedAt: true,
    method: true,
    path: true,
    provider: true,
    eventType: true,
    subject: true,
  }),
});
export type DeliveryListItem = z.infer<typeof DeliveryListItem>;

/** The query string of `GET /api/deliveries`. */
export const DeliveryPageQuery = z.strictObject({
  q: z.string().max(4096).default(''),
  status: DeliveryStatus.optional(),
  cursor: z.string().max(512).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export type DeliveryPageQuery = z.infer<typeof DeliveryPageQuery>;

/** `GET /api/deliveries`: newest first. `totals` counts by status what `q` finds, whatever `status` asks for. */
export const DeliveryPage = z.object({
  items: z.array(DeliveryListItem),
  nextCursor: z.string().nullable(),
  total: z.number().int().nonnegative(),
  totalIsExact: z.boolean(),
  totals: z.record(DeliveryStatus, z.number().int().nonnegative()),
  seq: Seq,
});
export type DeliveryPage = z.infer<typeof DeliveryPage>;

/** `GET /api/deliveries/:id`. */
export const DeliveryDetail = Delivery.extend({ event: EventListItem });
export type DeliveryDetail = z.infer<typeof DeliveryDetail>;

/** The answer to one `retry` or `cancel`. */
export const DeliveryChanged = z.object({ delivery: DeliverySummary, seq: Seq });
export type DeliveryChanged = z.infer<typeof DeliveryChanged>;

/** `POST /api/deliveries/retry` and `…/cancel`: one of `ids`, `q`; `status` narrows `q`. */
export const DeliverySelection = z
  .strictObject({
    ids: z.array(DeliveryId).min(1).max(100_000).optional(),
    q: z.string().max(4096).optional(),
    status: DeliveryStatus.optional(),
  })
  .refine(({ ids, q }) => (ids === undefined) !== (q === undefined), 'expected exactly one of ids, q');
export type DeliverySelection = z.infer<typeof DeliverySelection>;

export const DeliverySelectionResult = z.object({
  ids: z.array(DeliveryId),
  refused: z.array(z.object({ id: DeliveryId, code: z.string(), message: z.string() })),
  seq: Seq,
});
export type DeliverySelectionResult = z.infer<typeof DeliverySelectionResult>;

/** `POST /api/breakpoints/:delivery/release`: as it was, or edited. */
export const BreakpointRelease = z.strictObject({ edit: RequestEdit.optional() });
export type BreakpointRelease = z.infer<typeof BreakpointRelease>;

/** `POST /api/breakpoints/:delivery/answer`: what the sender gets instead of the handler's answer. */
export const BreakpointAnswer = FixedReply.omit({ delay: true });
export type BreakpointAnswer = z.infer<typeof BreakpointAnswer>;

const HeaderChange = z.object({
  name: z.string(),
  before: z.array(z.string()),
  after: z.array(z.string()),
});

/**
 * `GET /api/deliveries/:id/attempts/:n/compare?with=previous|first`: an attempt's response beside an earlier one's
 * to the same target, or to any where a replay is the first to its own. `before` is null where there is no earlier one.
 */
export const AttemptComparison = z.object({
  before: z.object({ deliveryId: DeliveryId, number: z.number().int() }).nullable(),
  after: z.object({ deliveryId: DeliveryId, number: z.number().int() }),
  /** A status code or a failure kind. */
  status: z.object({ before: z.string(), after: z.string() }),
  tookMs: z.object({ before: Milliseconds, after: Milliseconds }),
  headers: z.array(HeaderChange),
  /** `different` by their SHA-256. */
  body: z.enum(['same', 'different']),
});
export type AttemptComparison = z.infer<typeof AttemptComparison>;
