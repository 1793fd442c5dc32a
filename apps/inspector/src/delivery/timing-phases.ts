import type { Delivery, Timing } from '@hooktap/protocol';
import { handlerMs } from './handler-time.ts';

export const phases = ['queue', 'connect', 'send', 'wait', 'receive'] as const;
export type Phase = (typeof phases)[number];

/** One for all bars that stand together: what is longer took longer, whichever delivery it is of. In milliseconds. */
export interface TimingScale {
  /** What the whole width stands for. */
  readonly widthMs: number;
  /** Of a queue no more is drawn: hours of being held would leave nothing of what the handler took. */
  readonly queueAtMostMs: number;
}

export interface PhaseSpan {
  readonly phase: Phase;
  /** Where it begins in the drawing, which begins with the queue. */
  readonly startMs: number;
  /** As it is drawn. */
  readonly ms: number;
  /** It was longer than it is drawn. */
  readonly isCut: boolean;
}

export const timingsOf = (deliveries: readonly Pick<Delivery, 'attempts'>[]): readonly Timing[] =>
  deliveries.flatMap(({ attempts }) => attempts.map(({ timing }) => timing));

export function timingScale(timings: readonly Timing[]): TimingScale {
  const longest = Math.max(0, ...timings.map(handlerMs));
  const queueAtMostMs = longest > 0 ? longest / 2 : Infinity;
  const drawn = timings.map((timing) => Math.min(timing.queueMs, queueAtMostMs) + handlerMs(timing));
  return { widthMs: Math.max(0, ...drawn), queueAtMostMs };
}

/** The phases of an attempt one after the other; all but the queue are together what the handler took. */
export function phaseSpans(timing: Timing, { queueAtMostMs }: TimingScale): readonly PhaseSpan[] {
  let startMs = 0;
  return phases.map((phase) => {
    const whole = timing[`${phase}Ms`];
    const ms = phase === 'queue' ? Math.min(whole, queueAtMostMs) : whole;
    const span = { phase, startMs, ms, isCut: ms < whole };
    startMs += ms;
    return span;
  });
}
