import type { Attempt, Delivery } from '@hooktap/protocol';
import { useState } from 'react';
import { BodyView } from '../body/BodyView.tsx';
import { DeliveryActions } from '../deliveries/DeliveryActions.tsx';
import { isOpen } from '../deliveries/delivery-state.ts';
import { StateSentence } from '../deliveries/StateSentence.tsx';
import { AttemptLine } from '../delivery/AttemptLine.tsx';
import { DeliveryStatus } from '../delivery/DeliveryStatus.tsx';
import { digestOf } from '../delivery/digest-of.ts';
import { FailureSays } from '../delivery/FailureSays.tsx';
import { type TimingScale, timingScale, timingsOf } from '../delivery/timing-phases.ts';
import { clock } from '../format/time.ts';
import { visibleLine } from '../format/visible-text.ts';
import { HeaderTable } from '../headers/HeaderTable.tsx';
import { delivery } from '../messages/delivery/en.ts';
import { detail } from '../messages/detail/en.ts';
import { useT } from '../messages/use-t.ts';

function AttemptEvidence({ delivery, attempt }: { readonly delivery: Delivery; readonly attempt: Attempt }) {
  const t = useT();
  const { request, outcome } = attempt;
  const response = outcome.kind === 'responded' ? outcome : outcome.partial;
  const name = `${delivery.id}-${attempt.number}`;
  return (
    <div className="evidence">
      <FailureSays attempt={attempt} className="bad" isWhole />
      <h3 className="section-head">
        {t(detail.sent)}
        <code className="cut second">
          {visibleLine(request.method)} {visibleLine(request.url)}
        </code>
      </h3>
      <HeaderTable title={t(detail.requestHeaders)} headers={request.rawHeaders} />
      {request.body.size > 0 && (
        <BodyView body={request.body} title={t(detail.requestBody)} fileName={`${name}-request`} />
      )}
      {response && (
        <>
          <HeaderTable title={t(detail.responseHeaders)} headers={response.rawHeaders} />
          {response.body.size > 0 ? (
            <BodyView body={response.body} title={t(detail.responseBody)} fileName={`${name}-response`} />
          ) : (
            <p className="quiet">{t(detail.noResponseBody)}</p>
          )}
        </>
      )}
    </div>
  );
}

interface DeliverySectionProps {
  readonly delivery: Delivery;
  readonly isLatest: boolean;
  /** By default of its own attempts alone. */
  readonly scale?: TimingScale;
  readonly hasKeys?: boolean;
}

/** One delivery: where it stands, what can be done about it, and every attempt with its evidence. */
export function DeliverySection(props: DeliverySectionProps) {
  const t = useT();
  const { delivery: given, isLatest, scale = timingScale(timingsOf([given])), hasKeys = false } = props;
  const latest = isLatest ? given.attempts.at(-1)?.number : undefined;
  const [chosen, setChosen] = useState<number | null>(null);
  const open = chosen ?? latest ?? 0;
  return (
    <section className="section">
      <h3 className="section-head">
        <DeliveryStatus delivery={digestOf(given)} />
        <span className="quiet head-note">
          {t(given.edited ? detail.madeEditedAt : detail.madeAt, {
            cause: t(delivery.cause[given.cause]),
            time: clock(given.createdAt),
          })}
        </span>
        <code className="cut quiet">{visibleLine(given.target)}</code>
      </h3>
      <StateSentence delivery={given} />
      <DeliveryActions delivery={given} hasKeys={hasKeys} />
      <ol className="attempts">
        {given.attempts.map((attempt) => (
          <AttemptLine
            key={attempt.number}
            delivery={given}
            attempt={attempt}
            number={attempt.number}
            scale={scale}
            isOpen={open === attempt.number}
            onToggle={() => setChosen(open === attempt.number ? 0 : attempt.number)}
          >
            {open === attempt.number && <AttemptEvidence delivery={given} attempt={attempt} />}
          </AttemptLine>
        ))}
      </ol>
      {given.attempts.length === 0 && (
        <p className="quiet">{t(isOpen(given) ? detail.noAttempt : detail.neverSent)}</p>
      )}
    </section>
  );
}
