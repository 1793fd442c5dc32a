import type { EventId, EventListItem } from '@hooktap/protocol';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useView } from '../layout/view-settings.ts';
import { flatRows, type ListRow, threadRows, threadsOf } from './thread-rows.ts';

export interface ListRows {
  readonly rows: readonly ListRow[];
  readonly isGrouped: boolean;
  /** Folds or unfolds the thread of an event; `wanted` where only one of both is meant. */
  readonly fold: (id: EventId, wanted?: 'fold' | 'unfold') => void;
}

/** The loaded events as lines: one after the other, or by thread. */
export function useListRows(items: readonly EventListItem[]): ListRows {
  const isGrouped = useView().grouping === 'threads';
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(
    () => (isGrouped ? threadRows(items, unfolded) : flatRows(items)),
    [items, isGrouped, unfolded],
  );
  const loaded = useRef(items);
  loaded.current = items;
  const fold = useCallback((id: EventId, wanted?: 'fold' | 'unfold') => {
    const keys = (threadsOf(loaded.current).get(id) ?? []).flatMap(({ threadKeys = [] }) => threadKeys);
    setUnfolded((before) => {
      const isUnfolded = keys.some((key) => before.has(key));
      if (keys.length === 0 || (wanted === 'fold' && !isUnfolded) || (wanted === 'unfold' && isUnfolded))
        return before;
      const next = new Set(before);
      for (const key of keys) if (isUnfolded) next.delete(key);
      if (!isUnfolded) for (const key of keys) next.add(key);
      return next;
    });
  }, []);
  return useMemo(() => ({ rows, isGrouped, fold }), [rows, isGrouped, fold]);
}
