import type { Attempt, Delivery } from '@hooktap/protocol';
import { useState } from 'react';
import { BodyView } from '../body/BodyView.tsx';
import { DeliveryActions } from '../deliveries/DeliveryActions.tsx';
import { StateSentence } from '../deliveries/StateSentence.tsx';
import { AttemptLine } from '../delivery/AttemptLine.tsx';
import { DeliveryStatus } from '../delivery/DeliveryStatus.tsx';
import { digestOf } from '../delivery/digest-of.ts';
import { clock } from '../format/time.ts';
import { visibleLine, visibleText } from '../format/visible-text.ts';
import { HeaderTable } from '../headers/HeaderTable.tsx';

function AttemptEvidence({ delivery, attempt }: { readonly delivery: Delivery; readonly attempt: Attempt }) {
  const { request, outcome } = attempt;
  const response = outcome.kind === 'responded' ? outcome : outcome.partial;
  const name = `${delivery.id}-${attempt.number}`;
  return (
    <div className="evidence">
      {outcome.kind === 'failed' && <p className="bad">{visibleText(outcome.message)}</p>}
      <h3 className="section-head">
        Sent
        <code className="cut second">
          {visibleLine(request.method)} {visibleLine(request.url)}
        </code>
      </h3>
      <HeaderTable title="Request headers" headers={request.rawHeaders} />
      {request.body.size > 0 && (
        <BodyView body={request.body} title="Request body" fileName={`${name}-request`} />
      )}
      {response && (
        <>
          <HeaderTable title="Response headers" headers={response.rawHeaders} />
          {response.body.size > 0 ? (
            <BodyView body={response.body} title="Response body" fileName={`${name}-response`} />
          ) : (
            <p className="quiet">The response has no body.</p>
          )}
        </>
      )}
    </div>
  );
}

interface DeliverySectionProps {
  readonly delivery: Delivery;
  readonly isLatest: boolean;
  readonly hasKeys?: boolean;
}

/** One delivery: where it stands, what can be done about it, and every attempt with its evidence. */
export function DeliverySection({ delivery, isLatest, hasKeys = false }: DeliverySectionProps) {
  const latest = isLatest ? delivery.attempts.at(-1)?.number : undefined;
  const [chosen, setChosen] = useState<number | null>(null);
  const open = chosen ?? latest ?? 0;
  const scaleMs = Math.max(0, ...delivery.attempts.map(({ timing }) => timing.totalMs));
  return (
    <section className="section">
      <h3 className="section-head">
        <DeliveryStatus delivery={digestOf(delivery)} />
        <span className="quiet head-note">
          {delivery.cause}
          {delivery.edited ? ', edited' : ''} at {clock(delivery.createdAt)} to
        </span>
        <code className="cut quiet">{visibleLine(delivery.target)}</code>
      </h3>
      <StateSentence delivery={delivery} />
      <DeliveryActions delivery={delivery} hasKeys={hasKeys} />
      <ol className="attempts">
        {delivery.attempts.map((attempt) => (
          <AttemptLine
            key={attempt.number}
            delivery={delivery}
            attempt={attempt}
            number={attempt.number}
            scaleMs={scaleMs}
            isOpen={open === attempt.number}
            onToggle={() => setChosen(open === attempt.number ? 0 : attempt.number)}
          >
            {open === attempt.number && <AttemptEvidence delivery={delivery} attempt={attempt} />}
          </AttemptLine>
        ))}
      </ol>
      {delivery.attempts.length === 0 && <p className="quiet">No attempt has ended yet.</p>}
    </section>
  );
}
