import * as z from 'zod';
import { ReplayRequest } from './api.ts';
import { BodyRef } from './body.ts';
import { DeliverySummary } from './delivery.ts';
import { RawHeaders } from './headers.ts';
import { EventId, SavedRequestId, Seq } from './ids.ts';
import { SignatureBreak } from './signature.ts';
import { Instant } from './time.ts';

/** What a person calls it; names are told apart by case. */
export const SavedRequestName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'expected a name without control characters');

/** A whole request under a name, to be sent again. It holds its own bytes, so that it outlives its event. */
export const SavedRequest = z.object({
  id: SavedRequestId,
  name: z.string(),
  createdAt: Instant,
  updatedAt: Instant,
  /** The event under which its deliveries stand. */
  eventId: EventId,
  /** Whether that event is kept; if not, the next `send` makes a new one. */
  eventIsKept: z.boolean(),
  provider: z.string().nullable(),
  eventType: z.string().nullable(),
  method: z.string(),
  requestTarget: z.string(),
  /** Without those that Hooktap writes itself: length and transfer encoding. */
  rawHeaders: RawHeaders,
  body: BodyRef,
  /** A URL; without it the endpoint's target of the day. */
  target: z.string().optional(),
  resign: z.literal(true).optional(),
  break: SignatureBreak.optional(),
});
export type SavedRequest = z.infer<typeof SavedRequest>;

/** `GET /api/saved-requests`: by name. */
export const SavedRequests = z.object({ items: z.array(SavedRequest) });
export type SavedRequests = z.infer<typeof SavedRequests>;

/** `POST /api/saved-requests`, and `PUT /api/saved-requests/:id`: an event and what to change in its copy. */
export const SaveRequest = ReplayRequest.omit({ confirmBlocked: true }).extend({
  name: SavedRequestName,
  eventId: EventId,
});
export type SaveRequest = z.infer<typeof SaveRequest>;

/** `PATCH /api/saved-requests/:id`. */
export const SavedRequestRename = z.strictObject({ name: SavedRequestName });
export type SavedRequestRename = z.infer<typeof SavedRequestRename>;

/** `DELETE /api/saved-requests`, and `POST /api/saved-requests/restore` for ten minutes after it. */
export const SavedRequestSelection = z.strictObject({ ids: z.array(SavedRequestId).min(1).max(1000) });
export type SavedRequestSelection = z.infer<typeof SavedRequestSelection>;

/** `POST /api/saved-requests/:id/send`. */
export const SendSavedRequest = z.strictObject({
  /** In place of its own. */
  target: z.string().optional(),
  confirmBlocked: z.literal(true).optional(),
});
export type SendSavedRequest = z.infer<typeof SendSavedRequest>;

/** 202: the delivery that was begun. */
export const SavedRequestSent = z.object({
  delivery: DeliverySummary,
  seq: Seq,
  /** The event was not kept any more: this one was made anew from the saved request. */
  madeEvent: z.boolean(),
});
export type SavedRequestSent = z.infer<typeof SavedRequestSent>;
