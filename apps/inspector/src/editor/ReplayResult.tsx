import type { Delivery } from '@hooktap/protocol';
import { BodyView } from '../body/BodyView.tsx';
import { AttemptOutcomeWord } from '../delivery/AttemptLine.tsx';
import { AttemptList } from '../delivery/AttemptList.tsx';
import { handlerMs } from '../delivery/handler-time.ts';
import { duration, inWords } from '../format/measures.ts';
import { clock } from '../format/time.ts';
import { visibleText } from '../format/visible-text.ts';
import { HeaderTable } from '../headers/HeaderTable.tsx';
import { detail } from '../messages/detail/en.ts';
import { editor } from '../messages/editor/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';

interface ReplayResultProps {
  /** Those sent from this editor, the newest last. */
  readonly deliveries: readonly Delivery[];
  readonly isSending: boolean;
}

/** What the handler answered to the last one sent. */
export function ReplayResult({ deliveries, isSending }: ReplayResultProps) {
  const t = useT();
  const delivery = deliveries.at(-1);
  const attempt = delivery?.attempts.at(-1);
  if (!delivery || !attempt) {
    return (
      <section className="result" aria-label={t(editor.result.label)} aria-live="polite">
        <p className="quiet result-empty">
          {isSending || delivery ? (
            <>
              <Icon name="pending" /> {t(editor.result.waiting)}
            </>
          ) : (
            t(editor.result.empty)
          )}
        </p>
      </section>
    );
  }
  const { outcome } = attempt;
  const response = outcome.kind === 'responded' ? outcome : outcome.partial;
  return (
    <section className="result" aria-label={t(editor.result.label)} aria-live="polite">
      <h3 className="result-head">
        <AttemptOutcomeWord attempt={attempt} />
        <span className="second">
          {t(editor.result.in, { span: inWords(duration(handlerMs(attempt.timing), t)) })}
        </span>
        <span className="quiet">
          {t(delivery.edited ? editor.result.edited : editor.result.captured, {
            time: clock(attempt.startedAt),
          })}
        </span>
      </h3>
      {outcome.kind === 'failed' && (
        <p className="bad" lang="en">
          {visibleText(outcome.message)}
        </p>
      )}
      <div className="section">
        <AttemptList key={delivery.id} deliveries={[delivery]} />
      </div>
      {response && response.body.size > 0 && (
        <div className="section">
          <BodyView
            key={response.body.href}
            body={response.body}
            title={t(detail.responseBody)}
            fileName={`${delivery.id}-${attempt.number}-response`}
          />
        </div>
      )}
      {response && response.body.size === 0 && <p className="quiet">{t(detail.noResponseBody)}</p>}
      {response && (
        <div className="section">
          <HeaderTable title={t(detail.responseHeaders)} headers={response.rawHeaders} />
        </div>
      )}
    </section>
  );
}
