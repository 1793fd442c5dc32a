import type { Attempt, Delivery } from '@hooktap/protocol';
import { useState } from 'react';
import { clock, span } from '../format/time.ts';
import { Icon } from '../parts/Icon.tsx';
import { useNow } from '../state/use-now.ts';
import { AttemptLine } from './AttemptLine.tsx';

/** Above this many, those in the middle are folded. */
const SHOWN = 8;

function Waiting({ delivery, number }: { readonly delivery: Delivery; readonly number: number }) {
  const now = useNow(1000);
  const { nextAttemptAt } = delivery;
  return (
    <li className="attempt-line quiet">
      <span className="attempt-number">{number}</span>
      <span>{clock(nextAttemptAt ?? delivery.createdAt)}</span>
      <span className="attempt-cause">{delivery.attempts.length > 0 ? 'retry' : delivery.cause}</span>
      <span className="delivery-status">
        <Icon name={delivery.status === 'held' ? 'held' : 'pending'} small />
        {nextAttemptAt ? `due in ${span(Date.parse(nextAttemptAt) - now)}` : delivery.status}
      </span>
    </li>
  );
}

interface Line {
  readonly delivery: Delivery;
  /** Null: it is still to come. */
  readonly attempt: Attempt | null;
}

/** As they were begun, whichever delivery they are of; what is still to come is last. */
const byTime = (one: Line, other: Line): number =>
  (one.attempt ? Date.parse(one.attempt.startedAt) : Number.MAX_SAFE_INTEGER) -
  (other.attempt ? Date.parse(other.attempt.startedAt) : Number.MAX_SAFE_INTEGER);

/** Every attempt of an event in order, over all its deliveries, and what is still to come. */
export function AttemptList({ deliveries }: { readonly deliveries: readonly Delivery[] }) {
  const lines = deliveries
    .flatMap((delivery): Line[] => [
      ...delivery.attempts.map((attempt) => ({ delivery, attempt })),
      ...(['pending', 'retrying', 'held'].includes(delivery.status) ? [{ delivery, attempt: null }] : []),
    ])
    .sort(byTime);
  const keyOf = (line: Line) => `${line.delivery.id} ${line.attempt?.number ?? 'next'}`;
  const last = lines.findLast(({ attempt }) => attempt !== null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [unfolded, setUnfolded] = useState(false);
  const open = chosen ?? (last ? keyOf(last) : '');
  const scaleMs = Math.max(0, ...lines.map(({ attempt }) => attempt?.timing.totalMs ?? 0));
  const folds = !unfolded && lines.length > SHOWN;
  return (
    <ol className="attempts">
      {lines.map((line, index) => {
        if (folds && index > 0 && index < lines.length - (SHOWN - 2)) {
          if (index > 1) return null;
          return (
            <li key="folded">
              <button type="button" className="button ghost" onClick={() => setUnfolded(true)}>
                {lines.length - SHOWN + 1} more attempts
              </button>
            </li>
          );
        }
        const key = keyOf(line);
        if (line.attempt === null) return <Waiting key={key} delivery={line.delivery} number={index + 1} />;
        return (
          <AttemptLine
            key={key}
            delivery={line.delivery}
            attempt={line.attempt}
            number={index + 1}
            scaleMs={scaleMs}
            isOpen={open === key}
            onToggle={() => setChosen(open === key ? 'none' : key)}
          />
        );
      })}
    </ol>
  );
}
