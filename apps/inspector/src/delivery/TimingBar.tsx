import type { Attempt } from '@hooktap/protocol';
import { handlerMs } from './handler-time.ts';
import { type Phase, phaseSpans, type TimingScale } from './timing-phases.ts';

interface TimingBarProps {
  readonly attempt: Pick<Attempt, 'timing' | 'outcome'>;
  readonly scale: TimingScale;
  /** Of this phase alone, where it stands among the others. */
  readonly only?: Phase;
  /** With marks at each fifth of the scale. */
  readonly isGraded?: boolean;
}

/** Coloured lengths of time, each at least two pixels; a failure is a red tick where it ended. */
export function TimingBar({ attempt, scale, only, isGraded = false }: TimingBarProps) {
  const { timing, outcome } = attempt;
  const { widthMs, queueAtMostMs } = scale;
  const share = (ms: number) => `${widthMs === 0 ? 0 : (Math.min(ms, widthMs) / widthMs) * 100}%`;
  const from = (ms: number) => `min(${share(ms)}, 100% - 2px)`;
  const failedAtMs = Math.min(timing.queueMs, queueAtMostMs) + handlerMs(timing);
  return (
    <span className={`timing-bar ${isGraded ? 'graded' : ''}`} aria-hidden="true">
      {phaseSpans(timing, scale)
        .filter(({ phase, ms }) => ms > 0 && (only === undefined || phase === only))
        .map(({ phase, startMs, ms, isCut }) => (
          <span
            key={phase}
            className={`fill-${phase} ${isCut ? 'is-cut' : ''}`}
            style={{ left: from(startMs), width: share(ms) }}
          />
        ))}
      {only === undefined && outcome.kind === 'failed' && (
        <span className="fill-bad" style={{ left: from(failedAtMs) }} />
      )}
    </span>
  );
}
