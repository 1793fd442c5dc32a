import type { Timing } from '@hooktap/protocol';
import { duration } from '../format/measures.ts';
import { delivery } from '../messages/delivery/en.ts';
import { useT } from '../messages/use-t.ts';
import { Figure } from '../parts/Figure.tsx';
import { TimingBar } from './TimingBar.tsx';
import { phaseSpans } from './timing-phases.ts';

interface PhaseRowsProps {
  readonly timing: Timing;
  readonly scaleMs: number;
  readonly isGraded?: boolean;
}

function Took({ ms }: { readonly ms: number }) {
  const t = useT();
  if (ms > 0) return <Figure measure={duration(ms, t)} />;
  return (
    <span className="end quiet" title={t(delivery.notReached)}>
      –
    </span>
  );
}

/** The phases of an attempt, each exactly under its part of the bar; before them what it waited to be sent. */
export function PhaseRows({ timing, scaleMs, isGraded = false }: PhaseRowsProps) {
  const t = useT();
  return (
    <>
      <div className="phase" title={t(delivery.queueApart)}>
        <span className="phase-name">{t(delivery.phase.queue)}</span>
        <span />
        <Took ms={timing.queueMs} />
      </div>
      {phaseSpans(timing).map((span) => (
        <div className="phase" key={span.phase}>
          <span className="phase-name">{t(delivery.phase[span.phase])}</span>
          <TimingBar spans={[span]} scaleMs={scaleMs} isGraded={isGraded} />
          <Took ms={span.ms} />
        </div>
      ))}
    </>
  );
}
