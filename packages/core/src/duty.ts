import type { AttemptCause, DeliveryId, DeliveryStatus, EventId, Saying, Seq } from '@hooktap/protocol';
import type { EndpointPolicy } from './endpoint-policy.ts';
import type { PlainReply } from './sender-port.ts';
import type { RequestOverride } from './store-port.ts';
import type { Target } from './target.ts';

/** How an attempt left its delivery. `nextAttemptAt` in milliseconds since 1970, with `retrying` only. */
export interface Settled {
  readonly status: DeliveryStatus;
  /** Why it ended, where its attempts do not say. */
  readonly why?: Saying;
  readonly nextAttemptAt?: number;
  /** With `held`: the handler took the connection and dropped it. */
  readonly dropped?: true;
}

/** One delivery's turn: where its attempt goes, and by which rules. */
export interface Turn {
  readonly policy: EndpointPolicy;
  readonly target: Target;
  /** Milliseconds that it has waited. */
  readonly queuedMs: number;
  /** Ends the attempt before its time; the reason is `cancel` or `stop`. */
  readonly ending: AbortController;
}

/** A sender that waits for this very attempt. */
export interface Waiter {
  /** Makes the attempt, with the response going to the sender. */
  run(turn: Turn): Promise<Settled>;
  /** Waits for a person now, for a limited time. */
  park(): void;
  /** It is kept back: the sender is answered without the handler, and the delivery is promised. */
  hold(): Promise<void>;
  /** Sends this copy instead of what was captured. */
  edit(override: RequestOverride): void;
  /** Answers the sender with this instead of the handler's answer. */
  answer(reply: PlainReply): Promise<void>;
  /** Hooktap stops before its turn has come. */
  stop(): Promise<void>;
}

/**
 * What is left of a delivery while it waits: light, since there may be very many. All else is in the store.
 */
export interface Duty {
  readonly id: DeliveryId;
  readonly eventId: EventId;
  /** Its event's, by which arrivals keep their order. */
  readonly seq: Seq;
  /** Where it stands in its line: its `seq`, save where it lets another go first. */
  rank: number;
  readonly replay: boolean;
  /** Deliveries with the same key go one after the other; null: it waits for no other. */
  readonly key: string | null;
  /** Somebody was told that it will be delivered: a stop does not end it. */
  promised: boolean;
  /** Of the next attempt. */
  cause: AttemptCause;
  /** Its status on record is `held`. */
  held: boolean;
  /** Its time passed while the machine slept or Hooktap did not run. */
  overdue: boolean;
  /** Since when it waits, in monotonic milliseconds. */
  since: number;
  /** A note about it that is on its way: what follows on record must come after it. */
  noting: Promise<void> | null;
  /** A sender that still has no answer. */
  waiter: Waiter | null;
  /** Why the attempt under way is its last, however that ends. */
  noFurther: Saying | null;
}

/** A duty that nothing special is known of. */
export const newDuty = (known: Pick<Duty, 'id' | 'eventId' | 'seq' | 'since'> & Partial<Duty>): Duty => ({
  rank: known.seq,
  replay: false,
  key: null,
  promised: true,
  cause: 'first',
  held: false,
  overdue: false,
  noting: null,
  waiter: null,
  noFurther: null,
  ...known,
});
