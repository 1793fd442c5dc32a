import { type Attempt, type Delivery, type DeliveryId, type Event, EventId } from '@hooktap/protocol';

/** What the address asks to compare: the open event with another, or two attempts of it. */
export type Comparison =
  | { readonly kind: 'events'; readonly other: EventId }
  | { readonly kind: 'attempts'; readonly left: string; readonly right: string };

const attemptKey = /^dlv_[0-9a-z]{26}\.\d+$/;

export function parseComparison(text: string): Comparison | null {
  const other = EventId.safeParse(text);
  if (other.success) return { kind: 'events', other: other.data };
  const [left = '', right = '', ...more] = text.split('~');
  if (more.length > 0 || !attemptKey.test(left) || !attemptKey.test(right)) return null;
  return { kind: 'attempts', left, right };
}

export interface AttemptOfEvent {
  readonly key: string;
  readonly delivery: Delivery;
  readonly attempt: Attempt;
  /** Counted over all deliveries of the event. */
  readonly number: number;
}

export const keyOfAttempt = (delivery: DeliveryId, number: number): string => `${delivery}.${number}`;

/** Every settled attempt of an event in order. */
export function attemptsOf(event: Event): readonly AttemptOfEvent[] {
  return event.deliveries
    .flatMap((delivery) => delivery.attempts.map((attempt) => ({ delivery, attempt })))
    .map(({ delivery, attempt }, index) => ({
      key: keyOfAttempt(delivery.id, attempt.number),
      delivery,
      attempt,
      number: index + 1,
    }));
}

/** The last two attempts, for the address; null where there are not two. */
export function lastTwo(event: Event): string | null {
  const [left, right] = attemptsOf(event).slice(-2);
  return left && right ? `${left.key}~${right.key}` : null;
}
