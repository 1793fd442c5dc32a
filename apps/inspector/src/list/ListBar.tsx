import { type ComponentProps, useEffect, useRef } from 'react';
import { changeView, useView } from '../layout/view-settings.ts';
import { list } from '../messages/list/en.ts';
import { useT } from '../messages/use-t.ts';
import { NoticesMenu } from '../notices/NoticesMenu.tsx';
import { useAnnounce } from '../parts/Announcer.tsx';
import { IconButton } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useLive } from '../state/Live.tsx';
import { ViewsRow } from '../views/ViewsRow.tsx';
import { ListMenu } from './ListMenu.tsx';

/** New events are said at most this often. */
const SAY_EVERY_MS = 10_000;

function useSaidArrivals(arrived: number): void {
  const t = useT();
  const announce = useAnnounce();
  const lastSaid = useRef(0);
  useEffect(() => {
    if (arrived === 0) return;
    const wait = Math.max(0, lastSaid.current + SAY_EVERY_MS - Date.now());
    const timer = setTimeout(() => {
      lastSaid.current = Date.now();
      announce(t(list.arrivals, { count: arrived }));
    }, wait);
    return () => clearTimeout(timer);
  }, [arrived, announce, t]);
}

interface ListBarProps extends ComponentProps<typeof ListMenu> {
  readonly q: string;
}

/** Between filter and rows: views, the reserved place of "3 new events", and what concerns the whole list. */
export function ListBar({ q, ...menu }: ListBarProps) {
  const t = useT();
  const { events, dispatch, reload } = useLive();
  const isGrouped = useView().grouping === 'threads';
  const waiting = events.arrivals.length;
  useSaidArrivals(waiting);
  const show = () => {
    document.getElementById('event-list')?.scrollTo({ top: 0 });
    // Rows that were let go, or more arrivals than are kept: the list begins anew.
    if (events.firstIndex > 0 || events.hasGap) reload();
    else dispatch({ type: 'show-arrivals' });
  };
  return (
    <div className="list-bar">
      <ViewsRow q={q} />
      <span className="arrivals-waiting">
        {waiting > 0 && (
          <button type="button" className="button primary arrivals-button" onClick={show}>
            <Icon name="up" small />
            {events.hasGap ? t(list.arrivalsMore, { count: waiting }) : t(list.arrivals, { count: waiting })}
          </button>
        )}
      </span>
      <IconButton
        icon="thread"
        name={t(list.byThread)}
        aria-pressed={isGrouped}
        className={isGrouped ? 'pressed' : ''}
        onClick={() => changeView({ grouping: isGrouped ? 'flat' : 'threads' })}
      />
      <NoticesMenu />
      <ListMenu {...menu} />
    </div>
  );
}
