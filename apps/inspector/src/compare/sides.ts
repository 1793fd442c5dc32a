import {
  type AttemptMade,
  attemptsInTime,
  type DeliveryId,
  type Event,
  EventId,
  earlierAttempts,
} from '@hooktap/protocol';
import { targetNames } from '../delivery/target-names.ts';

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

export interface AttemptOfEvent extends AttemptMade {
  readonly key: string;
  /** Counted over all deliveries of the event to its target. */
  readonly number: number;
  /** Null where the event has had one target only. */
  readonly targetName: string | null;
}

export const keyOfAttempt = (delivery: DeliveryId, number: number): string => `${delivery}.${number}`;

/** Every settled attempt of an event in the order in which they began. */
export function attemptsOf({ deliveries }: Event): readonly AttemptOfEvent[] {
  const names = targetNames(deliveries);
  const counts = new Map<string, number>();
  return attemptsInTime(deliveries).map(({ delivery, attempt }) => {
    const { id, target } = delivery;
    const number = (counts.get(target) ?? 0) + 1;
    counts.set(target, number);
    const targetName = names.size > 1 ? (names.get(target) ?? null) : null;
    return { key: keyOfAttempt(id, attempt.number), delivery, attempt, number, targetName };
  });
}

/** The newest attempt beside the one it followed, for the address; null where none followed another. */
export function lastTwo(event: Event): string | null {
  const all = attemptsOf(event);
  for (const [place, right] of [...all.entries()].reverse()) {
    const left = earlierAttempts(all.slice(0, place), right.delivery).at(-1);
    if (left) return `${left.key}~${right.key}`;
  }
  return null;
}

/** The last attempts of two events, to one target where both went to it; null where one has none. */
export function lastOfBoth(event: Event, other: Event): string | null {
  const [ones, others] = [attemptsOf(event).toReversed(), attemptsOf(other).toReversed()];
  const beside = (of: AttemptOfEvent) =>
    others.find(({ delivery }) => delivery.target === of.delivery.target);
  const one = ones.find(beside) ?? ones[0];
  const two = one && (beside(one) ?? others[0]);
  return one && two ? `${one.key}~${two.key}` : null;
}

/** What an attempt of an editor stands beside: of those that were there when it opened, the last to its target. */
export function beforeEditing(
  all: readonly AttemptOfEvent[],
  newestThen: string | null,
  now: AttemptOfEvent | null,
): AttemptOfEvent | null {
  const then = all.slice(0, all.findIndex(({ key }) => key === newestThen) + 1);
  return (now ? earlierAttempts(then, now.delivery) : then).at(-1) ?? null;
}
