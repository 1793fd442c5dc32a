import { EventId } from '@hooktap/protocol';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { goTo, useAddress } from '../address/use-address.ts';
import { ConnectionBanner } from '../connection/ConnectionBanner.tsx';
import { TokenPage } from '../connection/TokenPage.tsx';
import { EventDetail } from '../detail/EventDetail.tsx';
import { FirstRun } from '../first-run/FirstRun.tsx';
import { KeysSheet } from '../keys/KeysSheet.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { titleOf } from '../list/columns.tsx';
import { ListPane } from '../list/ListPane.tsx';
import { useLive } from '../state/Live.tsx';
import { useEventActions } from '../state/use-event-actions.ts';
import { useStatus } from '../state/use-status.ts';
import { TopBar } from '../top-bar/TopBar.tsx';
import { TunnelNotice } from '../top-bar/TunnelNotice.tsx';
import { Foot } from './Foot.tsx';
import './inspector.css';
import { inspectorKeys } from './inspector-keys.ts';
import { Splitter } from './Splitter.tsx';
import { UndoBar } from './UndoBar.tsx';
import { useMedia } from './use-media.ts';

const ReplayEditor = lazy(() => import('../editor/ReplayEditor.tsx'));

export function Inspector() {
  const address = useAddress();
  const { events, dispatch, link } = useLive();
  const status = useStatus();
  const isPhone = useMedia('(width < 640px)');
  const [keysShown, setKeysShown] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const actions = useEventActions(setProblem);
  const isLive = link.state === 'live';
  const id = EventId.safeParse(address.eventId).data ?? null;
  const items = events.pages.flatMap((page) => page.items);
  const item = items.find((candidate) => candidate.id === id);

  useEffect(() => {
    if (id) dispatch({ type: 'read', id });
  }, [id, dispatch]);
  useEffect(() => {
    document.title = item ? `${titleOf(item)} · Hooktap` : 'Hooktap';
  }, [item]);

  const select = useCallback((next: EventId, how: 'push' | 'replace' = 'push') => {
    goTo({ eventId: next, editing: false }, how);
  }, []);
  const onSelect = useCallback((next: EventId) => select(next, id ? 'replace' : 'push'), [select, id]);
  const intoDetail = () => document.querySelector<HTMLElement>('.detail-tab[data-state="active"]')?.focus();
  const remove = async () => {
    if (!id) return;
    const index = items.findIndex((candidate) => candidate.id === id);
    const neighbour = items[index + 1] ?? items[index - 1];
    await actions.remove({ ids: [id], includePinned: true });
    goTo({ eventId: isPhone ? null : (neighbour?.id ?? null) }, 'replace');
  };
  const event = {
    canAct: isLive,
    onReplay: () => void (id && isLive && actions.replay(id)),
    onEdit: () => goTo({ editing: true }),
    onPin: () => void (id && item && isLive && actions.pin(id, !item.pinned)),
    onDelete: () => void (isLive && remove()),
  };
  useKeys(
    inspectorKeys({
      address,
      id,
      ids: items.map((candidate) => candidate.id),
      select,
      intoDetail,
      onUndo: () => void actions.undo(),
      onKeys: () => setKeysShown(true),
      ...event,
    }),
  );

  if (link.state === 'refused') return <TokenPage refused />;
  const isFirstRun = status && events.loaded && events.q === '' && events.total === 0 && !id;
  return (
    <div className={`frame ${id ? 'event-open' : ''}`}>
      <TopBar status={status} isLive={isLive} />
      <div>
        <ConnectionBanner status={status} />
        {isLive && status && <TunnelNotice tunnel={status.tunnel} />}
      </div>
      {isFirstRun ? (
        <FirstRun status={status} />
      ) : id && address.editing ? (
        <Suspense fallback={<main aria-busy="true" />}>
          <main className="whole-pane">
            <ReplayEditor key={id} id={id} status={status} canAct={isLive} />
          </main>
        </Suspense>
      ) : (
        <Splitter
          isSecondOpen={id !== null}
          first={
            <ListPane
              q={address.q}
              selectedId={id}
              rowHeight={isPhone ? 60 : 30}
              canAct={isLive}
              onSelect={onSelect}
              onOpen={intoDetail}
              onClear={() => void actions.remove({ all: true })}
            />
          }
          second={
            id ? (
              <EventDetail key={id} id={id} tab={address.tab} {...event} />
            ) : (
              <p className="detail-empty">Choose an event to see what came in and what became of it.</p>
            )
          }
        />
      )}
      <Foot status={status} isEditing={address.editing} onKeys={() => setKeysShown(true)} />
      <UndoBar onUndo={() => void actions.undo()} problem={problem} onDismiss={() => setProblem(null)} />
      <KeysSheet isOpen={keysShown} onClose={() => setKeysShown(false)} />
    </div>
  );
}
