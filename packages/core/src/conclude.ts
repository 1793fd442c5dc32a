import type { Attempt, AttemptOutcome, DeliveryStatus, Saying } from '@hooktap/protocol';
import type { AttemptEnd } from './deliver.ts';
import type { Settled } from './duty.ts';
import type { ForwardOutcome } from './forwarder-port.ts';
import { nextAttemptAt, type RetryPolicy } from './retry-policy.ts';

interface ConclusionContext {
  /** Somebody relies on it: a stop leaves it open for the next start. */
  readonly promised: boolean;
  /** Why there is no further attempt, whatever came of this one. */
  readonly noFurther: Saying | null;
  /** It is kept back while the handler is down. */
  readonly holds: boolean;
  readonly retry: RetryPolicy;
  readonly now: number;
  readonly timeScale: number;
  readonly random: () => number;
}

/** What becomes of a delivery after an attempt. */
export function conclude(end: AttemptEnd, context: ConclusionContext): Settled {
  const settled = next(end, context);
  const { noFurther } = context;
  return noFurther && !isOver.has(settled.status) ? { status: 'failed', why: noFurther } : settled;
}

const isOver: ReadonlySet<DeliveryStatus> = new Set(['succeeded', 'failed', 'cancelled']);

function next(
  { outcome, attempts, endedBy }: AttemptEnd,
  { promised, holds, retry, ...moment }: ConclusionContext,
): Settled {
  if (succeeded(outcome)) return { status: 'succeeded' };
  if (endedBy === 'cancel') return { status: 'cancelled' };
  if (endedBy === 'stop') return { status: promised ? 'pending' : 'failed' };
  if (holds && isDown(outcome)) return { status: 'held', ...(isDropped(outcome) && { dropped: true }) };
  const at = nextAttemptAt(retry, { last: outcome, retried: retriesAmong(attempts, holds) }, moment);
  return at === null ? { status: 'failed' } : { status: 'retrying', nextAttemptAt: at };
}

/** Where unreachable means held, what follows it was a release and no retry. */
const retriesAmong = (attempts: readonly Attempt[], holds: boolean): number =>
  attempts.filter(({ cause }, index) => {
    const before = attempts[index - 1]?.outcome;
    return cause === 'scheduled' && !(holds && before && isDown(before));
  }).length;

export const succeeded = (outcome: ForwardOutcome): boolean =>
  outcome.kind === 'responded' && outcome.response.statusCode >= 200 && outcome.response.statusCode < 300;

const isDropped = (outcome: ForwardOutcome): boolean =>
  outcome.kind === 'failed' && outcome.failure === 'reset';

/** Nothing listens, or what listened has gone away in the middle. */
const isDown = (outcome: ForwardOutcome | AttemptOutcome): boolean =>
  outcome.kind === 'failed' &&
  (outcome.failure === 'connection-refused' || outcome.failure === 'dns' || outcome.failure === 'reset');
