import type { Event, EventId } from '@hooktap/protocol';
import { useRef, useState } from 'react';
import { goTo } from '../address/use-address.ts';
import { attemptCause } from '../delivery/AttemptLine.tsx';
import { preciseClock } from '../format/time.ts';
import { useKeys } from '../keys/use-keys.ts';
import { useMedia } from '../layout/use-media.ts';
import { changeView, useView } from '../layout/view-settings.ts';
import { titleOf } from '../list/subject-of.ts';
import { compare } from '../messages/compare/en.ts';
import type { Translate } from '../messages/translate.ts';
import { useT } from '../messages/use-t.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { useEvent } from '../state/use-event.ts';
import { attemptNumber } from './attempt-number.ts';
import { CompareAttempts } from './CompareAttempts.tsx';
import { CompareEvents } from './CompareEvents.tsx';
import './compare.css';
import './compare-below.css';
import { type AttemptOfEvent, lastOfBoth, parseComparison } from './sides.ts';
import { TallyProvider, TallyWords } from './Tally.tsx';
import { useAttemptSides } from './use-sides.ts';

interface CompareProps {
  readonly id: EventId;
  /** As it stands in the address; see sides.ts. */
  readonly compare: string;
}

const words = (of: AttemptOfEvent, t: Translate) =>
  t(compare.attempt, {
    number: attemptNumber(of, t),
    cause: attemptCause(of.delivery, of.attempt, t),
    time: preciseClock(of.attempt.startedAt),
  });

function AttemptChoice(props: {
  readonly name: string;
  readonly value: string;
  readonly attempts: readonly AttemptOfEvent[];
  readonly onChange: (key: string) => void;
}) {
  const t = useT();
  return (
    <select
      className="field compare-side"
      aria-label={props.name}
      value={props.value}
      onChange={(change) => props.onChange(change.target.value)}
    >
      {props.attempts.map((attempt) => (
        <option key={attempt.key} value={attempt.key}>
          {words(attempt, t)}
        </option>
      ))}
    </select>
  );
}

const eventWords = (event: Event) => `${titleOf(event)}, ${preciseClock(event.receivedAt)}`;

/** Two events or two attempts beside each other; below each other by choice, and where it is narrow. */
export default function Compare({ id, compare: asked }: CompareProps) {
  const t = useT();
  const comparison = parseComparison(asked);
  const { event } = useEvent(id);
  const { event: other, isGone } = useEvent(comparison?.kind === 'events' ? comparison.other : null);
  const { dimAlwaysChanging, comparison: form } = useView();
  const isNarrow = useMedia('(width < 640px)');
  const isBelow = isNarrow || form === 'below';
  const table = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(-1);
  const sides = useAttemptSides(comparison, event);
  const { left, right } = sides;
  const areOfTwo = left && right && left.event.id !== right.event.id;
  const lasts = comparison?.kind === 'events' && event && other ? lastOfBoth(event, other) : null;

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
    <TallyProvider>
      <section className="compare" aria-label={t(compare.label)}>
        <header className="compare-head">
          <IconButton
            icon="back"
            name={t(compare.back)}
            shortcut="Esc"
            onClick={() => goTo({ compare: null })}
          />
          <h2>{t(comparison?.kind === 'events' ? compare.events : compare.attempts)}</h2>
          <span className="head-actions">
            {isReady && <TallyWords />}
            {lasts !== null && (
              <Button onClick={() => goTo({ compare: lasts })}>{t(compare.theirAttempts)}</Button>
            )}
            {areOfTwo && (
              <Button onClick={() => goTo({ eventId: left.event.id, compare: right.event.id })}>
                {t(compare.theirEvents)}
              </Button>
            )}
            <IconButton icon="up" name={t(compare.previous)} shortcut="⇧ N" onClick={() => step(-1)} />
            <IconButton icon="down" name={t(compare.next)} shortcut="N" onClick={() => step(1)} />
            <Button shortcut="X" onClick={swap}>
              {t(compare.swap)}
            </Button>
            {!isNarrow && (
              <Button
                aria-pressed={isBelow}
                onClick={() => changeView({ comparison: isBelow ? 'beside' : 'below' })}
              >
                {t(compare.below)}
              </Button>
            )}
            <Button
              aria-pressed={dimAlwaysChanging}
              onClick={() => changeView({ dimAlwaysChanging: !dimAlwaysChanging })}
            >
              {t(compare.dim)}
            </Button>
          </span>
        </header>
        {!isReady && (
          <p className="detail-empty">
            {isGone || sides.isGone || comparison === null ? t(compare.gone) : t(compare.loading)}
          </p>
        )}
        {isReady && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
          <div ref={table} className="compare-scroll" tabIndex={0}>
            <table className={`compare-table ${isBelow ? 'below' : ''}`}>
              <thead>
                <tr>
                  <td />
                  <th scope="col">
                    {areOfTwo && <span className="compare-event cut">{eventWords(left.event)}</span>}
                    {comparison?.kind === 'attempts' && left ? (
                      <AttemptChoice
                        name={t(compare.left)}
                        value={comparison.left}
                        attempts={left.attempts}
                        onChange={(key) => goTo({ compare: `${key}~${comparison.right}` }, 'replace')}
                      />
                    ) : (
                      event && eventWords(event)
                    )}
                  </th>
                  <th scope="col">
                    {areOfTwo && <span className="compare-event cut">{eventWords(right.event)}</span>}
                    {comparison?.kind === 'attempts' && right ? (
                      <AttemptChoice
                        name={t(compare.right)}
                        value={comparison.right}
                        attempts={right.attempts}
                        onChange={(key) => goTo({ compare: `${comparison.left}~${key}` }, 'replace')}
                      />
                    ) : (
                      other && eventWords(other)
                    )}
                  </th>
                </tr>
              </thead>
              {left?.chosen && right?.chosen && <CompareAttempts left={left.chosen} right={right.chosen} />}
              {comparison?.kind === 'events' && event && other && (
                <CompareEvents left={event} right={other} />
              )}
            </table>
          </div>
        )}
      </section>
    </TallyProvider>
  );
}
