import type { Delivery, Event } from '@hooktap/protocol';
import { conclude } from './conclude.ts';
import type { Deliver, DeliveryRequest } from './deliver.ts';
import type { Duty, Settled } from './duty.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import { toDeliverySummary } from './event-state.ts';
import { promisedRetry, type RetryPolicy } from './retry-policy.ts';
import type { BodyBytes, RequestOverride, Store } from './store-port.ts';
import { bytesInMemory } from './stored-body.ts';
import type { Target } from './target.ts';

interface StoredAttemptContext {
  readonly store: Store;
  readonly deliver: Deliver;
  readonly now: () => number;
  readonly timeScale: number;
  readonly random: () => number;
}

/** Where an attempt goes and by which rules. */
export interface Route {
  readonly policy: EndpointPolicy;
  readonly target: Target;
  readonly holds: boolean;
}

/** Makes the next attempt of a delivery from what the store has of it, so that what waits costs little memory. */
export async function attemptStored(
  context: StoredAttemptContext,
  duty: Duty,
  { policy, target, holds }: Route,
  queuedMs: number,
): Promise<Settled> {
  const { store, deliver, timeScale, random } = context;
  const event = await store.event(duty.eventId);
  const delivery = event?.deliveries.find(({ id }) => id === duty.id);
  // Erased while it waited: there is nothing left to deliver.
  if (!event || !delivery) return { status: 'cancelled' };
  const override = delivery.edited ? await store.override(delivery.id) : null;
  // Told before it is done, so that a crash in the middle is known for what it was.
  await deliver.note({
    ...toDeliverySummary(delivery),
    target: target.url,
    status: 'pending',
    attemptUnderWay: delivery.attempts.length + 1,
  });
  const { settled } = await deliver.attempt(
    { ...delivery, target: target.url },
    outgoing(store, { delivery, event, override, policy, target }),
    {
      cause: duty.cause,
      queuedMs,
      conclude: (end) =>
        conclude(end, {
          promised: duty.promised,
          holds: holds && !duty.replay,
          retry: retryOf(duty, policy),
          now: context.now(),
          timeScale,
          random,
        }),
    },
  );
  return settled;
}

/** A replay has a person looking at it; what was promised is tried again even where the endpoint says nothing of it. */
function retryOf({ replay, promised }: Duty, { retry, config }: EndpointPolicy): RetryPolicy {
  if (replay) return { kind: 'none' };
  return promised && config.retry === undefined ? promisedRetry : retry;
}

interface StoredDelivery extends Omit<Route, 'holds'> {
  readonly delivery: Delivery;
  readonly event: Event;
  readonly override: RequestOverride | null;
}

function outgoing(
  store: Store,
  { delivery, event, override, policy, target }: StoredDelivery,
): DeliveryRequest {
  const { method, requestTarget, rawHeaders } = override ?? event;
  const { size, sha256 } = override?.body ?? event.body;
  const inMemory = override?.body.content.kind === 'inline' ? override.body.content.bytes : null;
  const body = inMemory ? bytesInMemory(inMemory) : storedBody(store, delivery, size);
  return { event, method, requestTarget, rawHeaders, body, sha256, policy, target };
}

/** Read from the store when it is sent. */
const storedBody = (store: Store, { id: deliveryId }: Delivery, size: number): BodyBytes => ({
  size,
  async *read(range) {
    const bytes = await store.body({ of: 'attempt', deliveryId, number: 1, side: 'request' });
    if (bytes) yield* bytes.read(range);
  },
});
