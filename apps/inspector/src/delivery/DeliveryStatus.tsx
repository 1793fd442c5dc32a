import type { DeliveryDigest } from '@hooktap/protocol';
import { Icon } from '../parts/Icon.tsx';
import './delivery.css';
import { deliveryWords } from './delivery-words.ts';

interface DeliveryStatusProps {
  readonly delivery: DeliveryDigest;
  readonly wasReplayed?: boolean;
}

/** An icon and a word; attempts from the second on; an arrow where the last was a replay. */
export function DeliveryStatus({ delivery, wasReplayed = false }: DeliveryStatusProps) {
  const { icon, tone, words } = deliveryWords(delivery);
  return (
    <span className="delivery-status">
      <span className={tone}>
        <Icon name={icon} small />
      </span>
      <span className="unseen">{delivery.status} </span>
      <span className={tone === 'ok' ? undefined : tone}>{words}</span>
      {wasReplayed && (
        <span className="quiet" title="Replayed">
          <Icon name="replay" small />
          <span className="unseen">replayed</span>
        </span>
      )}
      {delivery.attempts > 1 && <span className="delivery-times">{delivery.attempts}×</span>}
    </span>
  );
}
