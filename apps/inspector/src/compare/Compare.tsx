import type { Event, EventId } from '@hooktap/protocol';
import { useRef, useState } from 'react';
import { goTo } from '../address/use-address.ts';
import { attemptCause } from '../delivery/AttemptLine.tsx';
import { preciseClock } from '../format/time.ts';
import { useKeys } from '../keys/use-keys.ts';
import { changeView, useView } from '../layout/view-settings.ts';
import { titleOf } from '../list/subject-of.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { useEvent } from '../state/use-event.ts';
import { CompareAttempts } from './CompareAttempts.tsx';
import { CompareEvents } from './CompareEvents.tsx';
import './compare.css';
import { type AttemptOfEvent, attemptsOf, parseComparison } from './sides.ts';

interface CompareProps {
  readonly id: EventId;
  /** As it stands in the address; see sides.ts. */
  readonly compare: string;
}

const words = ({ number, delivery, attempt }: AttemptOfEvent) =>
  `Attempt ${number}, ${attemptCause(delivery, attempt)}, ${preciseClock(attempt.startedAt)}`;

function AttemptChoice(props: {
  readonly name: string;
  readonly value: string;
  readonly attempts: readonly AttemptOfEvent[];
  readonly onChange: (key: string) => void;
}) {
  return (
    <select
      className="field compare-side"
      aria-label={props.name}
      value={props.value}
      onChange={(change) => props.onChange(change.target.value)}
    >
      {props.attempts.map((attempt) => (
        <option key={attempt.key} value={attempt.key}>
          {words(attempt)}
        </option>
      ))}
    </select>
  );
}

const eventWords = (event: Event) => `${titleOf(event)}, ${preciseClock(event.receivedAt)}`;

/** Two events or two attempts beside each other. */
export default function Compare({ id, compare }: CompareProps) {
  const comparison = parseComparison(compare);
  const { event } = useEvent(id);
  const { event: other, isGone } = useEvent(comparison?.kind === 'events' ? comparison.other : null);
  const { dimAlwaysChanging } = useView();
  const table = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(-1);
  const attempts = event ? attemptsOf(event) : [];
  const find = (key: string) => attempts.find((attempt) => attempt.key === key);
  const left = comparison?.kind === 'attempts' ? find(comparison.left) : undefined;
  const right = comparison?.kind === 'attempts' ? find(comparison.right) : undefined;

  const step = (by: 1 | -1) => {
    const all = [...(table.current?.querySelectorAll<HTMLElement>('[data-difference]') ?? [])];
    if (all.length === 0) return;
    const next = (at + by + all.length) % all.length;
    setAt(next);
    for (const [index, row] of all.entries()) row.toggleAttribute('data-current', index === next);
    all[next]?.scrollIntoView({ block: 'center' });
  };
  const swap = () => {
    if (comparison?.kind === 'attempts')
      goTo({ compare: `${comparison.right}~${comparison.left}` }, 'replace');
    if (comparison?.kind === 'events') goTo({ eventId: comparison.other, compare: id }, 'replace');
  };
  useKeys({ n: () => step(1), N: () => step(-1), x: swap });

  const isReady = comparison?.kind === 'attempts' ? left && right : event && other;
  return (
    <section className="compare" aria-label="Compare">
      <header className="compare-head">
        <IconButton
          icon="back"
          name="Back to the event"
          shortcut="Esc"
          onClick={() => goTo({ compare: null })}
        />
        <h2>{comparison?.kind === 'events' ? 'Compare events' : 'Compare attempts'}</h2>
        <span className="head-actions">
          <IconButton icon="up" name="Previous difference" shortcut="⇧ N" onClick={() => step(-1)} />
          <IconButton icon="down" name="Next difference" shortcut="N" onClick={() => step(1)} />
          <Button shortcut="X" onClick={swap}>
            Swap
          </Button>
          <Button
            aria-pressed={dimAlwaysChanging}
            onClick={() => changeView({ dimAlwaysChanging: !dimAlwaysChanging })}
          >
            Dim ids and times
          </Button>
        </span>
      </header>
      {!isReady && (
        <p className="detail-empty">
          {isGone || (event && comparison?.kind !== 'events')
            ? 'What was to be compared is not kept any more.'
            : 'Loading…'}
        </p>
      )}
      {isReady && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
        <div ref={table} className="compare-scroll" tabIndex={0}>
          <table className="compare-table">
            <thead>
              <tr>
                <td />
                <th scope="col">
                  {comparison?.kind === 'attempts' ? (
                    <AttemptChoice
                      name="Left"
                      value={comparison.left}
                      attempts={attempts}
                      onChange={(key) => goTo({ compare: `${key}~${comparison.right}` }, 'replace')}
                    />
                  ) : (
                    event && eventWords(event)
                  )}
                </th>
                <th scope="col">
                  {comparison?.kind === 'attempts' ? (
                    <AttemptChoice
                      name="Right"
                      value={comparison.right}
                      attempts={attempts}
                      onChange={(key) => goTo({ compare: `${comparison.left}~${key}` }, 'replace')}
                    />
                  ) : (
                    other && eventWords(other)
                  )}
                </th>
              </tr>
            </thead>
            {left && right && <CompareAttempts left={left} right={right} />}
            {comparison?.kind === 'events' && event && other && <CompareEvents left={event} right={other} />}
          </table>
        </div>
      )}
    </section>
  );
}
