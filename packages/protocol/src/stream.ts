import * as z from 'zod';
import { Batch } from './batch.ts';
import { Attempt, DeliverySummary } from './delivery.ts';
import { Endpoint } from './endpoint.ts';
import { EventListItem } from './event.ts';
import { DeliveryId, EventId, Seq } from './ids.ts';
import { ReplayOnSave } from './replay-on-save.ts';
import { TargetStatus, TunnelStatus } from './status.ts';

/** First on every connection: where the stream stands, and whose it is. */
const Hello = z.object({
  type: z.literal('hello'),
  seq: Seq,
  oldestSeq: Seq,
  version: z.string(),
  instance: z.string(),
});
/** What was missed is no longer at hand: fetch afresh, then go on from `seq`. */
const Resync = z.object({ type: z.literal('resync'), seq: Seq });
/** A sign of life every 15 s that does not raise `seq`. */
const Tick = z.object({ type: z.literal('tick'), seq: Seq });

/** What happened, each with a `seq` of its own. Bodies never travel here. */
export const StreamChange = z.discriminatedUnion('type', [
  z.object({ type: z.literal('event.captured'), seq: Seq, event: EventListItem }),
  z.object({ type: z.literal('event.updated'), seq: Seq, event: EventListItem }),
  /** All of them were in lists until then, by a person's deletion or by retention. */
  z.object({ type: z.literal('event.deleted'), seq: Seq, ids: z.array(EventId) }),
  /** A deletion was taken back: all of them are in lists again, each at its old place. */
  z.object({ type: z.literal('event.restored'), seq: Seq, ids: z.array(EventId) }),
  z.object({ type: z.literal('delivery.updated'), seq: Seq, delivery: DeliverySummary }),
  z.object({
    type: z.literal('attempt.settled'),
    seq: Seq,
    eventId: EventId,
    deliveryId: DeliveryId,
    attempt: Attempt,
  }),
  z.object({ type: z.literal('tunnel.changed'), seq: Seq, tunnel: TunnelStatus }),
  z.object({ type: z.literal('target.changed'), seq: Seq, target: TargetStatus }),
  z.object({ type: z.literal('endpoint.changed'), seq: Seq, endpoint: Endpoint }),
  /** Deleted, or gone from the config file. */
  z.object({ type: z.literal('endpoint.removed'), seq: Seq, name: z.string() }),
  /** Other events count as opened now: ask for them. */
  z.object({ type: z.literal('opened.changed'), seq: Seq }),
  z.object({ type: z.literal('batch.progress'), seq: Seq, batch: Batch }),
  z.object({ type: z.literal('replay-on-save.changed'), seq: Seq, replayOnSave: ReplayOnSave }),
  /** One was saved, renamed, deleted or brought back: ask for the list. */
  z.object({ type: z.literal('saved-requests.changed'), seq: Seq }),
]);
export type StreamChange = z.infer<typeof StreamChange>;

export const StreamMessage = z.discriminatedUnion('type', [Hello, Resync, Tick, ...StreamChange.options]);
export type StreamMessage = z.infer<typeof StreamMessage>;
