import type { PhaseSpan } from './timing-phases.ts';

interface TimingBarProps {
  readonly spans: readonly PhaseSpan[];
  /** The time that the whole width stands for. */
  readonly scaleMs: number;
  readonly failedAtMs?: number | undefined;
  /** With marks at each fifth of the scale. */
  readonly isGraded?: boolean;
}

/** Coloured lengths of time, each at least two pixels; a failure is a red tick where it ended. */
export function TimingBar({ spans, scaleMs, failedAtMs, isGraded = false }: TimingBarProps) {
  const share = (ms: number) => `${scaleMs === 0 ? 0 : (Math.min(ms, scaleMs) / scaleMs) * 100}%`;
  const from = (ms: number) => `min(${share(ms)}, 100% - 2px)`;
  return (
    <span className={`timing-bar ${isGraded ? 'graded' : ''}`} aria-hidden="true">
      {spans
        .filter(({ ms }) => ms > 0)
        .map(({ phase, startMs, ms }) => (
          <span key={phase} className={`fill-${phase}`} style={{ left: from(startMs), width: share(ms) }} />
        ))}
      {failedAtMs !== undefined && <span className="fill-bad" style={{ left: from(failedAtMs) }} />}
    </span>
  );
}
