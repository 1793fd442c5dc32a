import { goTo } from '../address/use-address.ts';
import { visibleLine } from '../format/visible-text.ts';
import { arrivalSpans, changeView } from '../layout/view-settings.ts';
import { commands as words } from '../messages/commands/en.ts';
import { copying } from '../messages/copying/en.ts';
import { list } from '../messages/list/en.ts';
import { notices } from '../messages/notices/en.ts';
import { views as viewWords } from '../messages/views/en.ts';
import { wishNotices } from '../notices/wish-notices.ts';
import { narrowBy } from '../search/narrow.ts';
import { withTimesOf } from '../search/time-range.ts';
import { type PaletteCommand, type Standing, soon } from './palette-command.ts';

/** With the list of events. */
export function listCommands(standing: Standing): readonly PaletteCommand[] {
  const { onUndo, commands, q, t } = standing;
  const group = 'list';
  return [
    {
      group,
      label: t(words.filter),
      icon: 'search',
      shortcut: '/',
      // The palette gives the focus back first.
      run: () => soon(() => document.getElementById('filter')?.focus()),
    },
    { group, label: t(words.onlyFailed), icon: 'failed', run: () => narrowBy('status:failed', false) },
    { group, label: t(words.onlyPinned), icon: 'pin', run: () => narrowBy('is:pinned', false) },
    { group, label: t(words.onlyUnread), icon: 'filter', run: () => narrowBy('is:unread', false) },
    { group, label: t(words.clearFilters), icon: 'cross', run: () => goTo({ q: '' }) },
    ...viewCommands(standing),
    ...wholeCommands(standing),
    ...(q === ''
      ? []
      : [
          {
            group: group as typeof group,
            label: `${t(copying.export)} ${q}`,
            icon: 'download' as const,
            run: () => soon(() => commands.exportEvents({ q })),
          },
        ]),
    {
      group,
      label: t(copying.exportAll),
      icon: 'download',
      run: () => soon(() => commands.exportEvents({ q: '' })),
    },
    { group, label: t(copying.import), icon: 'upload', run: () => soon(commands.importEvents) },
    { group, label: t(words.undo), icon: 'back', shortcut: 'Z', run: onUndo },
    {
      group,
      label: t(words.byThread),
      icon: 'thread',
      run: () => changeView({ grouping: 'threads' }),
    },
    { group, label: t(words.flat), icon: 'list', run: () => changeView({ grouping: 'flat' }) },
    { group, label: t(words.columns), icon: 'columns', run: () => soon(() => commands.show('columns')) },
    { group, label: t(words.compactRows), icon: 'view', run: () => changeView({ density: 'compact' }) },
    {
      group,
      label: t(words.comfortableRows),
      icon: 'view',
      run: () => changeView({ density: 'comfortable' }),
    },
    { group, label: t(words.timesClock), icon: 'view', run: () => changeView({ times: 'clock' }) },
    { group, label: t(words.timesAgo), icon: 'view', run: () => changeView({ times: 'relative' }) },
    ...arrivalSpans.map((span) => ({
      group: group as typeof group,
      label: t(words.strip, { span: t(list.strip[span]) }),
      icon: 'view' as const,
      run: () => changeView({ arrivals: span }),
    })),
    ...noticeCommands(standing),
  ];
}

/** Searches by name. */
function viewCommands({ views, commands, q, t }: Standing): readonly PaletteCommand[] {
  const group = 'list';
  const shown = views.map(
    (view): PaletteCommand => ({
      group,
      label: t(words.view, { name: visibleLine(view.name) }),
      icon: view.icon ?? 'bookmark',
      run: () => goTo({ panel: 'events', q: withTimesOf(view.q, q, Date.now()) }),
    }),
  );
  const save: PaletteCommand = {
    group,
    label: t(viewWords.saveThis),
    icon: 'bookmark',
    run: () => soon(() => commands.show('new-view')),
  };
  return [
    ...shown,
    ...(q.trim() === '' ? [] : [save]),
    { group, label: t(viewWords.edit), icon: 'edit', run: () => soon(() => commands.show('views')) },
  ];
}

/** What concerns all that it finds. */
function wholeCommands({ commands, q, total, onClear, onReload, onReadAll, t }: Standing) {
  const group = 'list';
  const reload: PaletteCommand = { group, label: t(list.menu.reload), icon: 'turning', run: onReload };
  if (!commands.canAct) return [reload];
  const isAll = q === '';
  const count = total;
  const acts: readonly PaletteCommand[] = [
    {
      group,
      label: isAll ? t(list.menu.replayAll) : t(list.menu.replayFound, { count }),
      icon: 'replay',
      run: () => soon(() => commands.replayFound(q)),
    },
    {
      group,
      label: isAll ? t(list.menu.deleteAll) : t(list.menu.deleteFound, { count }),
      icon: 'trash',
      run: () => soon(onClear),
    },
  ];
  return [
    { group, label: t(list.readAll), icon: 'check', run: onReadAll } as PaletteCommand,
    reload,
    ...(total === 0 ? [] : acts),
  ];
}

/** Of what the browser shall tell. */
function noticeCommands({ commands, t }: Standing): readonly PaletteCommand[] {
  return (['failures', 'all', 'off'] as const).map((kind) => ({
    group: 'list',
    label: t(words.notify, { what: t(notices[kind]) }),
    icon: 'bell',
    run: () =>
      void wishNotices({ kind }).then((isAllowed) => {
        if (!isAllowed) commands.say(t(notices.refused));
      }),
  }));
}
