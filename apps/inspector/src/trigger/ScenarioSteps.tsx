import type { ProviderDetail } from '@hooktap/protocol';
import { visibleLine } from '../format/visible-text.ts';
import { Icon } from '../parts/Icon.tsx';
import { Segments } from '../parts/Segments.tsx';

const speeds = ['1', '10', '1000'] as const;
const labels = { '1': 'Real time', '10': '10 times as fast', '1000': 'At once' } as const;

interface ScenarioStepsProps {
  readonly scenario: ProviderDetail['scenarios'][number];
  readonly speed: string;
  readonly isSending: boolean;
  readonly onSpeed: (speed: string) => void;
}

/** What a scenario sends, in its order, and how fast. */
export function ScenarioSteps({ scenario, speed, isSending, onSpeed }: ScenarioStepsProps) {
  return (
    <section className="trigger-body" aria-label="Steps">
      <h3 className="section-head">
        Steps
        <span className="quiet head-note">with realistic gaps</span>
        <span className="head-actions">
          <Segments
            label="How fast"
            value={speeds.find((one) => one === speed) ?? '10'}
            options={speeds}
            labels={labels}
            onChange={onSpeed}
          />
        </span>
      </h3>
      <ol className="scenario-steps">
        {scenario.steps.map((step, index) => (
          <li key={index}>
            <Icon name="down" small />
            {visibleLine(step)}
          </li>
        ))}
      </ol>
      {isSending && (
        <p className="quiet">They go out one after the other; each stands in the events as it arrives.</p>
      )}
    </section>
  );
}
