import type { Attempt, Delivery, DeliverySummary, EventId } from '@hooktap/protocol';
import { toInstant } from './clock.ts';
import type { Settled } from './duty.ts';
import { toDeliverySummary } from './event-state.ts';
import type { Publisher } from './publisher.ts';
import { reasonOf } from './say.ts';
import type { Commit, RequestOverride, Store, StoredBody } from './store-port.ts';

/** Puts on record what becomes of deliveries, and tells of it. */
export class DeliveryRecords {
  readonly #store: Store;
  readonly #publisher: Publisher;

  constructor({ store, publisher }: { readonly store: Store; readonly publisher: Publisher }) {
    this.#store = store;
    this.#publisher = publisher;
  }

  /** Appends an attempt and the delivery's new status, and publishes both. Settles when they are written. */
  async record(
    delivery: Delivery,
    attempt: Attempt,
    { settled, responseBody }: { settled: Settled; responseBody: StoredBody | null },
  ): Promise<Commit> {
    const [store, publisher] = [this.#store, this.#publisher];
    const { id: deliveryId, eventId } = delivery;
    const attemptPlace = publisher.place();
    store.append({ type: 'attempt', seq: attemptPlace.seq, eventId, deliveryId, attempt, responseBody });
    const summary = withStatus(toDeliverySummary(delivery), settled);
    const place = publisher.place();
    const commit = store.append({ type: 'delivery', seq: place.seq, delivery: summary });
    if ((await commit.written).ok) {
      attemptPlace.fill({ type: 'attempt.settled', eventId, deliveryId, attempt });
      place.fill({ type: 'delivery.updated', delivery: summary });
      publisher.eventChanged(eventId);
    } else {
      attemptPlace.leave();
      place.leave();
    }
    return commit;
  }

  /** Puts a delivery's new status on record where no attempt was made. Settles when it is written. */
  async note(summary: DeliverySummary, override?: RequestOverride): Promise<Commit> {
    const [store, publisher] = [this.#store, this.#publisher];
    const place = publisher.place();
    const commit = store.append({
      type: 'delivery',
      seq: place.seq,
      delivery: summary,
      ...(override && { override }),
    });
    if ((await commit.written).ok) place.fill({ type: 'delivery.updated', delivery: summary });
    else place.leave();
    return commit;
  }

  /** Told before an attempt is made, so that a crash in the middle is known for what it was. */
  noteUnderWay(delivery: Delivery): Promise<Commit> {
    const { nextAttemptAt: _over, reason: _why, parts: _codes, ...summary } = toDeliverySummary(delivery);
    return this.note({ ...summary, status: 'pending', attemptUnderWay: delivery.attempts.length + 1 });
  }

  announceEvent(eventId: EventId): void {
    this.#publisher.eventChanged(eventId);
  }
}

/** A delivery's record with what an attempt, or a person, made of it. */
export function withStatus(
  {
    nextAttemptAt: _before,
    attemptUnderWay: _over,
    reason: _why,
    parts: _codes,
    ...delivery
  }: DeliverySummary,
  { status, nextAttemptAt, why }: Settled,
): DeliverySummary {
  // Whatever goes on by itself is a promise that the next start keeps.
  const goesOn = status === 'retrying' || status === 'held';
  return {
    ...delivery,
    status,
    ...(goesOn && { promised: true }),
    ...(why && reasonOf(why)),
    ...(nextAttemptAt !== undefined && { nextAttemptAt: toInstant(nextAttemptAt) }),
  };
}
