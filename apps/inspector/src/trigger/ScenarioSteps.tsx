import type { ProviderDetail } from '@hooktap/protocol';
import { visibleLine } from '../format/visible-text.ts';
import { trigger } from '../messages/trigger/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';
import { Segments } from '../parts/Segments.tsx';

const speeds = ['1', '10', '1000'] as const;

interface ScenarioStepsProps {
  readonly scenario: ProviderDetail['scenarios'][number];
  readonly speed: string;
  readonly isSending: boolean;
  readonly onSpeed: (speed: string) => void;
}

/** What a scenario sends, in its order, and how fast. */
export function ScenarioSteps({ scenario, speed, isSending, onSpeed }: ScenarioStepsProps) {
  const t = useT();
  return (
    <section className="trigger-body" aria-label={t(trigger.steps.title)}>
      <h3 className="section-head">
        {t(trigger.steps.title)}
        <span className="quiet head-note">{t(trigger.steps.note)}</span>
        <span className="head-actions">
          <Segments
            label={t(trigger.steps.speed)}
            value={speeds.find((one) => one === speed) ?? '10'}
            options={speeds}
            labels={{
              '1': t(trigger.steps.real),
              '10': t(trigger.steps.fast),
              '1000': t(trigger.steps.once),
            }}
            onChange={onSpeed}
          />
        </span>
      </h3>
      <ol className="scenario-steps">
        {scenario.steps.map((step, index) => (
          <li key={index} lang="en">
            <Icon name="down" small />
            {visibleLine(step)}
          </li>
        ))}
      </ol>
      {isSending && <p className="quiet">{t(trigger.steps.sending)}</p>}
    </section>
  );
}
