import type { EventId, EventListItem } from '@hooktap/protocol';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type MouseEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import { useView } from '../layout/view-settings.ts';
import { list } from '../messages/list/en.ts';
import { useT } from '../messages/use-t.ts';
import { narrowBy } from '../search/narrow.ts';
import { useLive } from '../state/Live.tsx';
import { useOpened } from '../state/Opened.tsx';
import { useNow } from '../state/use-now.ts';
import { EventRow } from './EventRow.tsx';
import './event-list.css';
import { markFirstRows } from './first-rows-mark.ts';
import { fitColumns, type WhatThereIs } from './fit-columns.ts';
import { ListHeads } from './ListHeads.tsx';
import { onListKey } from './list-keys.ts';
import { RowMenu } from './RowMenu.tsx';
import { useAnchor } from './use-anchor.ts';
import { useHand } from './use-hand.ts';
import type { ListRows } from './use-list-rows.ts';
import type { MarkActions } from './use-marks.ts';
import { usePressed } from './use-pressed.ts';
import { useWidth } from './use-width.ts';

/** So many rows before the end of what is loaded the next page is asked for. */
const AHEAD = 40;

const MOST_GROUPED = 5000;

interface EventListProps {
  readonly items: readonly EventListItem[];
  readonly lines: ListRows;
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
  lines,
  there,
  selectedId,
  marking,
  rowHeight,
  onSelect,
  onOpen,
}: EventListProps) {
  const t = useT();
  const { events, dispatch, loadOlder, loadNewer, reload } = useLive();
  const { isUnread } = useOpened();
  const view = useView();
  const now = useNow(view.times === 'relative' ? 5_000 : 60_000);
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const { columns, template } = useMemo(() => fitColumns(width || 868, there, view), [width, there, view]);
  const { firstIndex } = events;
  const hasOlder = Boolean(events.pages.at(-1)?.nextCursor);
  const { isGrouped, fold } = lines;
  const listed = lines.rows;
  // Of threads nothing is let go, so there is an end to them.
  const isFull = isGrouped && items.length >= MOST_GROUPED;
  const goesOn = hasOlder && !isFull;
  const keys = useMemo(() => listed.map(({ event }) => event.id), [listed]);
  const selectedIndex = listed.findIndex(({ event }) => event.id === selectedId);
  const { marks } = marking;
  const hasMarks = marks.ids.size > 0;
  const rows = useVirtualizer({
    count: firstIndex + listed.length + (goesOn ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey: (index) => keys[index - firstIndex] ?? index,
  });
  const onHand = useCallback(
    (isOn: boolean) => dispatch(isOn ? { type: 'hold', holding: true } : { type: 'show-arrivals' }),
    [dispatch],
  );
  const holding = useHand(scroller, selectedId !== null || hasMarks, onHand);
  useEffect(() => () => dispatch({ type: 'hold', holding: false }), [dispatch]);

  const visible = rows.getVirtualItems();
  // Rows that leave at one end come back at the other with another event: to fill one costs less than to make it.
  const pool = 2 ** Math.ceil(Math.log2(visible.length + 1));
  const first = visible[0]?.index ?? 0;
  const last = visible.at(-1)?.index ?? 0;
  // Only rows in sight are in the page.
  const selectedRow = firstIndex + selectedIndex;
  const isSelectedThere = selectedIndex >= 0 && visible.some(({ index }) => index === selectedRow);
  useEffect(() => {
    if (goesOn && last >= firstIndex + listed.length - AHEAD) loadOlder(isGrouped ? 'all' : undefined);
    else if (firstIndex > 0 && first <= firstIndex + AHEAD) loadNewer();
  }, [first, last, firstIndex, listed.length, goesOn, isGrouped, loadOlder, loadNewer]);
  const areRowsThere = visible.length > 0 && listed.length > 0;
  useEffect(() => {
    if (areRowsThere) markFirstRows();
  }, [areRowsThere]);
  const noteAnchor = useAnchor({ scroller, keys, rowHeight, isOn: isGrouped });
  useEffect(() => {
    if (isGrouped && firstIndex > 0) reload();
  }, [isGrouped]);
  // An event that is gone to shows, also where its thread is folded.
  const isHidden = isGrouped && selectedIndex < 0 && items.some(({ id }) => id === selectedId);
  useEffect(() => {
    if (isHidden && selectedId) fold(selectedId, 'unfold');
  }, [isHidden, selectedId, fold]);

  useEffect(() => {
    if (selectedIndex >= 0) rows.scrollToIndex(firstIndex + selectedIndex);
    // Also when the list comes after the event that the address names.
  }, [selectedId, selectedIndex >= 0]);
  useEffect(() => rows.measure(), [rowHeight]);

  const pressed = usePressed();
  const onClick = useCallback(
    (under: EventId, click: MouseEvent) => {
      const id = pressed.of(click, under);
      const cell = click.target instanceof Element ? click.target.closest<HTMLElement>('[data-term]') : null;
      if (click.target instanceof Element && click.target.closest('[data-fold]')) return fold(id);
      if (click.altKey && cell?.dataset['term']) narrowBy(cell.dataset['term'], true);
      else if (click.shiftKey) marking.extend(id);
      else if (click.metaKey || click.ctrlKey) marking.toggle(id);
      else {
        marking.clear();
        onSelect(id);
      }
    },
    [marking, onSelect, fold, pressed],
  );

  return (
    <div
      className="event-table"
      style={{ '--columns': template, '--row': `${rowHeight}px` } as CSSProperties}
    >
      <ListHeads columns={columns} />
      <RowMenu idOf={(target) => pressed.ofMenu(target) ?? selectedId} onMark={marking.toggle}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it is a listbox, or a tree */}
        {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both have a name */}
        <div
          ref={scroller}
          id="event-list"
          className="event-rows"
          role={isGrouped ? 'tree' : 'listbox'}
          aria-label={t(list.label)}
          aria-multiselectable="true"
          aria-busy={!events.loaded}
          tabIndex={0}
          aria-activedescendant={isSelectedThere ? `row-${selectedId}` : undefined}
          onKeyDown={(key) => onListKey(key, { lines, selectedIndex, marking, onSelect, onOpen })}
          {...holding}
          onPointerDown={pressed.onPointerDown}
          onScroll={() => {
            holding.onScroll();
            noteAnchor();
          }}
        >
          {!events.loaded && items.length === 0 && <div className="event-outlines" role="presentation" />}
          <div className="event-canvas" role="presentation" style={{ height: rows.getTotalSize() }}>
            {visible.map(({ index, start }) => {
              const row = listed[index - firstIndex];
              if (!row) {
                return (
                  <div
                    key={index % pool}
                    role="presentation"
                    className="event-outline"
                    style={{ transform: `translateY(${start}px)` }}
                  />
                );
              }
              const { event, thread, isWithin } = row;
              const isOpen = event.id === selectedId;
              const isMarked = marks.ids.has(event.id);
              return (
                <EventRow
                  key={index % pool}
                  event={event}
                  columns={columns}
                  index={index}
                  total={events.total}
                  top={start}
                  isOpen={isOpen}
                  isSelected={hasMarks ? isMarked : isOpen}
                  isMarked={isMarked}
                  isUnread={isUnread(event)}
                  wasReplayed={event.wasReplayed === true || events.replayed.has(event.id)}
                  now={now}
                  times={view.times}
                  thread={thread}
                  isWithin={isWithin}
                  isGrouped={isGrouped}
                  onClick={onClick}
                />
              );
            })}
          </div>
        </div>
      </RowMenu>
      {isFull && <p className="list-note quiet">{t(list.grouped, { count: items.length })}</p>}
    </div>
  );
}
