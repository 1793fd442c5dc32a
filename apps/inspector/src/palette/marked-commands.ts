import { goTo } from '../address/use-address.ts';
import { commands as words } from '../messages/commands/en.ts';
import { list } from '../messages/list/en.ts';
import { type PaletteCommand, type Standing, soon } from './palette-command.ts';

/** With the events that are selected in the list. */
export function markedCommands({ marking, commands, t }: Standing): readonly PaletteCommand[] {
  const ids = [...marking.marks.ids];
  const [first, second] = ids;
  if (!first) return [];
  const group = 'marked';
  const count = ids.length;
  const acts: readonly PaletteCommand[] = commands.canAct
    ? [
        {
          group,
          label: t(words.replaySelected, { count }),
          icon: 'replay',
          shortcut: 'R',
          run: () => soon(() => commands.replay(ids)),
        },
        {
          group,
          label: t(words.pinSelected, { count }),
          icon: 'pin',
          shortcut: 'P',
          run: () => commands.pin(ids),
        },
        {
          group,
          label: t(words.tagSelected, { count }),
          icon: 'edit',
          run: () => soon(() => commands.show('tag')),
        },
        {
          group,
          label: t(words.deleteSelected, { count }),
          icon: 'trash',
          shortcut: '⌫',
          run: () => commands.remove(ids),
        },
      ]
    : [];
  const pair: readonly PaletteCommand[] =
    second && count === 2
      ? [
          {
            group,
            label: t(words.comparePair),
            icon: 'compare',
            shortcut: 'C',
            run: () => goTo({ eventId: first, compare: second }),
          },
        ]
      : [];
  return [
    ...acts,
    ...pair,
    {
      group,
      label: t(words.exportSelected, { count }),
      icon: 'download',
      run: () => soon(() => commands.exportEvents({ ids })),
    },
    { group, label: t(list.selectNone), icon: 'cross', shortcut: 'Esc', run: marking.clear },
  ];
}
