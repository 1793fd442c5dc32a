import type { EventId } from '@hooktap/protocol';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useLive } from '../state/Live.tsx';
import { useNow } from '../state/use-now.ts';
import { columns } from './columns.tsx';
import { EventRow } from './EventRow.tsx';
import './event-list.css';
import { useHolding } from './use-holding.ts';

interface EventListProps {
  readonly selectedId: string | null;
  readonly rowHeight: number;
  readonly onSelect: (id: EventId) => void;
  readonly onOpen: () => void;
}

/** The rows: virtual, paged both ways, never moved under the hand. */
export function EventList({ selectedId, rowHeight, onSelect, onOpen }: EventListProps) {
  const { events, loadOlder, loadNewer } = useLive();
  const now = useNow(60_000);
  const scroller = useRef<HTMLDivElement>(null);
  const items = useMemo(() => events.pages.flatMap((page) => page.items), [events.pages]);
  const { firstIndex } = events;
  const hasOlder = Boolean(events.pages.at(-1)?.nextCursor);
  const selectedIndex = items.findIndex(({ id }) => id === selectedId);
  const rows = useVirtualizer({
    count: firstIndex + items.length + (hasOlder ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    getItemKey: (index) => items[index - firstIndex]?.id ?? index,
  });
  const holding = useHolding(scroller, selectedId !== null);

  const visible = rows.getVirtualItems();
  const first = visible[0]?.index ?? 0;
  const last = visible.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasOlder && last >= firstIndex + items.length - 20) loadOlder();
    else if (firstIndex > 0 && first <= firstIndex + 20) loadNewer();
  }, [first, last, firstIndex, items.length, hasOlder, loadOlder, loadNewer]);

  useEffect(() => {
    if (selectedIndex >= 0) rows.scrollToIndex(firstIndex + selectedIndex);
  }, [selectedId]);
  useEffect(() => rows.measure(), [rowHeight]);

  const onKeyDown = (key: React.KeyboardEvent) => {
    const to: Record<string, number> = {
      ArrowDown: Math.min(selectedIndex + 1, items.length - 1),
      ArrowUp: Math.max(selectedIndex - 1, 0),
      PageDown: Math.min(selectedIndex + 15, items.length - 1),
      PageUp: Math.max(selectedIndex - 15, 0),
      Home: 0,
      End: items.length - 1,
    };
    const target = items[to[key.key] ?? -1];
    if (key.key === 'Enter' && selectedIndex >= 0) onOpen();
    else if (target) onSelect(target.id);
    else return;
    key.preventDefault();
  };

  return (
    <>
      <div className="event-heads" aria-hidden="true">
        {columns.map(({ name, label }) => (
          <span key={name} className={`cell-${name}`}>
            {label}
          </span>
        ))}
      </div>
      <div
        ref={scroller}
        id="event-list"
        className="event-rows"
        role="listbox"
        aria-label="Events"
        tabIndex={0}
        aria-activedescendant={selectedIndex >= 0 ? `row-${selectedId}` : undefined}
        onKeyDown={onKeyDown}
        {...holding}
      >
        <div className="event-canvas" role="presentation" style={{ height: rows.getTotalSize() }}>
          {visible.map(({ index, start }) => {
            const event = items[index - firstIndex];
            if (!event) {
              return (
                <div
                  key={index}
                  role="presentation"
                  className="event-outline"
                  style={{ transform: `translateY(${start}px)` }}
                />
              );
            }
            return (
              <EventRow
                key={event.id}
                event={event}
                index={index}
                total={events.total}
                top={start}
                isSelected={event.id === selectedId}
                isUnread={events.unread.has(event.id)}
                wasReplayed={events.replayed.has(event.id)}
                now={now}
                onSelect={onSelect}
              />
            );
          })}
        </div>
      </div>
    </>
  );
}
