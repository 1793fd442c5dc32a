import type { Attempt, Delivery } from '@hooktap/protocol';
import type { ReactNode } from 'react';
import { duration } from '../format/measures.ts';
import { clock } from '../format/time.ts';
import { delivery } from '../messages/delivery/en.ts';
import type { Translate } from '../messages/translate.ts';
import { useT } from '../messages/use-t.ts';
import { Figure } from '../parts/Figure.tsx';
import { Icon } from '../parts/Icon.tsx';
import { handlerMs } from './handler-time.ts';
import { PhaseRows } from './PhaseRows.tsx';
import { TimingBar } from './TimingBar.tsx';
import type { TimingScale } from './timing-phases.ts';

const causes = { first: 'arrival', scheduled: 'retry', manual: 'retry', recovered: 'resumed' } as const;

/** Why it was made; an edited replay says so. */
export function attemptCause({ edited, cause }: Delivery, attempt: Attempt, t: Translate): string {
  const why = t(delivery.cause[causes[attempt.cause]]);
  if (edited)
    return attempt.cause === 'first' ? t(delivery.cause.edited) : t(delivery.cause.editedToo, { cause: why });
  return attempt.cause === 'first' && cause === 'replay' ? t(delivery.cause.replay) : why;
}

/** The outcome of one attempt: `200`, `500`, `timeout`. */
export function AttemptOutcomeWord({ attempt }: { readonly attempt: Attempt }) {
  const { outcome } = attempt;
  const good = outcome.kind === 'responded' && outcome.statusCode >= 200 && outcome.statusCode < 300;
  return (
    <span className="delivery-status">
      <span className={good ? 'ok' : 'bad'}>
        <Icon name={good ? 'check' : 'failed'} small />
      </span>
      <span className={good ? undefined : 'bad'}>
        {outcome.kind === 'responded' ? outcome.statusCode : outcome.failure}
      </span>
    </span>
  );
}

interface AttemptLineProps {
  readonly delivery: Delivery;
  readonly attempt: Attempt;
  /** As it stands before the line: within its list. */
  readonly number: number;
  readonly scale: TimingScale;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** Below the line: what was sent and what came back. */
  readonly children?: ReactNode;
}

/** One attempt on the common scale; opened, its phases stand exactly under its bar. */
export function AttemptLine(props: AttemptLineProps) {
  const t = useT();
  const { delivery: of, attempt, number, scale, isOpen, onToggle, children } = props;
  return (
    <li className="attempt">
      <button type="button" className="attempt-line" aria-expanded={isOpen} onClick={onToggle}>
        <span className="quiet attempt-number">{number}</span>
        <span className="second">{clock(attempt.startedAt)}</span>
        <span
          className="quiet attempt-cause"
          title={of.edited ? t(delivery.editedReplay) : attemptCause(of, attempt, t)}
        >
          {attemptCause(of, attempt, t)}
        </span>
        <AttemptOutcomeWord attempt={attempt} />
        <TimingBar attempt={attempt} scale={scale} />
        <Figure measure={duration(handlerMs(attempt.timing), t)} title={t(delivery.took)} />
      </button>
      {isOpen && <PhaseRows attempt={attempt} scale={scale} isGraded />}
      {children}
    </li>
  );
}
