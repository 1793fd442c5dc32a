import { EventId } from '@hooktap/protocol';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { goTo, useAddress } from '../address/use-address.ts';
import { lastTwo } from '../compare/sides.ts';
import { ConnectionBanner } from '../connection/ConnectionBanner.tsx';
import { TokenPage } from '../connection/TokenPage.tsx';
import { DropCatcher } from '../importing/DropCatcher.tsx';
import { KeysSheet } from '../keys/KeysSheet.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { titleOf } from '../list/subject-of.ts';
import { useListRows } from '../list/use-list-rows.ts';
import { useMarks } from '../list/use-marks.ts';
import { layout } from '../messages/layout/en.ts';
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
import { type AskedOfMany, BatchAndFileDialogs } from './BatchAndFileDialogs.tsx';
import { CommandDialogs } from './CommandDialogs.tsx';
import { Foot, hintsFor } from './Foot.tsx';
import './inspector.css';
import { inspectorKeys } from './inspector-keys.ts';
import { isWholePane, MainPane, useDetailAhead } from './MainPane.tsx';
import { PanelNav } from './PanelNav.tsx';
import { UndoBar } from './UndoBar.tsx';
import { useMedia } from './use-media.ts';
import { useRowHeight } from './use-row-height.ts';
import { useTitle } from './use-title.ts';

const WatchStrip = lazy(() => import('../watch/WatchStrip.tsx'));

type Shown = 'keys' | 'palette' | CommandDialog | null;

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
  const [asked, setAsked] = useState<AskedOfMany | null>(null);
  useDetailAhead(events.loaded);
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
    chooseReplays: (choice) => setAsked({ about: 'replays', choice }),
    chooseExport: (choice) => setAsked({ about: 'export', choice }),
    chooseImport: () => setAsked({ about: 'import', file: null, more: false }),
    show: setShown,
  });

  const { open, unread } = opened;
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
  useKeys(shown === null && asked === null ? keys : {});
  const onFile = useCallback((file: File, more: boolean) => setAsked({ about: 'import', file, more }), []);

  if (link.state === 'refused') return <TokenPage refused />;
  const isEvents = address.panel === 'events';
  const isFirstRun = Boolean(
    isEvents && status && events.loaded && events.q === '' && events.total === 0 && !id,
  );
  const isWhole = isEvents && id !== null && isWholePane(address);
  return (
    <CommandsContext value={commands}>
      <div className={`frame ${id ? 'event-open' : ''}`}>
        <TopBar status={status} isLive={commands.canAct} onPalette={() => setShown('palette')} />
        <div>
          <ConnectionBanner status={status} />
          {commands.canAct && status && <TunnelNotice tunnel={status.tunnel} />}
        </div>
        <MainPane
          address={address}
          id={id}
          status={status}
          isFirstRun={isFirstRun}
          items={items}
          lines={lines}
          marking={marking}
          rowHeight={rowHeight}
          onSelect={onSelect}
          onClear={() => void clear()}
        />
        <div>
          {onSave && (onSave.state === 'watching' || onSave.reason !== undefined) && (
            <Suspense fallback={null}>
              <WatchStrip state={onSave} />
            </Suspense>
          )}
        </div>
        <Foot
          status={status}
          hints={
            isWhole
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
        {asked !== null && <BatchAndFileDialogs asked={asked} onClose={() => setAsked(null)} />}
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
