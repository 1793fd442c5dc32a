import type {
  Annotation,
  Attempt,
  Delivery,
  DeliveryDigest,
  DeliverySummary,
  Event,
  EventListItem,
  EventReading,
  Reply,
} from '@hooktap/protocol';
import { handlerMs } from './handler-time.ts';
import type { CapturedEvent, StoreRecord } from './store-port.ts';

/** A person's marks, all of them. */
export type Marks = Pick<EventListItem, 'pinned' | 'note' | 'tags'>;

/** One event with everything that was added to it since; what store adapters fold records into. */
export interface EventState {
  readonly captured: CapturedEvent;
  readonly reply: Reply | null;
  /** Null until a provider pack has looked at it. */
  readonly reading: EventReading | null;
  readonly marks: Marks;
  /** Oldest first. */
  readonly deliveries: readonly Delivery[];
}

/** An event as it was at its arrival. */
export const initialState = (captured: CapturedEvent): EventState => ({
  captured,
  reply: null,
  reading: null,
  marks: { pinned: false, note: '', tags: [] },
  deliveries: [],
});

/** The state after one more record about this event; hiding and restoring are the store's own business. */
export function applyRecord(state: EventState, record: StoreRecord): EventState {
  switch (record.type) {
    case 'event':
      return initialState(record.event);
    case 'reply':
      return { ...state, reply: record.reply };
    case 'reading':
      return { ...state, reading: record.reading };
    case 'annotation':
      return { ...state, marks: mergeMarks(state.marks, record.marks) };
    case 'delivery':
      return { ...state, deliveries: withDelivery(state.deliveries, record.delivery) };
    case 'attempt':
      return { ...state, deliveries: withAttempt(state.deliveries, record.deliveryId, record.attempt) };
    case 'deleted':
    case 'restored':
      return state;
  }
}

const mergeMarks = (before: Marks, marks: Annotation): Marks => ({
  pinned: marks.pinned ?? before.pinned,
  note: marks.note ?? before.note,
  tags: marks.tags ?? before.tags,
});

function withDelivery(deliveries: readonly Delivery[], summary: DeliverySummary): readonly Delivery[] {
  const known = deliveries.find(({ id }) => id === summary.id);
  if (!known) return [...deliveries, { ...summary, attempts: [] }];
  return deliveries.map((delivery) =>
    delivery === known ? { ...summary, attempts: known.attempts } : delivery,
  );
}

const withAttempt = (
  deliveries: readonly Delivery[],
  id: Delivery['id'],
  attempt: Attempt,
): readonly Delivery[] =>
  deliveries.map((delivery) =>
    delivery.id === id ? { ...delivery, attempts: [...delivery.attempts, attempt] } : delivery,
  );

/** The best first. */
const ranks = ['succeeded', 'pending', 'retrying', 'held', 'cancelled', 'failed'] as const;

/** The one that went worst, the first of several; undefined of none. */
export function worstDelivery<One extends Pick<Delivery, 'status'>>(
  deliveries: Iterable<One>,
): One | undefined {
  let worst: One | undefined;
  for (const one of deliveries) {
    if (!worst || ranks.indexOf(one.status) > ranks.indexOf(worst.status)) worst = one;
  }
  return worst;
}

interface Told extends Pick<Delivery, 'cause' | 'status' | 'target'> {
  /** The same for all that one replay sends. */
  readonly createdAt: string | number;
}

/**
 * Of an event's deliveries, oldest first, the one its digest is of. Those to several targets that were begun together
 * count as the worst of them, each target with what it was sent last. A replay to none of the targets that the event
 * went to first counts by itself: its sender wants to know how that went.
 */
export function tellingDelivery<One extends Told>(deliveries: readonly One[]): One | undefined {
  const [first] = deliveries;
  const newest = deliveries.at(-1);
  if (!first || !newest || first === newest) return newest;
  const meant = deliveries.filter((one) => isOfRound(one, first));
  const last = deliveries.filter((one) => isOfRound(one, newest));
  const goesOn = last.some(({ target }) => meant.some((one) => one.target === target));
  const byTarget = new Map((goesOn ? [...meant, ...last] : last).map((one) => [one.target, one]));
  for (const one of deliveries) if (byTarget.has(one.target)) byTarget.set(one.target, one);
  return worstDelivery(byTarget.values());
}

/** Whether a delivery was begun with another: at the arrival, or by one replay. */
const isOfRound = (one: Told, other: Told): boolean =>
  one.cause === other.cause && (one.cause === 'arrival' || one.createdAt === other.createdAt);

/** The delivery that tells how the event stands, in short. */
export function digest(deliveries: readonly Delivery[]): DeliveryDigest | null {
  const telling = tellingDelivery(deliveries);
  return telling ? deliveryDigest(telling) : null;
}

/** What the attempts of one delivery came to. */
export function deliveryDigest({ status, attempts }: Delivery): DeliveryDigest {
  const last = attempts.at(-1);
  return {
    status,
    attempts: attempts.length,
    ...(last?.outcome.kind === 'responded' && { lastStatusCode: last.outcome.statusCode }),
    ...(last?.outcome.kind === 'failed' && { lastFailure: last.outcome.failure }),
    ...(last && { tookMs: handlerMs(last.timing) }),
  };
}

/** As lists and the stream carry it. Written out, since a rest pattern costs more than a whole capture may. */
export function toListItem({ captured, reply, reading, marks, deliveries }: EventState): EventListItem {
  const telling = tellingDelivery(deliveries);
  const item: EventListItem = {
    id: captured.id,
    seq: captured.seq,
    receivedAt: captured.receivedAt,
    endpoint: captured.endpoint,
    via: captured.via,
    url: captured.url,
    method: captured.method,
    requestTarget: captured.requestTarget,
    path: captured.path,
    httpVersion: captured.httpVersion,
    remoteAddress: captured.remoteAddress,
    body: captured.body,
    provider: captured.provider,
    providerReason: captured.providerReason,
    eventType: captured.eventType,
    providerEventId: captured.providerEventId,
    subject: captured.subject,
    verification: captured.verification,
    reply,
    delivery: telling ? deliveryDigest(telling) : null,
    pinned: marks.pinned,
    note: marks.note,
    tags: marks.tags,
  };
  if (reading) Object.assign(item, reading);
  if (captured.clientAddress !== undefined) item.clientAddress = captured.clientAddress;
  if (captured.dedupeKey !== undefined) item.dedupeKey = captured.dedupeKey;
  if (captured.duplicateOf !== undefined) item.duplicateOf = captured.duplicateOf;
  if (telling?.cause === 'replay') item.wasReplayed = true;
  return item;
}

/** Whole. */
export function toEvent({ captured, reply, reading, marks, deliveries }: EventState): Event {
  return {
    ...captured,
    ...reading,
    reply,
    delivery: digest(deliveries),
    ...marks,
    ...(tellingDelivery(deliveries)?.cause === 'replay' && { wasReplayed: true }),
    deliveries: [...deliveries],
  };
}

/** A delivery as the stream carries it. */
export function toDeliverySummary({ attempts: _attempts, ...summary }: Delivery): DeliverySummary {
  return summary;
}
