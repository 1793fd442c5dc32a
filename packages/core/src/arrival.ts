import type { DeliverySummary } from '@hooktap/protocol';
import type { Kept } from './capture.ts';
import { type Clock, toInstant } from './clock.ts';
import type { DeliveryRequest } from './deliver.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import { eventFieldValue } from './event-field.ts';
import type { IdSource } from './ids.ts';
import type { Publisher } from './publisher.ts';
import type { ReceivedRequest } from './sender-port.ts';
import type { CapturedEvent, Commit, Store } from './store-port.ts';
import { bytesInMemory } from './stored-body.ts';
import type { Target } from './target.ts';

export interface ArrivalContext {
  readonly store: Store;
  readonly publisher: Publisher;
  readonly clock: Clock;
  readonly ids: IdSource;
}

/** A delivery that is on its way to the disk together with its event. */
export interface BegunDelivery {
  readonly delivery: DeliverySummary;
  readonly commit: Commit;
  announce(): void;
  forget(): void;
}

/** `due`: its turn comes by itself. */
type Beginning = 'under-way' | 'due' | 'held';

/** Appends the duty to deliver an event, so that it shares the event's write. */
export function beginDelivery(
  { store, publisher, clock, ids }: ArrivalContext,
  { event }: Kept,
  {
    policy,
    target,
    beginning,
    promised,
  }: {
    policy: EndpointPolicy;
    target: Target;
    beginning: Beginning;
    promised: boolean;
  },
): BegunDelivery {
  const now = clock.now();
  const delivery: DeliverySummary = {
    id: ids.delivery(now),
    eventId: event.id,
    endpoint: policy.name,
    target: target.url,
    cause: 'arrival',
    status: beginning === 'held' ? 'held' : 'pending',
    createdAt: toInstant(now),
    ...(beginning === 'under-way' && { attemptUnderWay: 1 }),
    ...(promised && { promised }),
    signature: 'as-captured',
  };
  const place = publisher.place();
  const commit = store.append({ type: 'delivery', seq: place.seq, delivery });
  return {
    delivery,
    commit,
    announce: () => place.fill({ type: 'delivery.updated', delivery }),
    forget: () => place.leave(),
  };
}

/** What other deliveries this one must not overtake; null: none. */
export function orderKey(
  { order }: EndpointPolicy,
  event: CapturedEvent,
  request: ReceivedRequest,
): string | null {
  if (order.kind === 'none') return null;
  return order.kind === 'fifo' ? '' : eventFieldValue(order.field, event.rawHeaders, request.body);
}

/** What is sent to the handler while the sender waits: the body from memory, or from the disk where it is large. */
export function arrivalRequest(
  store: Store,
  {
    event,
    request,
    policy,
    target,
    queued,
  }: {
    event: CapturedEvent;
    request: ReceivedRequest;
    policy: EndpointPolicy;
    target: Target;
    /** It has to wait: then its body is not kept in memory. */
    queued: boolean;
  },
): DeliveryRequest {
  const { content, sha256, size } = request.body;
  const { method, requestTarget, rawHeaders } = event;
  const body: DeliveryRequest['body'] =
    content.kind === 'inline' && !queued
      ? bytesInMemory(content.bytes)
      : {
          size,
          async *read(range) {
            const bytes = await store.body({ of: 'event', eventId: event.id });
            if (bytes) yield* bytes.read(range);
          },
        };
  return { event, method, requestTarget, rawHeaders, body, sha256, policy, target };
}
