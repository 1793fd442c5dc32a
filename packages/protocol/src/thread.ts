import * as z from 'zod';
import { EventListItem } from './event.ts';
import { EventId, Seq } from './ids.ts';
import { ReasonPart } from './reason-part.ts';
import { Instant } from './time.ts';

/** One step in a message's life, as the provider named it. */
export const LifecycleStep = z.object({
  status: z.string(),
  eventId: EventId,
  receivedAt: Instant,
  /** By the provider's clock. */
  providerTime: z.string().optional(),
});
export type LifecycleStep = z.infer<typeof LifecycleStep>;

/** `missing`: a step between two that came did not. `out-of-order`: it came after a later one. */
export const LifecycleTrouble = z.object({
  kind: z.enum(['missing', 'duplicate', 'out-of-order']),
  status: z.string(),
  /** The event that came twice or too late. */
  eventId: EventId.optional(),
  message: z.string(),
  /** The message in codes. */
  parts: z.array(ReasonPart).readonly().exactOptional(),
});
export type LifecycleTrouble = z.infer<typeof LifecycleTrouble>;

/** What became of one message; steps in the order of their arrival. */
export const MessageLife = z.object({
  key: z.string(),
  steps: z.array(LifecycleStep),
  troubles: z.array(LifecycleTrouble),
});
export type MessageLife = z.infer<typeof MessageLife>;

/** `GET /api/events/:id/thread`: the events that concern the same message or conversation, oldest first. */
export const Thread = z.object({
  keys: z.array(z.string()),
  events: z.array(EventListItem),
  messages: z.array(MessageLife),
  /** There are more events than are looked at: the newest are here. */
  cut: z.boolean(),
  seq: Seq,
});
export type Thread = z.infer<typeof Thread>;

/** A thread in short, by what was found of it. */
export const ThreadSummary = z.object({
  keys: z.array(z.string()),
  provider: z.string().nullable(),
  /** Leads to the whole: `GET /api/events/:id/thread`. */
  newest: EventListItem,
  firstAt: Instant,
  events: z.number().int(),
  messages: z.number().int(),
  /** The last step of each message, counted. */
  statuses: z.record(z.string(), z.number().int()),
  troubles: z.number().int(),
});
export type ThreadSummary = z.infer<typeof ThreadSummary>;

/** `GET /api/threads?q=`: of the newest events that `q` finds, the newest thread first. */
export const Threads = z.object({
  items: z.array(ThreadSummary),
  /** Events looked at. */
  looked: z.number().int(),
  cut: z.boolean(),
  seq: Seq,
});
export type Threads = z.infer<typeof Threads>;

/** The query string of `GET /api/threads`. */
export const ThreadsQuery = z.strictObject({
  q: z.string().max(4096).default(''),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export type ThreadsQuery = z.infer<typeof ThreadsQuery>;
