import type { Timing } from '@hooktap/protocol';

export const phases = ['queue', 'connect', 'send', 'wait', 'receive'] as const;
type Phase = (typeof phases)[number];

export interface PhaseSpan {
  readonly phase: Phase;
  readonly startMs: number;
  readonly ms: number;
}

/** The phases of an attempt one after the other, from its begin on. */
export function phaseSpans(timing: Timing): readonly PhaseSpan[] {
  let startMs = 0;
  return phases.map((phase) => {
    const ms = timing[`${phase}Ms`];
    const span = { phase, startMs, ms };
    startMs += ms;
    return span;
  });
}
