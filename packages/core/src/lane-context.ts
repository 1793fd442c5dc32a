import type { Clock } from './clock.ts';
import type { Duty, Settled } from './duty.ts';
import type { Target } from './target.ts';

/** What becomes of an arrival: it goes on when its turn comes, is kept back, or waits for a person. */
export type Admission = 'deliver' | 'hold' | 'breakpoint';

/** What a lane is told, and whom it tells. */
export interface LaneContext {
  readonly endpoint: string;
  readonly target: Target;
  readonly clock: Clock;
  /** False while what the last run left is still being gathered: it goes first. */
  readonly isOpen: () => boolean;
  readonly concurrency: () => number;
  /** What the endpoint's switches and its target's health make of an arrival. */
  readonly admission: () => Admission;
  readonly run: (duty: Duty, ending: AbortController) => Promise<Settled>;
  /** Puts a change of status on record without an attempt. */
  readonly note: (duty: Duty, settled: Settled) => void;
  /** Told when an attempt has left its delivery so, and it has its new place. */
  readonly settled: (duty: Duty, settled: Settled) => void;
}
