import type { Flights } from './batch-flights.ts';
import { type Sleep, Stopwatch, wait } from './batch-wait.ts';
import type { ChaosStep } from './chaos-plan.ts';
import type { Clock } from './clock.ts';

/** Being late by more than this is not made up for: after a pause, the batch goes on at its pace, without a burst. */
const forgivenMs = 250;

export interface PaceContext {
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly flights: Flights;
}

/** Settles when the step may begin, or when the signal is raised. */
export type Pacer = (step: ChaosStep, signal: AbortSignal) => Promise<void>;

/** The next when those before were answered; after a burst, what it saved by being one is waited. */
export function handlerPace(context: PaceContext): Pacer {
  const { clock, flights } = context;
  let burst: { since: number; tookBefore: number } | null = null;
  return async ({ atOnce, delayMs }, signal) => {
    if (atOnce && burst) return;
    await flights.fewerThan(1);
    const savedMs = burst ? flights.tookMs - burst.tookBefore - (clock.monotonic() - burst.since) : 0;
    await wait(Math.max(0, savedMs) + delayMs, context, signal);
    burst = { since: clock.monotonic(), tookBefore: flights.tookMs };
  };
}

/** By the clock, whether or not those before were answered. `gapMs` is what lies between a step and the one before. */
export function timedPace(context: PaceContext, gapMs: (step: ChaosStep) => Promise<number>): Pacer {
  let watch: Stopwatch | null = null;
  let dueMs = 0;
  return async (step, signal) => {
    const gap = await gapMs(step);
    dueMs += step.delayMs + (watch ? gap : 0);
    watch ??= new Stopwatch(context.clock);
    if (step.atOnce) return;
    await wait(dueMs - watch.elapsedMs, context, signal);
    if (watch.elapsedMs - dueMs <= forgivenMs) return;
    watch = new Stopwatch(context.clock);
    dueMs = 0;
  };
}

/**
 * The gaps of arrival, `speed` times as fast. An event that chaos moved to an earlier place keeps its own time;
 * those it overtook follow it at once, so that reordering does not make the whole longer.
 */
export function arrivalGaps({
  arrivedAt,
  speed,
  newestFirst,
}: {
  /** Epoch milliseconds; null where the event is gone. */
  readonly arrivedAt: (step: ChaosStep) => Promise<number | null>;
  readonly speed: number;
  readonly newestFirst: boolean;
}): (step: ChaosStep) => Promise<number> {
  const sign = newestFirst ? -1 : 1;
  let furthest: number | null = null;
  return async (step) => {
    const at = await arrivedAt(step);
    if (at === null) return 0;
    const gap = furthest === null ? 0 : Math.max(0, (at - furthest) * sign);
    if (furthest === null || gap > 0) furthest = at;
    return gap / speed;
  };
}
