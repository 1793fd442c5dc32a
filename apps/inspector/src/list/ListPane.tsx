import type { EventId, EventListItem } from '@hooktap/protocol';
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { goTo } from '../address/use-address.ts';
import { visibleLine } from '../format/visible-text.ts';
import { useMedia } from '../layout/use-media.ts';
import { useView } from '../layout/view-settings.ts';
import { layout } from '../messages/layout/en.ts';
import { list } from '../messages/list/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import { EventSearch } from '../search/EventSearch.tsx';
import { useCommands } from '../state/Commands.tsx';
import { useLive } from '../state/Live.tsx';
import { EventList } from './EventList.tsx';
import { ListBar } from './ListBar.tsx';
import './list-pane.css';
import { MarksBar } from './MarksBar.tsx';
import type { ListRows } from './use-list-rows.ts';
import type { MarkActions } from './use-marks.ts';
import { useWhatThereIs } from './use-what-there-is.ts';

const ArrivalsStrip = lazy(() => import('../arrivals/ArrivalsStrip.tsx'));

interface ListPaneProps {
  readonly q: string;
  readonly items: readonly EventListItem[];
  readonly lines: ListRows;
  readonly selectedId: EventId | null;
  readonly marking: MarkActions;
  readonly rowHeight: number;
  readonly onSelect: (id: EventId) => void;
  readonly onOpen: () => void;
  readonly onClear: () => void;
}

/** Where the rows would be; the keyboard goes on from here. */
function NothingFound({ q, fault }: { readonly q: string; readonly fault: ReactNode }) {
  const t = useT();
  const clear = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) clear.current?.focus();
  }, []);
  return (
    <div className="nothing-found">
      <p>{fault ?? t.rich(list.nothing, { q: <code>{visibleLine(q)}</code> })}</p>
      <Button ref={clear} onClick={() => goTo({ q: '' })}>
        {t(layout.clearFilters)}
      </Button>
    </div>
  );
}

export function ListPane({ q, items, selectedId, marking, onClear, ...rest }: ListPaneProps) {
  const t = useT();
  const { events, queryProblem } = useLive();
  const { arrivals } = useView();
  const isPhone = useMedia('(width < 640px)');
  const { canAct, replayFound, show } = useCommands();
  const there = useWhatThereIs(items, rest.lines.isGrouped);
  const isEmpty = events.loaded && items.length === 0 && events.arrivals.length === 0;
  return (
    <section className={`list-pane ${there.hasTypes ? '' : 'untyped'}`} aria-label={t(list.label)}>
      <EventSearch q={q} items={items} />
      {marking.marks.ids.size > 0 ? (
        <MarksBar marking={marking} items={items} onDeleteFound={onClear} />
      ) : (
        <ListBar
          q={q}
          canAct={canAct}
          onClear={onClear}
          onColumns={() => show('columns')}
          onReplay={() => replayFound(events.q)}
        />
      )}
      {arrivals !== 'off' && !isPhone && (
        <Suspense fallback={<div className="arrivals-outline" />}>
          <ArrivalsStrip q={q} />
        </Suspense>
      )}
      {isEmpty && events.q !== '' ? (
        <NothingFound q={events.q} fault={queryProblem} />
      ) : (
        <EventList items={items} there={there} selectedId={selectedId} marking={marking} {...rest} />
      )}
    </section>
  );
}
