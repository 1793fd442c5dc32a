import type { EventId } from '@hooktap/protocol';
import { goTo } from '../address/use-address.ts';
import { visibleLine } from '../format/visible-text.ts';
import { Button } from '../parts/Button.tsx';
import { useLive } from '../state/Live.tsx';
import { EventList } from './EventList.tsx';
import { FilterField } from './FilterField.tsx';
import { ListBar } from './ListBar.tsx';
import './list-pane.css';

interface ListPaneProps {
  readonly q: string;
  readonly selectedId: string | null;
  readonly rowHeight: number;
  readonly canAct: boolean;
  readonly onSelect: (id: EventId) => void;
  readonly onOpen: () => void;
  readonly onClear: () => void;
}

export function ListPane({ q, selectedId, rowHeight, canAct, onSelect, onOpen, onClear }: ListPaneProps) {
  const { events } = useLive();
  const rows = events.pages.reduce((sum, page) => sum + page.items.length, 0);
  const isEmpty = events.loaded && rows === 0 && events.arrivals.length === 0;
  const isTyped = events.pages.some(({ items }) => items.some(({ eventType }) => eventType));
  return (
    <section className={`list-pane ${isTyped ? '' : 'untyped'}`} aria-label="Events">
      <FilterField q={q} />
      <ListBar canAct={canAct} onClear={onClear} />
      {isEmpty && events.q !== '' ? (
        <div className="nothing-found">
          <p>
            No event matches <code>{visibleLine(events.q)}</code>.
          </p>
          <Button onClick={() => goTo({ q: '' })}>Clear filters</Button>
        </div>
      ) : (
        <EventList selectedId={selectedId} rowHeight={rowHeight} onSelect={onSelect} onOpen={onOpen} />
      )}
    </section>
  );
}
