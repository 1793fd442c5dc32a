import type { EventId, EventListItem } from '@hooktap/protocol';
import { panels } from '../address/address.ts';
import { goTo } from '../address/use-address.ts';
import { tabNames } from '../detail/tabs-for-event.ts';
import { goToPanel, panelKeys, panelNames } from '../layout/PanelNav.tsx';
import { changeView } from '../layout/view-settings.ts';
import type { IconName } from '../parts/Icon.tsx';
import { termOf } from '../search/filter-term.ts';
import { narrowBy } from '../search/narrow.ts';
import type { Commands } from '../state/Commands.tsx';
import { chooseTheme } from '../top-bar/theme.ts';

export interface PaletteCommand {
  readonly group: 'This event' | 'The list' | 'The screen';
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
}

function eventCommands({ id, item, commands }: Given): readonly PaletteCommand[] {
  if (id === null) return [];
  const group = 'This event';
  const acts: readonly PaletteCommand[] = commands.canAct
    ? [
        { group, label: 'Replay', icon: 'replay', shortcut: 'R', run: () => commands.replay([id]) },
        {
          group,
          label: item?.pinned ? 'Unpin' : 'Pin',
          icon: 'pin',
          shortcut: 'P',
          run: () => commands.pin([id]),
        },
        { group, label: 'Replay signed anew', icon: 'shield', run: () => commands.resign(id) },
        { group, label: 'Delete', icon: 'trash', shortcut: '⌫', run: () => commands.remove([id]) },
      ]
    : [];
  const same = [
    item?.eventType && termOf('type', item.eventType),
    item && termOf('path', item.path),
    item?.provider && termOf('provider', item.provider),
  ].filter((term) => typeof term === 'string');
  return [
    ...acts,
    { group, label: 'Edit and replay', icon: 'edit', shortcut: 'E', run: () => commands.edit(id) },
    { group, label: 'Copy as curl', icon: 'code', shortcut: 'Y', run: () => commands.copyCurl(id) },
    { group, label: 'Copy event id', icon: 'copy', run: () => void navigator.clipboard.writeText(id) },
    ...tabNames.map((tab, index) => ({
      group: group as typeof group,
      label: `Show ${tab}`,
      icon: 'right' as const,
      shortcut: String(index + 1),
      run: () => goTo({ tab }),
    })),
    ...same.map((term) => ({
      group: group as typeof group,
      label: `Only ${term}`,
      icon: 'filter' as const,
      run: () => narrowBy(term, false),
    })),
  ];
}

const soon = (work: () => void) => setTimeout(work, 0);

function listCommands({ onUndo }: Given): readonly PaletteCommand[] {
  const group = 'The list';
  return [
    {
      group,
      label: 'Filter',
      icon: 'search',
      shortcut: '/',
      // The palette gives the focus back first.
      run: () => soon(() => document.getElementById('filter')?.focus()),
    },
    { group, label: 'Only failed deliveries', icon: 'failed', run: () => narrowBy('status:failed', false) },
    { group, label: 'Only pinned', icon: 'pin', run: () => narrowBy('is:pinned', false) },
    { group, label: 'Only unread', icon: 'filter', run: () => narrowBy('is:unread', false) },
    { group, label: 'Clear filters', icon: 'cross', run: () => goTo({ q: '' }) },
    { group, label: 'Undo the deletion', icon: 'back', shortcut: 'Z', run: onUndo },
    { group, label: 'Compact rows', icon: 'view', run: () => changeView({ density: 'compact' }) },
    { group, label: 'Comfortable rows', icon: 'view', run: () => changeView({ density: 'comfortable' }) },
    { group, label: 'Times by the clock', icon: 'view', run: () => changeView({ times: 'clock' }) },
    { group, label: 'Times as how long ago', icon: 'view', run: () => changeView({ times: 'relative' }) },
  ];
}

/** Everything that can be asked for by name, where the screen stands now. */
export function paletteCommands(given: Given): readonly PaletteCommand[] {
  const group = 'The screen';
  return [
    ...eventCommands(given),
    ...listCommands(given),
    ...panels.map((panel) => ({
      group: group as typeof group,
      label: `Go to ${panel}`,
      icon: panelNames[panel].icon,
      shortcut: `G ${panelKeys[panel]}`,
      run: () => goToPanel(panel),
    })),
    { group, label: 'Light theme', icon: 'light', run: () => chooseTheme('light') },
    { group, label: 'Dark theme', icon: 'dark', run: () => chooseTheme('dark') },
    { group, label: 'Theme of the system', icon: 'system', run: () => chooseTheme('system') },
    { group, label: 'All keys', icon: 'more', shortcut: '?', run: given.onKeys },
  ];
}
