import { DeliveryId, EventId } from '@hooktap/protocol';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { goTo, useAddress } from '../address/use-address.ts';
import type { BatchChoice } from '../batches/batch-draft.ts';
import { lastTwo } from '../compare/sides.ts';
import { ConnectionBanner } from '../connection/ConnectionBanner.tsx';
import { TokenPage } from '../connection/TokenPage.tsx';
import { DetailOutline } from '../detail/DetailOutline.tsx';
import type { ExportChoice } from '../exporting/export-choice.ts';
import { FirstRun } from '../first-run/FirstRun.tsx';
import { DropCatcher } from '../importing/DropCatcher.tsx';
import { KeysSheet } from '../keys/KeysSheet.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { ListPane } from '../list/ListPane.tsx';
import { titleOf } from '../list/subject-of.ts';
import { useListRows } from '../list/use-list-rows.ts';
import { useMarks } from '../list/use-marks.ts';
import { layout } from '../messages/layout/en.ts';
import { parts } from '../messages/parts/en.ts';
import { useT } from '../messages/use-t.ts';
import { useNotices } from '../notices/use-notices.ts';
import { PaletteDialog } from '../palette/PaletteDialog.tsx';
import { useConfirm } from '../parts/Confirm.tsx';
import { type CommandDialog, CommandsContext } from '../state/Commands.tsx';
import { useLive } from '../state/Live.tsx';
import { useOpened } from '../state/Opened.tsx';
import { useCommandsOf } from '../state/use-commands.ts';
import { useEvent } from '../state/use-event.ts';
import { useEventActions } from '../state/use-event-actions.ts';
import { useStatus } from '../state/use-status.ts';
import { TopBar } from '../top-bar/TopBar.tsx';
import { TunnelNotice } from '../top-bar/TunnelNotice.tsx';
import { useReplayOnSave } from '../watch/use-replay-on-save.ts';
import { CommandDialogs } from './CommandDialogs.tsx';
import { Foot, hintsFor } from './Foot.tsx';
import './inspector.css';
import { inspectorKeys } from './inspector-keys.ts';
import { PanelNav } from './PanelNav.tsx';
import { Splitter } from './Splitter.tsx';
import { UndoBar } from './UndoBar.tsx';
import { useMedia } from './use-media.ts';
import { useRowHeight } from './use-row-height.ts';
import { useTitle } from './use-title.ts';

const loadDetail = () => import('../detail/EventDetail.tsx');
const EventDetail = lazy(loadDetail);
/** Milliseconds after the list, so that painting it comes first. */
const DETAIL_AFTER = 300;
const ReplayEditor = lazy(() => import('../editor/ReplayEditor.tsx'));
const Compare = lazy(() => import('../compare/Compare.tsx'));
const ExportDialog = lazy(() => import('../exporting/ExportDialog.tsx'));
const ImportDialog = lazy(() => import('../importing/ImportDialog.tsx'));
const BatchDialog = lazy(() => import('../batches/BatchDialog.tsx'));
const WatchStrip = lazy(() => import('../watch/WatchStrip.tsx'));
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

/** What is to be imported: a file that was dropped, or one that is still to be chosen. */
interface Coming {
  readonly file: File | null;
  readonly more: boolean;
}

type Shown = 'keys' | 'palette' | CommandDialog | null;

const intoDetail = () => document.querySelector<HTMLElement>('.detail-tab[data-state="active"]')?.focus();

export function Inspector() {
  const t = useT();
  const address = useAddress();
  const { events, link } = useLive();
  const opened = useOpened();
  useNotices();
  const status = useStatus();
  const onSave = useReplayOnSave();
  const confirm = useConfirm();
  const isPhone = useMedia('(width < 640px)');
  const rowHeight = useRowHeight(isPhone);
  const [shown, setShown] = useState<Shown>(null);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [note, setNote] = useState<string | null>(null);
  const [choice, setChoice] = useState<BatchChoice | null>(null);
  const [leaving, setLeaving] = useState<ExportChoice | null>(null);
  const [coming, setComing] = useState<Coming | null>(null);
  // Fetched ahead, though after the list: the first event that is chosen shows at once.
  useEffect(() => {
    if (!events.loaded) return;
    const later = setTimeout(loadDetail, DETAIL_AFTER);
    return () => clearTimeout(later);
  }, [events.loaded]);
  const actions = useEventActions(setProblem);
  const id = EventId.safeParse(address.eventId).data ?? null;
  const { item, event } = useEvent(id);
  const items = useMemo(() => events.pages.flatMap((page) => page.items), [events.pages]);
  const lines = useListRows(items);
  const ids = useMemo(() => lines.rows.map((line) => line.event.id), [lines.rows]);
  const marking = useMarks(ids, id);
  const marked = [...marking.marks.ids];
  const commands = useCommandsOf({
    actions,
    items,
    open: item,
    isPhone,
    clearMarks: marking.clear,
    say: setProblem,
    note: setNote,
    chooseReplays: setChoice,
    chooseExport: setLeaving,
    chooseImport: () => setComing({ file: null, more: false }),
    show: setShown,
  });

  const { open, unread = 0 } = opened;
  const isKnown = item !== undefined;
  const isNew = item !== undefined && opened.isUnread(item);
  useEffect(() => {
    if (id && isKnown && isNew) open(id);
  }, [id, isKnown, isNew]);
  useTitle(
    address.panel === 'events' ? (item ? titleOf(item) : null) : t(layout.panels[address.panel]),
    unread,
  );

  const select = useCallback((next: EventId, how: 'push' | 'replace' = 'push') => {
    goTo({ eventId: next, editing: false, compare: null }, how);
  }, []);
  const onSelect = useCallback((next: EventId) => select(next, id ? 'replace' : 'push'), [select, id]);
  const clear = async () => {
    if (events.q === '') return actions.remove({ all: true });
    const question = {
      title: t(layout.clear.title),
      text: t(layout.clear.text, { count: events.total, q: events.q }),
      yes: t(layout.clear.yes, { count: events.total }),
    };
    if (await confirm(question)) await actions.remove({ q: events.q });
  };
  const undo = () => void actions.undo();
  const keys = inspectorKeys({
    address,
    id,
    ids,
    marking,
    commands,
    comparable: event ? lastTwo(event) : null,
    select,
    onUndo: undo,
    onKeys: () => setShown('keys'),
    onPalette: () => setShown('palette'),
  });
  // What is typed while a dialog is still being loaded is not for the list.
  const isAsking = choice !== null || leaving !== null || coming !== null;
  useKeys(shown === null && !isAsking ? keys : {});
  const onFile = useCallback((file: File, more: boolean) => setComing({ file, more }), []);

  if (link.state === 'refused') return <TokenPage refused />;
  const Other = address.panel === 'events' ? null : otherPanels[address.panel];
  const isFirstRun = Boolean(
    !Other && status && events.loaded && events.q === '' && events.total === 0 && !id,
  );
  const isWhole = id !== null && (address.editing || address.compare !== null);
  return (
    <CommandsContext value={commands}>
      <div className={`frame ${id ? 'event-open' : ''}`}>
        <TopBar status={status} isLive={commands.canAct} onPalette={() => setShown('palette')} />
        <div>
          <ConnectionBanner status={status} />
          {commands.canAct && status && <TunnelNotice tunnel={status.tunnel} />}
        </div>
        {Other ? (
          <Suspense fallback={<main aria-busy="true" />}>
            <Other />
          </Suspense>
        ) : isFirstRun && status ? (
          <FirstRun status={status} />
        ) : isWhole ? (
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
                  canAct={commands.canAct}
                  release={DeliveryId.safeParse(address.release).data ?? null}
                />
              )}
            </main>
          </Suspense>
        ) : (
          <Splitter
            isSecondOpen={id !== null}
            first={
              <ListPane
                q={address.q}
                items={items}
                lines={lines}
                selectedId={id}
                marking={marking}
                rowHeight={rowHeight}
                onSelect={onSelect}
                onOpen={intoDetail}
                onClear={() => void clear()}
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
        )}
        <div>
          {onSave?.state === 'watching' && (
            <Suspense fallback={null}>
              <WatchStrip state={onSave} />
            </Suspense>
          )}
        </div>
        <Foot
          status={status}
          hints={
            isWhole && address.panel === 'events'
              ? address.compare !== null
                ? 'compare'
                : 'editor'
              : hintsFor(address.panel, isFirstRun, marking.marks.ids.size > 0)
          }
          onKeys={() => setShown('keys')}
        />
        <PanelNav place="bottom" />
        <UndoBar
          onUndo={undo}
          note={note}
          problem={problem}
          onDismiss={() => {
            setProblem(null);
            setNote(null);
          }}
        />
        <KeysSheet isOpen={shown === 'keys'} onClose={() => setShown(null)} />
        {choice !== null && (
          <Suspense fallback={null}>
            <BatchDialog choice={choice} onClose={() => setChoice(null)} />
          </Suspense>
        )}
        {leaving !== null && (
          <Suspense fallback={null}>
            <ExportDialog choice={leaving} onClose={() => setLeaving(null)} />
          </Suspense>
        )}
        {coming !== null && (
          <Suspense fallback={null}>
            <ImportDialog {...coming} onClose={() => setComing(null)} />
          </Suspense>
        )}
        <DropCatcher isActive={commands.canAct} onFile={onFile} />
        {shown !== null && shown !== 'keys' && shown !== 'palette' && (
          <CommandDialogs
            shown={shown}
            q={events.q}
            items={items}
            ids={marked.length > 0 ? marked : id === null ? [] : [id]}
            onClose={() => setShown(null)}
          />
        )}
        {shown === 'palette' && (
          <PaletteDialog
            id={id}
            item={item}
            address={address}
            marking={marking}
            comparable={event ? lastTwo(event) : null}
            onClose={() => setShown(null)}
            onClear={() => void clear()}
            onKeys={() => setShown('keys')}
            onUndo={undo}
          />
        )}
      </div>
    </CommandsContext>
  );
}
