import type { EventId, EventListItem } from '@hooktap/protocol';
import { type MouseEvent, memo } from 'react';
import { useT } from '../messages/use-t.ts';
import type { Column } from './columns.tsx';
import type { ThreadHead } from './thread-rows.ts';

interface EventRowProps {
  readonly event: EventListItem;
  readonly columns: readonly Column[];
  readonly index: number;
  readonly total: number;
  readonly top: number;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
  readonly isMarked: boolean;
  readonly isUnread: boolean;
  readonly wasReplayed: boolean;
  readonly now: number;
  readonly times: 'clock' | 'relative';
  readonly thread: ThreadHead | null;
  readonly isWithin: boolean;
  /** Part of a tree of threads, not of a flat list. */
  readonly isGrouped: boolean;
  readonly onClick: (id: EventId, click: MouseEvent) => void;
}

const isSignature = ({ name }: Column) => name === 'signature';
const saysPath = ({ name }: Column) => name === 'request' || name === 'path';

export const EventRow = memo(function EventRow(props: EventRowProps) {
  const t = useT();
  const { event, columns, isOpen, isSelected, isMarked, isUnread, wasReplayed, now, times, thread } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox takes the keys for its options
    // biome-ignore lint/a11y/noStaticElementInteractions: it is an option, or an item of a tree
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both can be selected
    <div
      id={`row-${event.id}`}
      role={props.isGrouped ? 'treeitem' : 'option'}
      aria-selected={isSelected}
      {...(props.isGrouped
        ? { 'aria-level': props.isWithin ? 2 : 1, 'aria-expanded': thread?.isUnfolded }
        : { 'aria-posinset': props.index + 1, 'aria-setsize': props.total })}
      className={`event-row ${isUnread ? 'unread' : ''} ${isOpen ? 'open' : ''} ${isMarked ? 'marked' : ''} ${props.isWithin ? 'within' : ''} ${columns.some(isSignature) ? '' : 'signature-moved'} ${columns.some(saysPath) ? '' : 'pathless'}`}
      style={{ transform: `translateY(${props.top}px)` }}
      data-event={event.id}
      onClick={(click) => props.onClick(event.id, click)}
    >
      {columns.map(({ name, cell, term }) => (
        <span key={name} className={`cell cell-${name}`} data-term={term?.(event) ?? undefined}>
          {cell(event, { isUnread, isMarked, wasReplayed, now, times, thread, t })}
        </span>
      ))}
    </div>
  );
});
