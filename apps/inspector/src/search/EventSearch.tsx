import type { EventListItem } from '@hooktap/protocol';
import { useCallback } from 'react';
import { search } from '../messages/search/en.ts';
import { useT } from '../messages/use-t.ts';
import { useLive } from '../state/Live.tsx';
import { useStatus } from '../state/use-status.ts';
import { SearchField } from './SearchField.tsx';
import { knownValues } from './suggestions.ts';

interface EventSearchProps {
  readonly q: string;
  readonly items: readonly EventListItem[];
}

/** The search box of the list of events. */
export function EventSearch({ q, items }: EventSearchProps) {
  const t = useT();
  const { events, isPartial, queryProblem } = useLive();
  const status = useStatus();
  const known = useCallback(() => knownValues(items), [items]);
  const all = Math.max(status?.counts.events ?? 0, events.total);
  const number = `${t.number(events.total)}${events.totalIsExact ? '' : '+'}`;
  const found = events.q === '' ? number : t(search.foundOf, { found: number, all });
  return (
    <SearchField
      q={q}
      subject="event"
      label={t(search.events)}
      found={isPartial && !events.loaded ? t(search.searching) : found}
      problem={queryProblem}
      list="event-list"
      known={known}
    />
  );
}
