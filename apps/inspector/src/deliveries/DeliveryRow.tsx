import type { DeliveryId, DeliveryListItem } from '@hooktap/protocol';
import { memo } from 'react';
import { DeliveryStatus } from '../delivery/DeliveryStatus.tsx';
import { shortHost } from '../format/addresses.ts';
import { duration } from '../format/measures.ts';
import { clock } from '../format/time.ts';
import { visibleLine } from '../format/visible-text.ts';
import { TimeCell } from '../list/TimeCell.tsx';
import { deliveries } from '../messages/deliveries/en.ts';
import { delivery } from '../messages/delivery/en.ts';
import type { Translate } from '../messages/translate.ts';
import { useT } from '../messages/use-t.ts';
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
function nextWords({ attemptUnderWay, nextAttemptAt }: DeliveryListItem, t: Translate): string {
  if (attemptUnderWay !== undefined) return t(deliveries.row.underWay);
  return nextAttemptAt === undefined ? '' : t(deliveries.row.again, { time: clock(nextAttemptAt) });
}

export const DeliveryRow = memo(function DeliveryRow(props: DeliveryRowProps) {
  const t = useT();
  const { delivery: one, isOpen, now, times } = props;
  const { event, digest } = one;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox takes the keys for its options
    // biome-ignore lint/a11y/useFocusableInteractive: the listbox has the focus and names the active option
    <div
      id={`row-${one.id}`}
      role="option"
      aria-selected={isOpen}
      aria-posinset={props.index + 1}
      aria-setsize={props.total}
      className={`event-row delivery-row ${isOpen ? 'open' : ''}`}
      style={{ transform: `translateY(${props.top}px)` }}
      onClick={() => props.onOpen(one.id)}
    >
      <span className="cell cell-time">
        <TimeCell instant={one.createdAt} now={now} times={times} />
      </span>
      <span className="cell cell-type strong">
        {event.eventType ? visibleLine(event.eventType) : <code>{visibleLine(event.path)}</code>}
      </span>
      <span className="cell cell-subject">
        {event.subject
          ? visibleLine(event.subject)
          : event.eventType && <code className="quiet">{visibleLine(event.path)}</code>}
      </span>
      <span className="cell cell-endpoint">{visibleLine(one.endpoint)}</span>
      <span className="cell cell-target quiet" title={visibleLine(one.target)}>
        <span className="target-endpoint">{visibleLine(one.endpoint)} → </span>
        {visibleLine(shortHost(one.target))}
      </span>
      <span className="cell cell-cause quiet">{t(delivery.cause[one.cause])}</span>
      <span className="cell cell-delivery">
        <DeliveryStatus delivery={digest} />
      </span>
      <span className="cell cell-next quiet figures">{nextWords(one, t)}</span>
      <span className="cell cell-took">
        {digest.tookMs !== undefined && <Figure measure={duration(digest.tookMs, t)} />}
      </span>
    </div>
  );
});
