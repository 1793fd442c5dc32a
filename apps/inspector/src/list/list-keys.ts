import type { EventId } from '@hooktap/protocol';
import type { KeyboardEvent } from 'react';
import type { ListRows } from './use-list-rows.ts';
import type { MarkActions } from './use-marks.ts';

/** Rows that a page key passes. */
const PAGE_OF_ROWS = 15;

interface ListKeysOptions {
  readonly lines: ListRows;
  /** Among the rows; -1 where the event that is open is not one of them. */
  readonly selectedIndex: number;
  readonly marking: MarkActions;
  readonly onSelect: (id: EventId) => void;
  /** Into the event that is open. */
  readonly onOpen: () => void;
}

/** What the keys of a listbox, or of a tree of threads, do in the list; other keys are left alone. */
export function onListKey(key: KeyboardEvent, options: ListKeysOptions): void {
  const { lines, selectedIndex, marking, onSelect, onOpen } = options;
  const last = lines.rows.length - 1;
  const to: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(selectedIndex + 1, last),
    ArrowUp: Math.max(selectedIndex - 1, 0),
    PageDown: Math.min(selectedIndex + PAGE_OF_ROWS, last),
    PageUp: Math.max(selectedIndex - PAGE_OF_ROWS, 0),
    Home: 0,
    End: last,
  };
  const target = lines.rows[to[key.key] ?? -1]?.event.id;
  if (key.key === 'a' && (key.metaKey || key.ctrlKey)) marking.all();
  else if (lines.isGrouped && selectedIndex >= 0 && (key.key === 'ArrowLeft' || key.key === 'ArrowRight'))
    foldBy(key.key, options);
  else if (key.key === 'Enter' && selectedIndex >= 0) onOpen();
  else if (target) {
    if (key.shiftKey) marking.extend(target);
    onSelect(target);
  } else return;
  key.preventDefault();
}

/** Into a thread with the right arrow; out of it, to its head, with the left one. */
function foldBy(
  arrow: 'ArrowLeft' | 'ArrowRight',
  { lines: { rows, fold }, selectedIndex, onSelect }: ListKeysOptions,
): void {
  const row = rows[selectedIndex];
  if (!row) return;
  if (!row.isWithin) {
    fold(row.event.id, arrow === 'ArrowLeft' ? 'fold' : 'unfold');
    return;
  }
  const head = rows.slice(0, selectedIndex).findLast(({ isWithin }) => !isWithin);
  if (arrow === 'ArrowLeft' && head) onSelect(head.event.id);
}
