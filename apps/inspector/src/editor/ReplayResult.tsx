import type { Delivery } from '@hooktap/protocol';
import { BodyView } from '../body/BodyView.tsx';
import { AttemptOutcomeWord } from '../delivery/AttemptLine.tsx';
import { AttemptList } from '../delivery/AttemptList.tsx';
import { handlerMs } from '../delivery/handler-time.ts';
import { duration, inWords } from '../format/measures.ts';
import { clock } from '../format/time.ts';
import { visibleText } from '../format/visible-text.ts';
import { HeaderTable } from '../headers/HeaderTable.tsx';
import { Icon } from '../parts/Icon.tsx';

interface ReplayResultProps {
  /** Those sent from this editor, the newest last. */
  readonly deliveries: readonly Delivery[];
  readonly isSending: boolean;
}

/** What the handler answered to the last one sent. */
export function ReplayResult({ deliveries, isSending }: ReplayResultProps) {
  const delivery = deliveries.at(-1);
  const attempt = delivery?.attempts.at(-1);
  if (!delivery || !attempt) {
    return (
      <section className="result" aria-label="Result" aria-live="polite">
        <p className="quiet result-empty">
          {isSending || delivery ? (
            <>
              <Icon name="pending" /> Sent. Waiting for your handler.
            </>
          ) : (
            'The answer of your handler will stand here. The captured event is never changed.'
          )}
        </p>
      </section>
    );
  }
  const { outcome } = attempt;
  const response = outcome.kind === 'responded' ? outcome : outcome.partial;
  return (
    <section className="result" aria-label="Result" aria-live="polite">
      <h3 className="result-head">
        <AttemptOutcomeWord attempt={attempt} />
        <span className="second">in {inWords(duration(handlerMs(attempt.timing)))}</span>
        <span className="quiet">
          {delivery.edited ? 'edited' : 'as captured'}, {clock(attempt.startedAt)}
        </span>
      </h3>
      {outcome.kind === 'failed' && <p className="bad">{visibleText(outcome.message)}</p>}
      <div className="section">
        <AttemptList key={delivery.id} deliveries={[delivery]} />
      </div>
      {response && response.body.size > 0 && (
        <div className="section">
          <BodyView
            key={response.body.href}
            body={response.body}
            title="Response body"
            fileName={`${delivery.id}-${attempt.number}-response`}
          />
        </div>
      )}
      {response && response.body.size === 0 && <p className="quiet">The response has no body.</p>}
      {response && (
        <div className="section">
          <HeaderTable title="Response headers" headers={response.rawHeaders} />
        </div>
      )}
    </section>
  );
}
