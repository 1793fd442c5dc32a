import type { DeliveryId, DeliveryListItem } from '@hooktap/protocol';
import { memo } from 'react';
import { DeliveryStatus } from '../delivery/DeliveryStatus.tsx';
import { shortHost } from '../format/addresses.ts';
import { duration } from '../format/measures.ts';
import { clock } from '../format/time.ts';
import { visibleLine } from '../format/visible-text.ts';
import { TimeCell } from '../list/TimeCell.tsx';
import { Figure } from '../parts/Figure.tsx';

interface DeliveryRowProps {
  readonly delivery: DeliveryListItem;
  readonly index: number;
  readonly total: number;
  readonly top: number;
  readonly isOpen: boolean;
  readonly now: number;
  readonly times: 'clock' | 'relative';
  readonly onOpen: (id: DeliveryId) => void;
}

/** When an open one goes on; nothing where that is not known. */
function nextWords({ attemptUnderWay, nextAttemptAt }: DeliveryListItem): string {
  if (attemptUnderWay !== undefined) return 'under way';
  return nextAttemptAt === undefined ? '' : `again ${clock(nextAttemptAt)}`;
}

export const DeliveryRow = memo(function DeliveryRow(props: DeliveryRowProps) {
  const { delivery, isOpen, now, times } = props;
  const { event, digest } = delivery;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox takes the keys for its options
    // biome-ignore lint/a11y/useFocusableInteractive: the listbox has the focus and names the active option
    <div
      id={`row-${delivery.id}`}
      role="option"
      aria-selected={isOpen}
      aria-posinset={props.index + 1}
      aria-setsize={props.total}
      className={`event-row delivery-row ${isOpen ? 'open' : ''}`}
      style={{ transform: `translateY(${props.top}px)` }}
      onClick={() => props.onOpen(delivery.id)}
    >
      <span className="cell cell-time">
        <TimeCell instant={delivery.createdAt} now={now} times={times} />
      </span>
      <span className="cell cell-type strong">
        {event.eventType ? visibleLine(event.eventType) : <code>{visibleLine(event.path)}</code>}
      </span>
      <span className="cell cell-subject">
        {event.subject
          ? visibleLine(event.subject)
          : event.eventType && <code className="quiet">{visibleLine(event.path)}</code>}
      </span>
      <span className="cell cell-endpoint">{visibleLine(delivery.endpoint)}</span>
      <span className="cell cell-target quiet" title={visibleLine(delivery.target)}>
        <span className="target-endpoint">{visibleLine(delivery.endpoint)} → </span>
        {visibleLine(shortHost(delivery.target))}
      </span>
      <span className="cell cell-cause quiet">{delivery.cause}</span>
      <span className="cell cell-delivery">
        <DeliveryStatus delivery={digest} />
      </span>
      <span className="cell cell-next quiet figures">{nextWords(delivery)}</span>
      <span className="cell cell-took">
        {digest.tookMs !== undefined && <Figure measure={duration(digest.tookMs)} />}
      </span>
    </div>
  );
});
