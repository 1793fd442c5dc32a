import type { DeliveryId } from '@hooktap/protocol';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, useEffect, useRef } from 'react';
import { useRowHeight } from '../layout/use-row-height.ts';
import { useView } from '../layout/view-settings.ts';
import { useHand } from '../list/use-hand.ts';
import { deliveries } from '../messages/deliveries/en.ts';
import { useT } from '../messages/use-t.ts';
import { useNow } from '../state/use-now.ts';
import { DeliveryRow } from './DeliveryRow.tsx';
import type { DeliveryLog } from './use-delivery-log.ts';

interface DeliveryRowsProps extends Pick<DeliveryLog, 'log' | 'loadOlder' | 'hold'> {
  readonly isPhone: boolean;
  readonly open: string | null;
  readonly onOpen: (id: DeliveryId) => void;
  /** Into the delivery that is open. */
  readonly onEnter: () => void;
}

/** The rows of the log: virtual, older ones loaded on the way down. */
export function DeliveryRows({ log, loadOlder, hold, isPhone, open, onOpen, onEnter }: DeliveryRowsProps) {
  const t = useT();
  const { items, nextCursor } = log;
  const { times } = useView();
  const now = useNow(times === 'relative' ? 5_000 : 60_000);
  const rowHeight = useRowHeight(isPhone);
  const scroller = useRef<HTMLDivElement>(null);
  const selected = items.findIndex(({ id }) => id === open);
  const hand = useHand(scroller, open !== null, hold);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    getItemKey: (index) => items[index]?.id ?? index,
  });
  const visible = rows.getVirtualItems();
  const last = visible.at(-1)?.index ?? 0;
  useEffect(() => {
    if (nextCursor !== null && last >= items.length - 20) loadOlder();
  }, [last, items.length, nextCursor]);
  useEffect(() => {
    if (selected >= 0) rows.scrollToIndex(selected);
  }, [open, selected >= 0]);
  useEffect(() => rows.measure(), [rowHeight]);

  const onKeyDown = (key: KeyboardEvent) => {
    const to: Record<string, number> = {
      ArrowDown: Math.min(selected + 1, items.length - 1),
      ArrowUp: Math.max(selected - 1, 0),
      PageDown: Math.min(selected + 15, items.length - 1),
      PageUp: Math.max(selected - 15, 0),
      Home: 0,
      End: items.length - 1,
    };
    const target = items[to[key.key] ?? -1];
    if (key.key === 'Enter' && selected >= 0) onEnter();
    else if (target) onOpen(target.id);
    else return;
    key.preventDefault();
  };

  return (
    <div className="event-table" style={{ '--row': `${rowHeight}px` } as CSSProperties}>
      <div className="event-heads delivery-row" aria-hidden="true">
        <span>{t(deliveries.column.time)}</span>
        <span>{t(deliveries.column.event)}</span>
        <span className="cell-subject">{t(deliveries.column.subject)}</span>
        <span className="cell-endpoint">{t(deliveries.column.endpoint)}</span>
        <span className="cell-target">{t(deliveries.column.target)}</span>
        <span className="cell-cause">{t(deliveries.column.cause)}</span>
        <span>{t(deliveries.column.delivery)}</span>
        <span className="cell-next">{t(deliveries.column.next)}</span>
        <span className="cell-took">{t(deliveries.column.took)}</span>
      </div>
      <div
        ref={scroller}
        id="delivery-list"
        className="event-rows"
        role="listbox"
        aria-label={t(deliveries.label)}
        aria-busy={!log.loaded}
        tabIndex={0}
        aria-activedescendant={visible.some(({ index }) => index === selected) ? `row-${open}` : undefined}
        onKeyDown={onKeyDown}
        {...hand}
      >
        {!log.loaded && <div className="event-outlines" role="presentation" />}
        <div className="event-canvas" role="presentation" style={{ height: rows.getTotalSize() }}>
          {visible.map(({ index, start }) => {
            const delivery = items[index];
            if (!delivery) return null;
            return (
              <DeliveryRow
                key={delivery.id}
                delivery={delivery}
                index={index}
                total={log.total}
                top={start}
                isOpen={delivery.id === open}
                now={now}
                times={times}
                onOpen={onOpen}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
