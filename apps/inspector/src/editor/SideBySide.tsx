import type { Attempt } from '@hooktap/protocol';
import type { ReactNode } from 'react';
import { attemptNumber } from '../compare/attempt-number.ts';
import { headerDifferences } from '../compare/header-differences.ts';
import type { AttemptOfEvent } from '../compare/sides.ts';
import { AttemptOutcomeWord } from '../delivery/AttemptLine.tsx';
import { FailureSays } from '../delivery/FailureSays.tsx';
import { handlerMs } from '../delivery/handler-time.ts';
import { PhaseRows } from '../delivery/PhaseRows.tsx';
import { timingScale } from '../delivery/timing-phases.ts';
import { duration, inWords, size } from '../format/measures.ts';
import { clock } from '../format/time.ts';
import { visibleLine } from '../format/visible-text.ts';
import { editor as words } from '../messages/editor/en.ts';
import { useT } from '../messages/use-t.ts';

export const responseOf = ({ outcome }: Attempt) =>
  outcome.kind === 'responded' ? outcome : outcome.partial;

interface SideBySideProps {
  readonly now: AttemptOfEvent;
  readonly before: AttemptOfEvent | null;
}

function Row({ name, cells }: { readonly name: string; readonly cells: readonly ReactNode[] }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {cells.map((cell, index) => (
        <td key={index} className={index > 0 ? 'second' : undefined}>
          {cell}
        </td>
      ))}
    </tr>
  );
}

/** The replay beside the attempt before it: how each ended, how long it took, what came back. */
export function SideBySide({ now, before }: SideBySideProps) {
  const t = useT();
  const sides = before ? [now, before] : [now];
  const differing = before
    ? headerDifferences(
        responseOf(before.attempt)?.rawHeaders ?? [],
        responseOf(now.attempt)?.rawHeaders ?? [],
      ).filter(({ mark, alwaysChanges }) => mark !== 'equal' && !alwaysChanges)
    : [];
  const scale = timingScale(sides.map(({ attempt }) => attempt.timing));
  const less = before ? handlerMs(before.attempt.timing) - handlerMs(now.attempt.timing) : 0;
  const body = (attempt: Attempt) => {
    const response = responseOf(attempt);
    if (!response) return t(words.result.none);
    if (response.body.size === 0) return t(words.result.noBody);
    const type = response.body.contentType?.split(';', 1)[0];
    return `${inWords(size(response.body.size, t))}${type === undefined ? '' : `, ${visibleLine(type)}`}`;
  };
  return (
    <>
      <table className="side-by-side">
        <thead>
          <tr>
            <td />
            <th scope="col">{t(words.result.this)}</th>
            {before && (
              <th scope="col">
                {t(words.result.beside, {
                  number: attemptNumber(before, t),
                  time: clock(before.attempt.startedAt),
                })}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          <Row
            name={t(words.result.status)}
            cells={sides.map(({ key, attempt }) => (
              <span key={key}>
                <AttemptOutcomeWord attempt={attempt} />
                <FailureSays attempt={attempt} />
              </span>
            ))}
          />
          <Row
            name={t(words.result.tookRow)}
            cells={sides.map(({ key, attempt }, index) => (
              <span key={key} className="figures">
                {inWords(duration(handlerMs(attempt.timing), t))}
                {index === 0 && before && Math.abs(less) >= 0.05 && (
                  <span className="quiet">
                    {' '}
                    {less > 0
                      ? t(words.result.less, { duration: inWords(duration(less, t)) })
                      : t(words.result.more, { duration: inWords(duration(-less, t)) })}
                  </span>
                )}
              </span>
            ))}
          />
          <Row name={t(words.result.response)} cells={sides.map(({ attempt }) => body(attempt))} />
          {before && (
            <Row
              name={t(words.result.headers)}
              cells={[
                <span key="headers">
                  {t(words.result.differing, { count: differing.length })}
                  {differing.length > 0 && (
                    <span className="quiet">
                      {' '}
                      {visibleLine(
                        differing
                          .map(({ label }) => label)
                          .slice(0, 4)
                          .join(', '),
                      )}
                    </span>
                  )}
                </span>,
                '',
              ]}
            />
          )}
          <Row
            name={t(words.result.signature)}
            cells={sides.map((side) => t(words.result.signatures[side.delivery.signature]))}
          />
        </tbody>
      </table>
      <div className="phases">
        <PhaseRows attempt={now.attempt} scale={scale} />
      </div>
    </>
  );
}
