import type { Delivery, DeliveryId, Event, ReplySource } from '@hooktap/protocol';
import type { BeginOrder } from './begin-order.ts';
import { conclude } from './conclude.ts';
import type { Deliver, DeliveryRequest } from './deliver.ts';
import { type DeliveryRecords, withStatus } from './delivery-records.ts';
import type { Duty, Settled, Turn } from './duty.ts';
import type { EndpointBook } from './endpoint-book.ts';
import type { EndpointPolicy } from './endpoint-policy.ts';
import { targetToday } from './endpoint-today.ts';
import { toDeliverySummary } from './event-state.ts';
import { promisedRetry, type RetryPolicy } from './retry-policy.ts';
import type { BodyBytes, RequestOverride, Store } from './store-port.ts';
import { bytesInMemory } from './stored-body.ts';
import { routeKey } from './target-monitors.ts';

interface StoredAttemptContext {
  readonly store: Store;
  readonly deliver: Deliver;
  readonly book: EndpointBook;
  readonly records: DeliveryRecords;
  readonly now: () => number;
  readonly timeScale: number;
  readonly random: () => number;
  /** Whether an unreachable handler means that the event is held. */
  readonly holds: (policy: EndpointPolicy) => boolean;
  readonly order: BeginOrder;
}

/**
 * Makes the next attempt of a delivery from what the store has of it, so that what waits costs little memory. Of one
 * lane they go out in the order of these calls, however quickly each is read.
 */
export function attemptStored(context: StoredAttemptContext, duty: Duty, turn: Turn): Promise<Settled> {
  const line = routeKey(turn.policy.name, turn.target);
  return context.order.next(line, prepare(context, duty, turn), async (prepared) =>
    'turn' in prepared ? attempt(context, duty, prepared) : prepared,
  );
}

async function prepare(
  context: StoredAttemptContext,
  duty: Duty,
  turn: Turn,
): Promise<StoredDelivery | Settled> {
  const { store, deliver, records } = context;
  const { eventId, id, noting } = duty;
  await noting;
  const event = await store.event(eventId);
  const found = event?.deliveries.find((one) => one.id === id);
  // Erased or cancelled while it waited: there is nothing left to deliver.
  if (!event || !found || found.status === 'cancelled') return { status: 'cancelled' };
  const override = isCopy(found) ? await store.override(id) : null;
  const delivery = { ...found, target: turn.target.url };
  // Whoever cancels it, pauses or removes its endpoint, or moves its target does so while it waits too.
  let kept: Settled | null = null;
  let hasWaited = false;
  const commit = await deliver.untilWritten(() => {
    if (hasWaited) kept = keptBack(context, duty, turn);
    hasWaited = true;
    return kept ? records.note(withStatus(toDeliverySummary(found), kept)) : records.noteUnderWay(delivery);
  });
  // After a stop it goes on at the next start, as it is on record.
  if (!(await commit.written).ok) return { status: 'pending' };
  return kept ?? { delivery, event, override, turn };
}

/** What has become of it instead of an attempt; null: nothing. */
function keptBack(
  { book }: StoredAttemptContext,
  duty: Duty,
  { policy, target, ending }: Turn,
): Settled | null {
  if (ending.signal.aborted) return { status: 'cancelled' };
  if (duty.noFurther) return { status: 'cancelled', why: duty.noFurther };
  if (duty.replay) return null;
  const isMoved = targetToday(book, policy.name, target).url !== target.url;
  return isMoved || book.mode(policy.name) !== 'deliver' ? { status: 'held' } : null;
}

async function attempt(
  { store, deliver, holds, ...context }: StoredAttemptContext,
  duty: Duty,
  stored: StoredDelivery,
): Promise<Settled> {
  const { delivery, event, turn } = stored;
  const { policy, queuedMs, ending } = turn;
  const { settled } = await deliver.attempt(delivery, outgoing(store, stored), {
    cause: duty.cause,
    queuedMs,
    ending,
    insists: true,
    conclude: (end) =>
      conclude(end, {
        promised: duty.promised,
        noFurther: duty.noFurther,
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
