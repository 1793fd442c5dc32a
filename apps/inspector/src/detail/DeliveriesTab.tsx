import type { Event } from '@hooktap/protocol';
import { timingScale, timingsOf } from '../delivery/timing-phases.ts';
import { CompareButton } from './CompareButton.tsx';
import { DeliverySection } from './DeliverySection.tsx';

/** Every delivery with every attempt, the newest first. */
export function DeliveriesTab({ event }: { readonly event: Event }) {
  const scale = timingScale(timingsOf(event.deliveries));
  return (
    <>
      <div className="deliveries-head">
        <CompareButton event={event} />
      </div>
      {[...event.deliveries].reverse().map((delivery, index) => (
        <DeliverySection key={delivery.id} delivery={delivery} isLatest={index === 0} scale={scale} />
      ))}
    </>
  );
}
