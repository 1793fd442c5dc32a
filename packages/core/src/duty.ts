import type { AttemptCause, DeliveryId, DeliveryStatus, EventId, Seq } from '@hooktap/protocol';
import type { PlainReply } from './sender-port.ts';
import type { RequestOverride } from './store-port.ts';

/** How an attempt left its delivery. `nextAttemptAt` in milliseconds since 1970, with `retrying` only. */
export interface Settled {
  readonly status: DeliveryStatus;
  readonly nextAttemptAt?: number;
}

/** A sender that waits for this very attempt. */
export interface Waiter {
  /** Makes the attempt, with the response going to the sender. */
  run(queuedMs: number): Promise<Settled>;
  /** It is kept back: the sender is answered without the handler, and the delivery is promised. */
  hold(): Promise<void>;
  /** Sends this copy instead of what was captured. */
  edit(override: RequestOverride): void;
  /** Answers the sender with this instead of the handler's answer. */
  answer(reply: PlainReply): void;
}

/**
 * What is left of a delivery while it waits: light, since there may be very many. All else is in the store.
 */
export interface Duty {
  readonly id: DeliveryId;
  readonly eventId: EventId;
  /** Its event's, by which arrivals keep their order. */
  readonly seq: Seq;
  readonly replay: boolean;
  /** Deliveries with the same key go one after the other; null: it waits for no other. */
  readonly key: string | null;
  /** Somebody was told that it will be delivered: a stop does not end it. */
  promised: boolean;
  /** Of the next attempt. */
  cause: AttemptCause;
  /** Its status on record is `held`. */
  held: boolean;
  /** Since when it waits, in monotonic milliseconds. */
  since: number;
  waiter: Waiter | null;
}
