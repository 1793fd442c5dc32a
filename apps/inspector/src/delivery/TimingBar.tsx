import type { PhaseSpan } from './timing-phases.ts';

const WIDTH = 1000;

interface TimingBarProps {
  readonly spans: readonly PhaseSpan[];
  /** The time that the whole width stands for. */
  readonly scaleMs: number;
  readonly failedAtMs?: number | undefined;
}

/** Coloured lengths of time; a failure is a red tick where it ended. */
export function TimingBar({ spans, scaleMs, failedAtMs }: TimingBarProps) {
  const at = (ms: number) => (scaleMs === 0 ? 0 : (Math.min(ms, scaleMs) / scaleMs) * WIDTH);
  return (
    <svg className="timing-bar" viewBox={`0 0 ${WIDTH} 14`} preserveAspectRatio="none" aria-hidden="true">
      <path className="timing-axis" d={`M0 7H${WIDTH}`} vectorEffect="non-scaling-stroke" />
      {spans
        .filter(({ ms }) => ms > 0)
        .map(({ phase, startMs, ms }) => (
          <rect
            key={phase}
            className={`fill-${phase}`}
            x={Math.min(at(startMs), WIDTH - 5)}
            y="2.5"
            width={Math.max(at(ms), 5)}
            height="9"
          />
        ))}
      {failedAtMs !== undefined && (
        <rect className="fill-bad" x={Math.min(at(failedAtMs), WIDTH - 7)} y="0" width="7" height="14" />
      )}
    </svg>
  );
}
