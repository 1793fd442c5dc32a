import type { Attempt, Delivery } from './delivery.ts';

/** One attempt and the delivery it is of. */
export interface AttemptMade {
  readonly delivery: Delivery;
  readonly attempt: Attempt;
}

/** Every settled attempt of an event's deliveries, in the order in which they began. */
export const attemptsInTime = (deliveries: readonly Delivery[]): AttemptMade[] =>
  deliveries
    .flatMap((delivery) => delivery.attempts.map((attempt) => ({ delivery, attempt })))
    .sort((one, other) => Date.parse(one.attempt.startedAt) - Date.parse(other.attempt.startedAt));

/**
 * Of the attempts before one of this delivery, those it may be compared with: to the same target. A replay to where
 * nothing went before is compared with what any target had answered when it was asked for, since the handler may
 * have moved; not with what the same replay sent elsewhere.
 */
export function earlierAttempts<One extends AttemptMade>(
  before: readonly One[],
  { target, cause, createdAt }: Pick<Delivery, 'target' | 'cause' | 'createdAt'>,
): readonly One[] {
  const there = before.filter(({ delivery }) => delivery.target === target);
  return there.length > 0 || cause !== 'replay'
    ? there
    : before.filter(({ attempt }) => attempt.startedAt < createdAt);
}
