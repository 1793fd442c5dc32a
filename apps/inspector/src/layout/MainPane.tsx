import { DeliveryId, type EventId, type EventListItem, type Status } from '@hooktap/protocol';
import { lazy, Suspense, useEffect } from 'react';
import type { Address } from '../address/address.ts';
import { DetailOutline } from '../detail/DetailOutline.tsx';
import { FirstRun } from '../first-run/FirstRun.tsx';
import { ListPane } from '../list/ListPane.tsx';
import type { ListRows } from '../list/use-list-rows.ts';
import type { MarkActions } from '../list/use-marks.ts';
import { layout } from '../messages/layout/en.ts';
import { parts } from '../messages/parts/en.ts';
import { useT } from '../messages/use-t.ts';
import { useCommands } from '../state/Commands.tsx';
import { Splitter } from './Splitter.tsx';

const loadDetail = () => import('../detail/EventDetail.tsx');
const EventDetail = lazy(loadDetail);
/** Milliseconds after the list, so that painting it comes first. */
const DETAIL_AFTER = 300;
const ReplayEditor = lazy(() => import('../editor/ReplayEditor.tsx'));
const Compare = lazy(() => import('../compare/Compare.tsx'));
const otherPanels = {
  deliveries: lazy(() => import('../deliveries/DeliveriesPanel.tsx')),
  threads: lazy(() => import('../threads/ThreadsPanel.tsx')),
  drift: lazy(() => import('../drift/DriftPanel.tsx')),
  endpoints: lazy(() => import('../endpoints/EndpointsPanel.tsx')),
  trigger: lazy(() => import('../trigger/TriggerPanel.tsx')),
  replays: lazy(() => import('../batches/BatchesPanel.tsx')),
  tunnel: lazy(() => import('../tunnel/TunnelPanel.tsx')),
  registrations: lazy(() => import('../registrations/RegistrationsPanel.tsx')),
};

const intoDetail = () => document.querySelector<HTMLElement>('.detail-tab[data-state="active"]')?.focus();

/** Fetched ahead, though after the list: the first event that is chosen shows at once. */
export function useDetailAhead(isListThere: boolean): void {
  useEffect(() => {
    if (!isListThere) return;
    const later = setTimeout(loadDetail, DETAIL_AFTER);
    return () => clearTimeout(later);
  }, [isListThere]);
}

interface MainPaneProps {
  readonly address: Address;
  /** The event that is open. */
  readonly id: EventId | null;
  readonly status: Status | undefined;
  readonly isFirstRun: boolean;
  readonly items: readonly EventListItem[];
  readonly lines: ListRows;
  readonly marking: MarkActions;
  readonly rowHeight: number;
  readonly onSelect: (id: EventId) => void;
  readonly onClear: () => void;
}

/** What stands between the bars: another panel, the first run, an event as a whole, or the list with the event beside it. */
export function MainPane(props: MainPaneProps) {
  const { address, id, status, isFirstRun, onSelect, onClear, ...rows } = props;
  const t = useT();
  const Other = address.panel === 'events' ? null : otherPanels[address.panel];
  if (Other) {
    return (
      <Suspense fallback={<main aria-busy="true" />}>
        <Other />
      </Suspense>
    );
  }
  if (isFirstRun && status) return <FirstRun status={status} />;
  if (id !== null && isWholePane(address)) return <WholePane address={address} id={id} status={status} />;
  return (
    <Splitter
      isSecondOpen={id !== null}
      first={
        <ListPane
          q={address.q}
          selectedId={id}
          onSelect={onSelect}
          onOpen={intoDetail}
          onClear={onClear}
          {...rows}
        />
      }
      second={
        id ? (
          <Suspense fallback={<DetailOutline />}>
            <EventDetail key={id} id={id} tab={address.tab} />
          </Suspense>
        ) : (
          <p className="detail-empty">{t(layout.chooseEvent)}</p>
        )
      }
    />
  );
}

/** Whether the event, where one is open, takes all of the room. */
export const isWholePane = ({ editing, compare }: Address): boolean => editing || compare !== null;

interface WholePaneProps {
  readonly address: Address;
  readonly id: EventId;
  readonly status: Status | undefined;
}

function WholePane({ address, id, status }: WholePaneProps) {
  const t = useT();
  const { canAct } = useCommands();
  return (
    <Suspense fallback={<main aria-busy="true" />}>
      <main className="whole-pane">
        <h1 className="unseen">{t(parts.inspector)}</h1>
        {address.compare !== null ? (
          <Compare key={id} id={id} compare={address.compare} />
        ) : (
          <ReplayEditor
            key={id}
            id={id}
            status={status}
            canAct={canAct}
            release={DeliveryId.safeParse(address.release).data ?? null}
          />
        )}
      </main>
    </Suspense>
  );
}
