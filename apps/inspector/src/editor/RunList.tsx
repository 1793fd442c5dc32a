import type { Delivery } from '@hooktap/protocol';
import type { AttemptOfEvent } from '../compare/sides.ts';
import { AttemptOutcomeWord, attemptCause } from '../delivery/AttemptLine.tsx';
import { handlerMs } from '../delivery/handler-time.ts';
import { duration, inWords } from '../format/measures.ts';
import { clock } from '../format/time.ts';
import { editor as words } from '../messages/editor/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';
import type { Change } from './edit-draft.ts';

/** A send of this editor: waiting, or with its attempt. */
export interface EditorRun {
  readonly delivery: Delivery;
  readonly attempt: AttemptOfEvent | null;
  readonly changes: readonly Change[];
}

interface RunListProps {
  /** Newest first. */
  readonly runs: readonly EditorRun[];
  readonly before: AttemptOfEvent | null;
  readonly shown: string | undefined;
  readonly onShow: (key: string) => void;
}

const withTarget = ({ targetName }: AttemptOfEvent, said: string) =>
  targetName === null ? said : `${targetName}, ${said}`;

/** The sends so far, and what the one that is shown stands beside. */
export function RunList({ runs, before, shown, onShow }: RunListProps) {
  const t = useT();
  return (
    <ol className="runs" aria-label={t(words.runs.title)}>
      {runs.map(({ delivery, attempt, changes }) => (
        <li key={attempt?.key ?? delivery.id}>
          {attempt ? (
            <button
              type="button"
              className="run"
              aria-pressed={attempt.key === shown}
              onClick={() => onShow(attempt.key)}
            >
              <AttemptOutcomeWord attempt={attempt.attempt} />
              <span className="second">{clock(attempt.attempt.startedAt)}</span>
              <span className="second">{inWords(duration(handlerMs(attempt.attempt.timing), t))}</span>
              <span className="quiet cut">
                {withTarget(
                  attempt,
                  changes.length === 0
                    ? t(words.runs.asCaptured)
                    : t(words.runs.edits, {
                        list: t.list(
                          changes.map((change) => t(words.changes[change])),
                          'and',
                        ),
                      }),
                )}
              </span>
            </button>
          ) : (
            <span className="run quiet">
              <span className="delivery-status">
                <Icon name="pending" small />
                {t(words.runs.waiting)}
              </span>
              <span>{clock(delivery.createdAt)}</span>
            </span>
          )}
        </li>
      ))}
      {before && (
        <li className="run">
          <AttemptOutcomeWord attempt={before.attempt} />
          <span className="second">{clock(before.attempt.startedAt)}</span>
          <span className="second">{inWords(duration(handlerMs(before.attempt.timing), t))}</span>
          <span className="quiet cut">
            {withTarget(
              before,
              t(words.runs.before, { cause: attemptCause(before.delivery, before.attempt, t) }),
            )}
          </span>
        </li>
      )}
    </ol>
  );
}
