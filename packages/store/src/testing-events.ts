import { type CapturedEvent, type Store, type StoreRecord, toInstant, ulidSource } from '@hooktap/core';
import type { Delivery, DeliveryId, DeliverySummary, EventId } from '@hooktap/protocol';

/** Times and ids of built events start here. */
export const epoch = Date.UTC(2026, 10, 21, 12);
export const testClock = { now: () => epoch, monotonic: () => performance.now() };

const ids = ulidSource();
export const newDeliveryId = (): DeliveryId => ids.delivery(Date.now());

export interface BuiltEvent {
  readonly id: EventId;
  readonly seq: number;
  readonly record: StoreRecord & { type: 'event' };
}

/** A capture with a JSON body, ready to append; differences in `event`. */
export async function buildEvent(
  store: Store,
  body: string | Buffer = '{"text":"hello"}',
  event: Partial<CapturedEvent> = {},
): Promise<BuiltEvent> {
  const writer = store.openBody();
  await writer.write(Buffer.from(body));
  const stored = await writer.finish();
  const seq = store.nextSeq();
  const id = event.id ?? ids.event(Date.now());
  const captured: CapturedEvent = {
    id,
    seq,
    receivedAt: toInstant(epoch),
    endpoint: 'default',
    via: 'direct',
    url: 'http://127.0.0.1:4401/webhooks/zavu',
    method: 'POST',
    requestTarget: '/webhooks/zavu?x=1',
    path: '/webhooks/zavu',
    httpVersion: '1.1',
    remoteAddress: '127.0.0.1',
    body: { size: stored.size, state: 'complete', sha256: stored.sha256, href: `/api/events/${id}/body` },
    provider: null,
    providerReason: 'unknown',
    eventType: 'message.inbound',
    providerEventId: null,
    subject: null,
    verification: { verdict: 'unchecked' },
    rawHeaders: [
      ['Content-Type', 'application/json'],
      ['X-Request-Id', `Req-${seq}`],
    ],
    rawTrailers: [],
    ...event,
  };
  return { id, seq, record: { type: 'event', seq, event: captured, body: stored } };
}

/** Appended and durable. */
export async function addEvent(
  store: Store,
  body?: string | Buffer,
  event?: Partial<CapturedEvent>,
): Promise<EventId> {
  const built = await buildEvent(store, body, event);
  await store.append(built.record).durable;
  return built.id;
}

export function deliveryOf(
  eventId: EventId,
  status: Delivery['status'],
  id = newDeliveryId(),
): DeliverySummary {
  return {
    id,
    eventId,
    endpoint: 'default',
    target: 'http://127.0.0.1:3000',
    cause: 'arrival',
    status,
    createdAt: toInstant(epoch),
    signature: 'as-captured',
  };
}

/** A settled attempt with a response of these bytes. */
export async function attemptRecord(
  store: Store,
  delivery: DeliverySummary,
  response: string,
): Promise<StoreRecord> {
  const writer = store.openBody();
  await writer.write(Buffer.from(response));
  const responseBody = await writer.finish();
  const body = {
    size: responseBody.size,
    state: 'complete',
    sha256: responseBody.sha256,
    href: '/x',
  } as const;
  const timing = { queueMs: 0, connectMs: 1, sendMs: 0, waitMs: 2, receiveMs: 0, totalMs: 3 };
  return {
    type: 'attempt',
    seq: store.nextSeq(),
    eventId: delivery.eventId,
    deliveryId: delivery.id,
    responseBody,
    attempt: {
      number: 1,
      cause: 'first',
      startedAt: toInstant(epoch),
      request: { method: 'POST', url: 'http://127.0.0.1:3000/', rawHeaders: [], body },
      timing,
      outcome: { kind: 'responded', statusCode: 200, rawHeaders: [], body },
    },
  };
}
