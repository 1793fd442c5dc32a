import type { EventId, EventListItem, SavedRequest } from '@hooktap/protocol';
import { copyFormats } from '@hooktap/protocol';
import { panels } from '../address/address.ts';
import { goTo } from '../address/use-address.ts';
import { tabNames } from '../detail/tabs-for-event.ts';
import { goToPanel, panelIcons, panelKeys } from '../layout/PanelNav.tsx';
import { changeView } from '../layout/view-settings.ts';
import { commands as words } from '../messages/commands/en.ts';
import { copying } from '../messages/copying/en.ts';
import { detail } from '../messages/detail/en.ts';
import { languageNames, languages } from '../messages/language.ts';
import { layout } from '../messages/layout/en.ts';
import { requests as requestWords } from '../messages/requests/en.ts';
import type { Translate } from '../messages/translate.ts';
import { watch as watchWords } from '../messages/watch/en.ts';
import type { IconName } from '../parts/Icon.tsx';
import { termOf } from '../search/filter-term.ts';
import { narrowBy } from '../search/narrow.ts';
import type { Commands } from '../state/Commands.tsx';
import { chooseTheme } from '../top-bar/theme.ts';

export type CommandGroup = keyof typeof words.groups;

export interface PaletteCommand {
  readonly group: CommandGroup;
  readonly label: string;
  readonly icon: IconName;
  readonly shortcut?: string;
  readonly run: () => void;
}

interface Given {
  readonly id: EventId | null;
  readonly item: EventListItem | undefined;
  readonly commands: Commands;
  readonly onKeys: () => void;
  readonly onUndo: () => void;
  /** Of the list of events. */
  readonly q: string;
  readonly saved: readonly SavedRequest[];
  readonly onSendSaved: (request: SavedRequest) => void;
  readonly t: Translate;
}

const soon = (work: () => void) => setTimeout(work, 0);

function eventCommands({ id, item, commands, t }: Given): readonly PaletteCommand[] {
  if (id === null) return [];
  const group = 'event';
  const acts: readonly PaletteCommand[] = commands.canAct
    ? [
        { group, label: t(words.replay), icon: 'replay', shortcut: 'R', run: () => commands.replay([id]) },
        {
          group,
          label: t(item?.pinned ? words.unpin : words.pin),
          icon: 'pin',
          shortcut: 'P',
          run: () => commands.pin([id]),
        },
        { group, label: t(words.resign), icon: 'shield', run: () => commands.resign(id) },
        { group, label: t(words.delete), icon: 'trash', shortcut: '⌫', run: () => commands.remove([id]) },
      ]
    : [];
  const same = [
    item?.eventType && termOf('type', item.eventType),
    item && termOf('path', item.path),
    item?.provider && termOf('provider', item.provider),
  ].filter((term) => typeof term === 'string');
  return [
    ...acts,
    { group, label: t(words.edit), icon: 'edit', shortcut: 'E', run: () => commands.edit(id) },
    ...copyFormats.map((format) => ({
      group: group as typeof group,
      label: `${t(copying.copyAs)} ${t(copying.format[format])}`,
      icon: 'code' as const,
      ...(format === 'curl' && { shortcut: 'Y' }),
      run: () => commands.copyAs(id, format),
    })),
    {
      group,
      label: `${t(copying.export)} ${id}`,
      icon: 'download',
      run: () => soon(() => commands.exportEvents({ ids: [id] })),
    },
    { group, label: t(words.copyId), icon: 'copy', run: () => void navigator.clipboard.writeText(id) },
    ...tabNames.map((tab, index) => ({
      group: group as typeof group,
      label: t(words.showTab, { tab: t(detail.tab[tab]) }),
      icon: 'right' as const,
      shortcut: String(index + 1),
      run: () => goTo({ tab }),
    })),
    ...same.map((term) => ({
      group: group as typeof group,
      label: t(words.only, { term }),
      icon: 'filter' as const,
      run: () => narrowBy(term, false),
    })),
  ];
}

function listCommands({ onUndo, commands, q, t }: Given): readonly PaletteCommand[] {
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
    {
      group,
      label: t(copying.exportAll),
      icon: 'download',
      run: () => soon(() => commands.exportEvents({ q: '' })),
    },
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
    { group, label: t(copying.import), icon: 'upload', run: () => soon(commands.importEvents) },
    { group, label: t(words.undo), icon: 'back', shortcut: 'Z', run: onUndo },
    {
      group,
      label: t(words.byThread),
      icon: 'thread',
      run: () => changeView({ grouping: 'threads' }),
    },
    { group, label: t(words.flat), icon: 'list', run: () => changeView({ grouping: 'flat' }) },
    { group, label: t(words.compactRows), icon: 'view', run: () => changeView({ density: 'compact' }) },
    {
      group,
      label: t(words.comfortableRows),
      icon: 'view',
      run: () => changeView({ density: 'comfortable' }),
    },
    { group, label: t(words.timesClock), icon: 'view', run: () => changeView({ times: 'clock' }) },
    { group, label: t(words.timesAgo), icon: 'view', run: () => changeView({ times: 'relative' }) },
  ];
}

function requestCommands({ saved, onSendSaved, commands, t }: Given): readonly PaletteCommand[] {
  const group = 'requests';
  const sends = commands.canAct
    ? saved.map((request) => ({
        group: group as typeof group,
        label: t(requestWords.palette.send, { name: request.name }),
        icon: 'send' as const,
        run: () => onSendSaved(request),
      }))
    : [];
  return [
    ...sends,
    { group, label: t(requestWords.list.title), icon: 'bookmark', run: () => commands.show('requests') },
    { group, label: t(watchWords.title), icon: 'replay', run: () => commands.show('watch') },
  ];
}

/** Everything that can be asked for by name, where the screen stands now. */
export function paletteCommands(given: Given): readonly PaletteCommand[] {
  const { t } = given;
  const group = 'screen';
  return [
    ...eventCommands(given),
    ...listCommands(given),
    ...requestCommands(given),
    ...panels.map((panel) => ({
      group: group as typeof group,
      label: t(words.goTo, { panel: t(layout.panels[panel]) }),
      icon: panelIcons[panel],
      shortcut: `G ${panelKeys[panel]}`,
      run: () => goToPanel(panel),
    })),
    { group, label: t(words.themeLight), icon: 'light', run: () => chooseTheme('light') },
    { group, label: t(words.themeDark), icon: 'dark', run: () => chooseTheme('dark') },
    { group, label: t(words.themeSystem), icon: 'system', run: () => chooseTheme('system') },
    ...languages.map((language) => ({
      group: group as typeof group,
      label: t(words.language, { name: languageNames[language] }),
      icon: 'language' as const,
      run: () => changeView({ language }),
    })),
    {
      group,
      label: t(words.languageSystem),
      icon: 'language',
      run: () => changeView({ language: 'system' }),
    },
    { group, label: t(words.allKeys), icon: 'more', shortcut: '?', run: given.onKeys },
  ];
}
