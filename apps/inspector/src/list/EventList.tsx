import type { EventId, EventListItem } from '@hooktap/protocol';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import { useView } from '../layout/view-settings.ts';
import { list } from '../messages/list/en.ts';
import { useT } from '../messages/use-t.ts';
import { narrowBy } from '../search/narrow.ts';
import { useLive } from '../state/Live.tsx';
import { useOpened } from '../state/Opened.tsx';
import { useNow } from '../state/use-now.ts';
import { EventRow } from './EventRow.tsx';
import './event-list.css';
import { fitColumns, type WhatThereIs } from './fit-columns.ts';
import { ListHeads } from './ListHeads.tsx';
import { RowMenu } from './RowMenu.tsx';
import { useHolding } from './use-holding.ts';
import type { MarkActions } from './use-marks.ts';
import { useWidth } from './use-width.ts';

interface EventListProps {
  readonly items: readonly EventListItem[];
  readonly there: WhatThereIs;
  readonly selectedId: EventId | null;
  readonly marking: MarkActions;
  readonly rowHeight: number;
  readonly onSelect: (id: EventId) => void;
  readonly onOpen: () => void;
}

/** The rows: virtual, paged both ways, never moved under the hand. */
export function EventList({
  items,
  there,
  selectedId,
  marking,
  rowHeight,
  onSelect,
  onOpen,
}: EventListProps) {
  const t = useT();
  const { events, loadOlder, loadNewer } = useLive();
  const { isUnread } = useOpened();
  const view = useView();
  const now = useNow(view.times === 'relative' ? 5_000 : 60_000);
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const { columns, template } = useMemo(() => fitColumns(width || 868, there, view), [width, there, view]);
  const { firstIndex } = events;
  const hasOlder = Boolean(events.pages.at(-1)?.nextCursor);
  const selectedIndex = items.findIndex(({ id }) => id === selectedId);
  const { marks } = marking;
  const hasMarks = marks.ids.size > 0;
  const rows = useVirtualizer({
    count: firstIndex + items.length + (hasOlder ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    getItemKey: (index) => items[index - firstIndex]?.id ?? index,
  });
  const holding = useHolding(scroller, selectedId !== null || hasMarks);

  const visible = rows.getVirtualItems();
  const first = visible[0]?.index ?? 0;
  const last = visible.at(-1)?.index ?? 0;
  // Only rows in sight are in the page.
  const selectedRow = firstIndex + selectedIndex;
  const isSelectedThere = selectedIndex >= 0 && visible.some(({ index }) => index === selectedRow);
  useEffect(() => {
    if (hasOlder && last >= firstIndex + items.length - 20) loadOlder();
    else if (firstIndex > 0 && first <= firstIndex + 20) loadNewer();
  }, [first, last, firstIndex, items.length, hasOlder, loadOlder, loadNewer]);

  useEffect(() => {
    if (selectedIndex >= 0) rows.scrollToIndex(firstIndex + selectedIndex);
    // Also when the list comes after the event that the address names.
  }, [selectedId, selectedIndex >= 0]);
  useEffect(() => rows.measure(), [rowHeight]);

  const onClick = useCallback(
    (id: EventId, click: MouseEvent) => {
      const cell = click.target instanceof Element ? click.target.closest<HTMLElement>('[data-term]') : null;
      if (click.altKey && cell?.dataset['term']) narrowBy(cell.dataset['term'], true);
      else if (click.shiftKey) marking.extend(id);
      else if (click.metaKey || click.ctrlKey) marking.toggle(id);
      else {
        marking.clear();
        onSelect(id);
      }
    },
    [marking, onSelect],
  );
  const onKeyDown = (key: KeyboardEvent) => {
    if (key.key === 'a' && (key.metaKey || key.ctrlKey)) {
      marking.all();
      return key.preventDefault();
    }
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
    else if (target) {
      if (key.shiftKey) marking.extend(target.id);
      onSelect(target.id);
    } else return;
    key.preventDefault();
  };
  const idOf = (target: EventTarget): EventId | null => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-event]') : null;
    return items.find(({ id }) => id === row?.dataset['event'])?.id ?? selectedId;
  };

  return (
    <div
      className="event-table"
      style={{ '--columns': template, '--row': `${rowHeight}px` } as CSSProperties}
    >
      <ListHeads columns={columns} />
      <RowMenu idOf={idOf} onMark={marking.toggle}>
        <div
          ref={scroller}
          id="event-list"
          className="event-rows"
          role="listbox"
          aria-label={t(list.label)}
          aria-multiselectable="true"
          aria-busy={!events.loaded}
          tabIndex={0}
          aria-activedescendant={isSelectedThere ? `row-${selectedId}` : undefined}
          onKeyDown={onKeyDown}
          {...holding}
        >
          {!events.loaded && items.length === 0 && <div className="event-outlines" role="presentation" />}
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
              const isOpen = event.id === selectedId;
              const isMarked = marks.ids.has(event.id);
              return (
                <EventRow
                  key={event.id}
                  event={event}
                  columns={columns}
                  index={index}
                  total={events.total}
                  top={start}
                  isOpen={isOpen}
                  isSelected={hasMarks ? isMarked : isOpen}
                  isMarked={isMarked}
                  isUnread={isUnread(event)}
                  wasReplayed={events.replayed.has(event.id)}
                  now={now}
                  times={view.times}
                  onClick={onClick}
                />
              );
            })}
          </div>
        </div>
      </RowMenu>
    </div>
  );
}
