import type { DeliveryDigest } from '@hooktap/protocol';
import { delivery } from '../messages/delivery/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';
import './delivery.css';
import { deliveryWords } from './delivery-words.ts';

interface DeliveryStatusProps {
  readonly delivery: DeliveryDigest;
  readonly wasReplayed?: boolean;
}

/** An icon and a word; attempts from the second on; an arrow where the last was a replay. */
export function DeliveryStatus({ delivery: digest, wasReplayed = false }: DeliveryStatusProps) {
  const t = useT();
  const { icon, tone, words } = deliveryWords(digest, t);
  return (
    <span className="delivery-status">
      <span className={tone}>
        <Icon name={icon} small />
      </span>
      <span className="unseen">{t(delivery.status[digest.status])} </span>
      <span className={tone === 'ok' ? undefined : tone}>{words}</span>
      {wasReplayed && (
        <span className="quiet" title={t(delivery.replayed)}>
          <Icon name="replay" small />
          <span className="unseen">{t(delivery.replayed)}</span>
        </span>
      )}
      {digest.attempts > 1 && <span className="delivery-times">{digest.attempts}×</span>}
    </span>
  );
}
