import type { EventListItem } from '@hooktap/protocol';
import { memo } from 'react';
import { columns } from './columns.tsx';

interface EventRowProps {
  readonly event: EventListItem;
  readonly index: number;
  readonly total: number;
  readonly top: number;
  readonly isSelected: boolean;
  readonly isUnread: boolean;
  readonly wasReplayed: boolean;
  readonly now: number;
  readonly onSelect: (id: EventListItem['id']) => void;
}

export const EventRow = memo(function EventRow(props: EventRowProps) {
  const { event, isSelected, isUnread, wasReplayed, now } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox takes the keys for its options
    // biome-ignore lint/a11y/useFocusableInteractive: the listbox has the focus and names the active option
    <div
      id={`row-${event.id}`}
      role="option"
      aria-selected={isSelected}
      aria-posinset={props.index + 1}
      aria-setsize={props.total}
      className={`event-row ${isUnread ? 'unread' : ''}`}
      style={{ transform: `translateY(${props.top}px)` }}
      onClick={() => props.onSelect(event.id)}
    >
      {columns.map(({ name, cell }) => (
        <span key={name} className={`cell cell-${name}`}>
          {cell(event, { isUnread, wasReplayed, now })}
        </span>
      ))}
    </div>
  );
});
