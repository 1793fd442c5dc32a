import type { Delivery, DeliveryId, Event, ReplySource } from '@hooktap/protocol';
import { conclude } from './conclude.ts';
import type { Deliver, DeliveryRequest } from './deliver.ts';
import type { DeliveryRecords } from './delivery-records.ts';
import type { Duty, Settled, Turn } from './duty.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import { promisedRetry, type RetryPolicy } from './retry-policy.ts';
import type { BodyBytes, RequestOverride, Store } from './store-port.ts';
import { bytesInMemory } from './stored-body.ts';

interface StoredAttemptContext {
  readonly store: Store;
  readonly deliver: Deliver;
  readonly records: DeliveryRecords;
  readonly now: () => number;
  readonly timeScale: number;
  readonly random: () => number;
  /** Whether an unreachable handler means that the event is held. */
  readonly holds: (policy: EndpointPolicy) => boolean;
}

/** Makes the next attempt of a delivery from what the store has of it, so that what waits costs little memory. */
export async function attemptStored(
  { store, deliver, records, holds, ...context }: StoredAttemptContext,
  duty: Duty,
  turn: Turn,
): Promise<Settled> {
  const { policy, target, queuedMs, ending } = turn;
  const event = await store.event(duty.eventId);
  const delivery = event?.deliveries.find(({ id }) => id === duty.id);
  // Erased or cancelled while it waited: there is nothing left to deliver.
  if (!event || !delivery || delivery.status === 'cancelled') return { status: 'cancelled' };
  const override = isCopy(delivery) ? await store.override(delivery.id) : null;
  const moved = { ...delivery, target: target.url };
  await records.noteUnderWay(moved);
  const { settled } = await deliver.attempt(moved, outgoing(store, { delivery, event, override, turn }), {
    cause: duty.cause,
    queuedMs,
    ending,
    conclude: (end) =>
      conclude(end, {
        promised: duty.promised,
        holds: !duty.replay && holds(policy),
        retry: retryOf(duty, event, policy),
        now: context.now(),
        timeScale: context.timeScale,
        random: context.random,
      }),
  });
  return settled;
}

/** What it sends is not what was captured. */
const isCopy = ({ edited, signature }: Delivery): boolean => edited === true || signature !== 'as-captured';

/** These senders know that their event was not delivered, and try again themselves. */
const senderTriesAgain: ReadonlySet<ReplySource> = new Set(['handler', 'unreachable', 'timeout']);

/**
 * A replay has a person looking at it. What the sender was promised is tried again even where the endpoint says
 * nothing of it; that a person asked for an attempt promises no more than this attempt.
 */
function retryOf(
  { replay, promised }: Duty,
  { reply }: Event,
  { retry, config }: EndpointPolicy,
): RetryPolicy {
  if (replay) return { kind: 'none' };
  if (config.retry !== undefined || !promised) return retry;
  return reply && senderTriesAgain.has(reply.source) ? retry : promisedRetry;
}

interface StoredDelivery {
  readonly delivery: Delivery;
  readonly event: Event;
  readonly override: RequestOverride | null;
  readonly turn: Turn;
}

function outgoing(store: Store, { delivery, event, override, turn }: StoredDelivery): DeliveryRequest {
  const { policy, target } = turn;
  const { method, requestTarget, rawHeaders } = override ?? event;
  const { size, sha256 } = override?.body ?? event.body;
  const inMemory = override?.body.content.kind === 'inline' ? override.body.content.bytes : null;
  const body = inMemory ? bytesInMemory(inMemory) : requestBody(store, delivery.id, size);
  return { event, method, requestTarget, rawHeaders, body, sha256, policy, target };
}

/** What a delivery sends, its edited copy where it has one, read from the store when it is sent. */
export const requestBody = (store: Store, deliveryId: DeliveryId, size: number): BodyBytes => ({
  size,
  async *read(range) {
    const bytes = await store.body({ of: 'attempt', deliveryId, number: 1, side: 'request' });
    if (bytes) yield* bytes.read(range);
  },
});
