import type { Delivery, Event } from '@hooktap/protocol';
import { DeliveryActions } from '../deliveries/DeliveryActions.tsx';
import { isOpen } from '../deliveries/delivery-state.ts';
import { StateSentence } from '../deliveries/StateSentence.tsx';
import { AttemptList } from '../delivery/AttemptList.tsx';
import { targetNames } from '../delivery/target-names.ts';
import { type TimingScale, timingScale, timingsOf } from '../delivery/timing-phases.ts';
import { detail } from '../messages/detail/en.ts';
import { useT } from '../messages/use-t.ts';
import { CompareButton } from './CompareButton.tsx';

interface ToOneTargetProps {
  readonly deliveries: readonly Delivery[];
  readonly scale: TimingScale;
}

function ToOneTarget({ deliveries, scale }: ToOneTargetProps) {
  const latest = deliveries.at(-1);
  return (
    <>
      <AttemptList deliveries={deliveries} scale={scale} />
      {latest && isOpen(latest) && (
        <>
          <StateSentence delivery={latest} />
          <DeliveryActions delivery={latest} />
        </>
      )}
    </>
  );
}

// Of a delivery that was cancelled before it was sent there is nothing.
const isShown = (delivery: Delivery) => delivery.attempts.length > 0 || isOpen(delivery);

/** Every attempt of the event, below the target to which it went. */
export function AttemptsSection({ event: { deliveries }, event }: { readonly event: Event }) {
  const t = useT();
  if (!deliveries.some(isShown)) return null;
  const scale = timingScale(timingsOf(deliveries));
  const targets = [...targetNames(deliveries)].map(([target, name]) => ({
    name,
    own: deliveries.filter((delivery) => delivery.target === target),
  }));
  const [first, ...others] = targets;
  return (
    <section className="section">
      <h3 className="section-head">
        {t(detail.attempts)}
        {first && others.length === 0 && (
          <span className="quiet head-note">{t(detail.toHost, { host: first.name })}</span>
        )}
        <CompareButton event={event} />
      </h3>
      {first && others.length === 0 ? (
        <ToOneTarget deliveries={first.own} scale={scale} />
      ) : (
        targets
          .filter(({ own }) => own.some(isShown))
          .map(({ name, own }) => (
            <section
              key={own[0]?.target}
              className="attempts-to"
              aria-label={t(detail.toHost, { host: name })}
            >
              <h4 className="quiet">{t(detail.toHost, { host: name })}</h4>
              <ToOneTarget deliveries={own} scale={scale} />
            </section>
          ))
      )}
    </section>
  );
}
