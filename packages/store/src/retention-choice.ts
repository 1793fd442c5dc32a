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

/** Which of the events (oldest first, none pinned or open) have to go, given what there is in all. */
export function pushedOut(
  candidates: readonly RetentionCandidate[],
  held: { events: number; bytes: number },
  limits: RetentionLimits,
  now: number,
): RetentionCandidate[] {
  const oldest = now - limits.keepDays * 86_400_000;
  const gone = new Set(candidates.filter(({ at }) => at < oldest));
  let events = held.events - gone.size;
  let bytes = held.bytes;
  for (const { bytes: size } of gone) bytes -= size;
  const order = [...candidates.filter(({ flawed }) => flawed), ...candidates.filter(({ flawed }) => !flawed)];
  for (const candidate of order) {
    if (events <= limits.keepEvents && bytes <= limits.keepBytes) break;
    if (gone.has(candidate)) continue;
    gone.add(candidate);
    events -= 1;
    bytes -= candidate.bytes;
  }
  return [...gone];
}
