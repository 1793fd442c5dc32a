import type { DeliveryId, Event } from '@hooktap/protocol';
import { useState } from 'react';
import { goTo } from '../address/use-address.ts';
import { attemptNumber } from '../compare/attempt-number.ts';
import { type AttemptOfEvent, attemptsOf, beforeEditing } from '../compare/sides.ts';
import { AttemptOutcomeWord, attemptCause } from '../delivery/AttemptLine.tsx';
import { handlerMs } from '../delivery/handler-time.ts';
import { duration, inWords } from '../format/measures.ts';
import { clock } from '../format/time.ts';
import { HeaderTable } from '../headers/HeaderTable.tsx';
import { editor as words } from '../messages/editor/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { WatchNote } from '../watch/WatchNote.tsx';
import type { ResponseLook } from './ResponsePart.tsx';
import { ResponsePart } from './ResponsePart.tsx';
import { type EditorRun, RunList } from './RunList.tsx';
import { responseOf, SideBySide } from './SideBySide.tsx';
import { useExpectedAnswer } from './use-expected-answer.ts';
import type { Sent } from './use-replay-draft.ts';

interface ReplayResultProps {
  readonly event: Event;
  /** Those sent from this editor, the newest last. */
  readonly sent: readonly Sent[];
  /** The attempt that was the newest when the editor opened. */
  readonly beforeKey: string | null;
  readonly isSending: boolean;
  readonly look: ResponseLook;
  readonly onLook: (look: ResponseLook) => void;
  /** The editor is left for a while: what stands in it is kept. */
  readonly onLeave: () => void;
}

function runsOf(
  event: Event,
  sent: readonly Sent[],
  attempts: readonly AttemptOfEvent[],
): readonly EditorRun[] {
  const runsOfDelivery = (id: DeliveryId, changes: Sent['changes']): readonly EditorRun[] => {
    const delivery = event.deliveries.find((one) => one.id === id);
    if (!delivery) return [];
    const own = attempts.filter((one) => one.delivery.id === id).toReversed();
    return own.length === 0
      ? [{ delivery, attempt: null, changes }]
      : own.map((attempt) => ({ delivery, attempt, changes }));
  };
  return sent.toReversed().flatMap(({ ids, changes }) => ids.flatMap((id) => runsOfDelivery(id, changes)));
}

/** What the handler answered, beside what it had answered before; and the sends so far. */
export function ReplayResult({
  event,
  sent,
  beforeKey,
  isSending,
  look,
  onLook,
  onLeave,
}: ReplayResultProps) {
  const t = useT();
  const { isExpected, expect } = useExpectedAnswer(event.id);
  const attempts = attemptsOf(event);
  const runs = runsOf(event, sent, attempts);
  const [chosen, setChosen] = useState<{ readonly key: string; readonly of: number } | null>(null);
  // A newer send takes the place of one that was looked at.
  const wanted = chosen?.of === sent.length ? chosen.key : undefined;
  const isWaiting = isSending || runs[0]?.attempt === null;
  const now =
    runs.find(({ attempt }) => attempt !== null && attempt.key === wanted)?.attempt ??
    (isWaiting ? null : (runs[0]?.attempt ?? null));
  const before = beforeEditing(attempts, beforeKey, now);
  const name = now && { deliveryId: now.delivery.id, attempt: now.attempt.number };
  const response = now && responseOf(now.attempt);
  const responseBefore = before && responseOf(before.attempt);
  return (
    <section className="result" aria-label={t(words.result.section)}>
      <div aria-live="polite">
        {now ? (
          <h3 className="result-head">
            <AttemptOutcomeWord attempt={now.attempt} />
            <span className="second">
              {t(words.result.took, { duration: inWords(duration(handlerMs(now.attempt.timing), t)) })}
            </span>
            <span className="quiet cut">
              {t(words.result.attempt, {
                number: attemptNumber(now, t),
                cause: attemptCause(now.delivery, now.attempt, t),
                time: clock(now.attempt.startedAt),
              })}
            </span>
          </h3>
        ) : (
          <p className="quiet result-empty">
            {isWaiting ? (
              <>
                <Icon name="pending" /> {t(words.result.sent)}
              </>
            ) : (
              t(words.result.empty)
            )}
          </p>
        )}
      </div>
      {now && name && (
        <>
          <div className="result-actions">
            {now.attempt.outcome.kind === 'responded' && (
              <Button
                icon="pin"
                aria-pressed={isExpected(name)}
                title={isExpected(name) ? t(words.result.expectUndo) : t(words.result.expectNote)}
                onClick={() => void expect(isExpected(name) ? null : name)}
              >
                {isExpected(name) ? t(words.result.expected) : t(words.result.expect)}
              </Button>
            )}
            {before && (
              <Button
                icon="compare"
                onClick={() => {
                  onLeave();
                  goTo({ compare: `${before.key}~${now.key}` });
                }}
              >
                {t(words.result.compare)}
              </Button>
            )}
          </div>
          <div className="section">
            <SideBySide now={now} before={before} />
            {!before && (
              <p className="quiet">
                {now.targetName === null
                  ? t(words.result.nothingBefore)
                  : t(words.result.nothingBeforeTo, { target: now.targetName })}
              </p>
            )}
          </div>
          {response && (
            <div className="section">
              <ResponsePart
                key={now.key}
                after={response.body}
                before={
                  responseBefore && before
                    ? { body: responseBefore.body, number: attemptNumber(before, t) }
                    : null
                }
                look={look}
                fileName={`${now.delivery.id}-${now.attempt.number}-response`}
                onLook={onLook}
              />
            </div>
          )}
        </>
      )}
      {(runs.length > 0 || before) && (
        <div className="section">
          <h3 className="section-head">
            {t(words.runs.title)}
            <span className="quiet head-note">{t(words.runs.note)}</span>
            <span className="head-actions">
              <WatchNote />
            </span>
          </h3>
          <RunList
            runs={runs}
            before={before}
            shown={now?.key}
            onShow={(key) => setChosen({ key, of: sent.length })}
          />
        </div>
      )}
      {response && (
        <div className="section">
          <HeaderTable title={t(words.result.headers)} headers={response.rawHeaders} />
        </div>
      )}
    </section>
  );
}
