import type { Attempt } from '@hooktap/protocol';
import { duration } from '../format/measures.ts';
import { delivery } from '../messages/delivery/en.ts';
import { useT } from '../messages/use-t.ts';
import { Figure } from '../parts/Figure.tsx';
import { TimingBar } from './TimingBar.tsx';
import { phaseSpans, type TimingScale } from './timing-phases.ts';

interface PhaseRowsProps {
  readonly attempt: Pick<Attempt, 'timing' | 'outcome'>;
  readonly scale: TimingScale;
  readonly isGraded?: boolean;
}

/** The phases of an attempt, each exactly under its part of the bar. */
export function PhaseRows({ attempt, scale, isGraded = false }: PhaseRowsProps) {
  const t = useT();
  return phaseSpans(attempt.timing, scale).map(({ phase, isCut }) => {
    const ms = attempt.timing[`${phase}Ms`];
    return (
      <div className="phase" key={phase} title={isCut ? t(delivery.queueCut) : undefined}>
        <span className="phase-name">{t(delivery.phase[phase])}</span>
        <TimingBar attempt={attempt} scale={scale} only={phase} isGraded={isGraded} />
        {ms > 0 ? (
          <Figure measure={duration(ms, t)} />
        ) : (
          <span className="end quiet" title={t(delivery.notReached)}>
            –
          </span>
        )}
      </div>
    );
  });
}
