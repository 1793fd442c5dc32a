import type { BodyBytes, Store } from '@hooktap/core';
import type { Attempt, BodyRef, Delivery, DeliveryId, Event, EventId } from '@hooktap/protocol';

/** One attempt with the bytes that went and came. */
export interface ExportedAttempt {
  readonly delivery: Delivery;
  readonly attempt: Attempt;
  readonly requestBody: Buffer;
  /** Empty where nothing came. */
  readonly responseBody: Buffer;
}

/** An event with its bytes, in memory: one at a time. */
export interface ExportedEvent {
  readonly event: Event;
  readonly body: Buffer;
  /** Only where the format shows them. */
  readonly attempts: readonly ExportedAttempt[];
}

export type ReadingStore = Pick<Store, 'event' | 'body' | 'matching'>;

/** Null: it was erased meanwhile. */
export async function readExportedEvent(
  store: ReadingStore,
  id: EventId,
  withAttempts: boolean,
): Promise<ExportedEvent | null> {
  const event = await store.event(id);
  if (!event) return null;
  const body = await bytesOf(await store.body({ of: 'event', eventId: id }));
  const attempts: ExportedAttempt[] = [];
  if (withAttempts) {
    for (const delivery of event.deliveries) {
      for (const attempt of delivery.attempts) attempts.push(await readAttempt(store, delivery, attempt));
    }
  }
  return { event, body, attempts };
}

async function readAttempt(
  store: ReadingStore,
  delivery: Delivery,
  attempt: Attempt,
): Promise<ExportedAttempt> {
  const side = (side: 'request' | 'response') =>
    attemptBytes(store, { id: delivery.id, number: attempt.number, side });
  const responded = responseBodyRef(attempt) !== undefined;
  return {
    delivery,
    attempt,
    requestBody: await side('request'),
    responseBody: responded ? await side('response') : Buffer.alloc(0),
  };
}

const attemptBytes = async (
  store: ReadingStore,
  { id, number, side }: { id: DeliveryId; number: number; side: 'request' | 'response' },
): Promise<Buffer> => bytesOf(await store.body({ of: 'attempt', deliveryId: id, number, side }));

function responseBodyRef({ outcome }: Attempt): BodyRef | undefined {
  return outcome.kind === 'responded' ? outcome.body : outcome.partial?.body;
}

async function bytesOf(body: BodyBytes | null): Promise<Buffer> {
  const chunks: Buffer[] = [];
  if (body) for await (const chunk of body.read()) chunks.push(chunk);
  return Buffer.concat(chunks);
}
