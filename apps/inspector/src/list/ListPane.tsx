import type { EventId, EventListItem } from '@hooktap/protocol';
import { useMemo, useState } from 'react';
import { goTo } from '../address/use-address.ts';
import { visibleLine } from '../format/visible-text.ts';
import { Button } from '../parts/Button.tsx';
import { EventSearch } from '../search/EventSearch.tsx';
import { useCommands } from '../state/Commands.tsx';
import { useLive } from '../state/Live.tsx';
import { ColumnsDialog } from './ColumnsDialog.tsx';
import { EventList } from './EventList.tsx';
import type { WhatThereIs } from './fit-columns.ts';
import { ListBar } from './ListBar.tsx';
import './list-pane.css';
import { MarksBar } from './MarksBar.tsx';
import type { MarkActions } from './use-marks.ts';

interface ListPaneProps {
  readonly q: string;
  readonly items: readonly EventListItem[];
  readonly selectedId: EventId | null;
  readonly marking: MarkActions;
  readonly rowHeight: number;
  readonly onSelect: (id: EventId) => void;
  readonly onOpen: () => void;
  readonly onClear: () => void;
}

function useWhatThereIs(items: readonly EventListItem[]): WhatThereIs {
  const hasTypes = items.some(({ eventType }) => eventType);
  const hasProviders = items.some(({ provider }) => provider);
  const hasVerdicts = items.some(({ verification }) => verification?.verdict !== 'unchecked');
  return useMemo(() => ({ hasTypes, hasProviders, hasVerdicts }), [hasTypes, hasProviders, hasVerdicts]);
}

export function ListPane({ q, items, selectedId, marking, onClear, ...rest }: ListPaneProps) {
  const { events } = useLive();
  const { canAct, replayFound } = useCommands();
  const [choosingColumns, setChoosingColumns] = useState(false);
  const there = useWhatThereIs(items);
  const isEmpty = events.loaded && items.length === 0 && events.arrivals.length === 0;
  return (
    <section className={`list-pane ${there.hasTypes ? '' : 'untyped'}`} aria-label="Events">
      <EventSearch q={q} items={items} />
      {marking.marks.ids.size > 0 ? (
        <MarksBar marking={marking} />
      ) : (
        <ListBar
          canAct={canAct}
          onClear={onClear}
          onColumns={() => setChoosingColumns(true)}
          onReplay={() => replayFound(events.q)}
        />
      )}
      {isEmpty && events.q !== '' ? (
        <div className="nothing-found">
          <p>
            No event matches <code>{visibleLine(events.q)}</code>.
          </p>
          <Button onClick={() => goTo({ q: '' })}>Clear filters</Button>
        </div>
      ) : (
        <EventList items={items} there={there} selectedId={selectedId} marking={marking} {...rest} />
      )}
      <ColumnsDialog isOpen={choosingColumns} there={there} onClose={() => setChoosingColumns(false)} />
    </section>
  );
}
