import type { RetentionLimits } from '@hooktap/core';
import type { EventId } from '@hooktap/protocol';

/** What retention needs to know of an event. */
export interface RetentionCandidate {
  readonly id: EventId;
  readonly at: number;
  readonly bytes: number;
  /** Aborted, truncated or blocked. */
  readonly flawed: boolean;
}

/** Of each limit this part is left to what may go: pinned and waiting events must not push out all that arrives. */
const leftShare = 0.1;

/** Which of the events (oldest first, none pinned or open) have to go, given what there is in all. */
export function pushedOut(
  candidates: readonly RetentionCandidate[],
  held: { events: number; bytes: number },
  { keepEvents, keepDays, keepBytes }: RetentionLimits,
  now: number,
): RetentionCandidate[] {
  const oldest = now - keepDays * 86_400_000;
  let events = candidates.length;
  let bytes = candidates.reduce((sum, { bytes: size }) => sum + size, 0);
  const mostEvents = Math.max(keepEvents - (held.events - events), Math.floor(keepEvents * leftShare));
  const mostBytes = Math.max(keepBytes - (held.bytes - bytes), keepBytes * leftShare);
  const gone = new Set<RetentionCandidate>();
  const push = (candidate: RetentionCandidate): void => {
    gone.add(candidate);
    events -= 1;
    bytes -= candidate.bytes;
  };
  for (const candidate of candidates) if (candidate.at < oldest) push(candidate);
  const order = [...candidates.filter(({ flawed }) => flawed), ...candidates.filter(({ flawed }) => !flawed)];
  for (const candidate of order) {
    if (events <= mostEvents && bytes <= mostBytes) break;
    if (!gone.has(candidate)) push(candidate);
  }
  return [...gone];
}
