import { type Attempt, attemptsInTime, type Delivery } from '@hooktap/protocol';
import { useState } from 'react';
import { isOpen } from '../deliveries/delivery-state.ts';
import { clock, span } from '../format/time.ts';
import { delivery } from '../messages/delivery/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';
import { useNow } from '../state/use-now.ts';
import { AttemptLine } from './AttemptLine.tsx';
import type { TimingScale } from './timing-phases.ts';

/** Above this many, those in the middle are folded. */
const SHOWN = 8;

function Waiting({ delivery: of, number }: { readonly delivery: Delivery; readonly number: number }) {
  const t = useT();
  const now = useNow(1000);
  const { nextAttemptAt } = of;
  return (
    <li className="attempt-line quiet">
      <span className="attempt-number">{number}</span>
      <span>{clock(nextAttemptAt ?? of.createdAt)}</span>
      <span className="attempt-cause">
        {t(of.attempts.length > 0 ? delivery.cause.retry : delivery.cause[of.cause])}
      </span>
      <span className="delivery-status">
        <Icon name={of.status === 'held' ? 'held' : 'pending'} small />
        {nextAttemptAt
          ? t(delivery.dueIn, { span: span(Date.parse(nextAttemptAt) - now) })
          : t(delivery.status[of.status])}
      </span>
    </li>
  );
}

interface Line {
  readonly of: Delivery;
  /** Null: it is still to come. */
  readonly attempt: Attempt | null;
}

interface AttemptListProps {
  readonly deliveries: readonly Delivery[];
  readonly scale: TimingScale;
}

/** Every attempt of some deliveries in the order in which they began, and last what is still to come. */
export function AttemptList({ deliveries, scale }: AttemptListProps) {
  const t = useT();
  const lines: Line[] = [
    ...attemptsInTime(deliveries).map(({ delivery: of, attempt }) => ({ of, attempt })),
    ...deliveries.filter(isOpen).map((of) => ({ of, attempt: null })),
  ];
  const keyOf = (line: Line) => `${line.of.id} ${line.attempt?.number ?? 'next'}`;
  const last = lines.findLast(({ attempt }) => attempt !== null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [unfolded, setUnfolded] = useState(false);
  const open = chosen ?? (last ? keyOf(last) : '');
  const folds = !unfolded && lines.length > SHOWN;
  return (
    <ol className="attempts">
      {lines.map((line, index) => {
        if (folds && index > 0 && index < lines.length - (SHOWN - 2)) {
          if (index > 1) return null;
          return (
            <li key="folded">
              <button type="button" className="button ghost" onClick={() => setUnfolded(true)}>
                {t(delivery.moreAttempts, { count: lines.length - SHOWN + 1 })}
              </button>
            </li>
          );
        }
        const key = keyOf(line);
        if (line.attempt === null) return <Waiting key={key} delivery={line.of} number={index + 1} />;
        return (
          <AttemptLine
            key={key}
            delivery={line.of}
            attempt={line.attempt}
            number={index + 1}
            scale={scale}
            isOpen={open === key}
            onToggle={() => setChosen(open === key ? 'none' : key)}
          />
        );
      })}
    </ol>
  );
}
