import type { Timing } from '@hooktap/protocol';

/** What the handler's time is made of. The queue is before it, and not in it. */
const phases = ['connect', 'send', 'wait', 'receive'] as const;
type Phase = (typeof phases)[number];

export interface PhaseSpan {
  readonly phase: Phase;
  /** From the end of the queue on. */
  readonly startMs: number;
  readonly ms: number;
}

/** The phases of an attempt one after the other, from its connection on: together they are `handlerMs`. */
export function phaseSpans(timing: Timing): readonly PhaseSpan[] {
  let startMs = 0;
  return phases.map((phase) => {
    const ms = timing[`${phase}Ms`];
    const span = { phase, startMs, ms };
    startMs += ms;
    return span;
  });
}
